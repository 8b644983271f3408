import type { portfolio } from '@/api';

/** What the portfolio's address says: words to filter by, and the order. */
export interface PortfolioView {
  filter: string;
  sort: portfolio.SortKey;
  descending: boolean;
}

const sorts: readonly string[] = [
  'name',
  'verdict',
  'level',
  'news',
  'arr',
  'renewal',
  'last_touch',
  'csm',
] satisfies portfolio.SortKey[];

/** Reads the portfolio's address; what it does not say is the next renewal first. */
export function portfolioView(search: Record<string, unknown>): PortfolioView {
  const { filter, sort, descending } = search;
  return {
    filter: typeof filter === 'string' || typeof filter === 'number' ? String(filter) : '',
    sort:
      typeof sort === 'string' && sorts.includes(sort) ? (sort as portfolio.SortKey) : 'renewal',
    descending: descending === true,
  };
}
