import type { LearningState } from '@/api/learning';

/** What of the learning is shown: an address holds it. */
export interface LearningSearch {
  view: 'stream' | 'common';
  state: LearningState;
  team: string;
  type: string;
  csm: string;
  words: string;
}

const states = ['open', 'answered', 'learned', 'untold'] as const;

/** Reads what an address says. */
export function learningSearch(search: Record<string, unknown>): LearningSearch {
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : '');
  return {
    view: search['view'] === 'common' ? 'common' : 'stream',
    state: states.find((one) => one === search['state']) ?? '',
    team: text('team'),
    type: text('type'),
    csm: text('csm'),
    words: text('words'),
  };
}
