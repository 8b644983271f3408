import type { Outcome } from '@/api/alignment';

/** The parts of the alignment, in the order of the switch. */
export const parts = ['signs', 'values', 'types'] as const;

/** What part is shown, against which outcome; `sign` is the indicator to fill in. */
export interface AlignmentSearch {
  part: (typeof parts)[number];
  outcome: Outcome;
  sign?: string;
}

/** Reads what an address says. */
export function alignmentSearch(search: Record<string, unknown>): AlignmentSearch {
  const part = parts.find((one) => one === search['part']) ?? 'signs';
  const sign = search['sign'];
  return {
    part,
    outcome: search['outcome'] === 'action' ? 'action' : 'retention',
    ...(typeof sign === 'string' && sign !== '' && { sign }),
  };
}
