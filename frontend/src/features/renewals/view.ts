import type { Card, RenewalsPage } from '@/api/renewals';

/** What of the renewals is shown: an address holds it. */
export interface RenewalsSearch {
  view: 'board' | 'calendar';
  /** Whose accounts; none is the person's own. */
  who: readonly string[];
}

/** Reads what an address says. */
export function renewalsSearch(search: Record<string, unknown>): RenewalsSearch {
  return {
    view: search['view'] === 'calendar' ? 'calendar' : 'board',
    who: Array.isArray(search['who']) ? search['who'].map(String) : mine,
  };
}

/** The person's own accounts. */
const mine: readonly string[] = [];

/** Returns the cards by their terms. */
export function cardsOf(page: RenewalsPage): ReadonlyMap<string, Card> {
  return new Map(page.cards.map((card) => [card.term, card]));
}

/** Writes the address of a renewal. */
export function addressOf(account: string, term: string): string {
  return `#/accounts/${account}/renewal?term=${term}`;
}
