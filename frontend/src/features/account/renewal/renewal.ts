import type { Item, Renewal, RenewalInput } from '@/api/renewals';
import { type At, addressOf } from '../at';

/** Names a renewal to what writes it. */
export function inputOf(renewal: Renewal): RenewalInput {
  return { account: renewal.account, term: renewal.term };
}

/** Where a line of the readiness list is mended: an address, or a place on this page. */
export type Mend = { href: string } | { place: string };

/** Says where a line of the readiness list is mended. */
export function mendItem(item: Item, renewal: Renewal): Mend {
  const { account } = renewal;
  if (item.key in places) return { place: places[item.key as keyof typeof places] };
  if (item.key.startsWith('story_') && renewal.story !== '') {
    return { href: `#/accounts/${account}/story/${renewal.story}` };
  }
  const [tab, at] = (tabs[item.key as keyof typeof tabs] ?? tabs.people_known)(item, renewal);
  return { href: addressOf(account, tab, at) };
}

type Place = ['plan' | 'value' | 'people' | 'conversations', Partial<At>];

const story = (): Place => ['value', { kind: 'story' }];

/** The tabs on which lines are mended, and the place there. */
const tabs = {
  outcomes_validated: ({ kind, id }: Item, renewal: Renewal): Place => {
    if (kind === 'outcome') return ['plan', { kind, id, field: 'validated_on' }];
    return ['plan', renewal.plan ? {} : { kind: 'paste' }];
  },
  readings_fresh: ({ kind, id }: Item): Place => [
    'plan',
    kind === 'measure' ? { kind, id, field: 'now' } : {},
  ],
  proof_fresh: ({ kind, id }: Item): Place => [
    'value',
    kind === 'benefit' ? { kind, id } : { kind: 'add' },
  ],
  something_new: (): Place => ['value', { kind: 'add' }],
  people_known: (): Place => ['people', {}],
  plan_signed: (_: Item, renewal: Renewal): Place => [
    'plan',
    { kind: renewal.plan ? 'sign' : 'paste' },
  ],
  buyer_met: (): Place => ['conversations', {}],
  answered: (): Place => ['conversations', {}],
  story_begun: story,
  story_new: story,
  story_told: story,
} as const;

const places = {
  ask_written: 'renewal-ask',
  mitigation: 'renewal-mitigation',
  offer_known: 'renewal-offer',
  paper_path: 'renewal-paper',
  paper_on_time: 'renewal-paper',
  call_made: 'renewal-call',
} as const;

/** Reads a percentage that was typed as a share: "70" is "0.7"; null where it is none. */
export function shareOf(percent: string): string | null {
  if (percent.trim() === '') return '';
  const value = Number(percent);
  return Number.isFinite(value) && value >= 0 && value <= 100 ? String(value / 100) : null;
}
