import type { portfolio, ways } from '@/api';

/** What the portfolio's address says: what is shown of it, and how. */
export interface PortfolioView {
  /** Words that an account must have. */
  filter: string;
  filters: portfolio.PortfolioFilter[];
  /** A column, or `standing`: where tending still helps first. */
  sort: string;
  descending: boolean;
  /** The column that parts the accounts, or ''. */
  group: string;
  /** The groups that are folded, by key. */
  folded: string[];
  /** The columns in their order; none means those that the person chose last. */
  columns: string[];
}

/** What is shown where the address says nothing: all, in the standing order. */
export const plainView: PortfolioView = {
  filter: '',
  filters: [],
  sort: 'standing',
  descending: false,
  group: '',
  folded: [],
  columns: [],
};

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const ops = ['is', 'not', 'between', 'next', 'last', 'before', 'quarter'];

function filtersOf(value: unknown): portfolio.PortfolioFilter[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: Partial<Record<keyof portfolio.PortfolioFilter, unknown>> | null) => {
    if (one === null || typeof one !== 'object' || typeof one.field !== 'string') return [];
    if (typeof one.op !== 'string' || !ops.includes(one.op)) return [];
    const op = one.op as portfolio.PortfolioFilter['op'];
    return [{ field: one.field, op, values: texts(one.values) }];
  });
}

/** Reads the portfolio's address, or what a saved view shows; what it does not say is plain. */
export function portfolioView(search: Record<string, unknown>): PortfolioView {
  const { filter, filters, sort, descending, group, folded, columns } = search;
  return {
    filter: typeof filter === 'string' || typeof filter === 'number' ? String(filter) : '',
    filters: filtersOf(filters),
    sort: typeof sort === 'string' && sort !== '' ? sort : plainView.sort,
    descending: descending === true,
    group: typeof group === 'string' ? group : '',
    folded: texts(folded),
    columns: texts(columns),
  };
}

/** Returns what of a view differs from the plain one: the least that an address has to say. */
export function viewSearch(view: PortfolioView): Partial<PortfolioView> {
  const told = Object.entries(view).filter(
    ([name, value]) =>
      JSON.stringify(value) !== JSON.stringify(plainView[name as keyof PortfolioView]),
  );
  return Object.fromEntries(told);
}

/** Returns which accounts a view leaves, for the ways that show them otherwise. */
export function onlyOf(view: PortfolioView): ways.WaysFilter {
  return { filter: view.filter, filters: view.filters };
}

/** Says whether a view shows every account. */
export function isUnfiltered(view: PortfolioView): boolean {
  return view.filter.trim() === '' && view.filters.length === 0;
}

/** Returns a view that shows every account, else as it is. */
export function unfiltered(view: PortfolioView): PortfolioView {
  return { ...view, filter: '', filters: [] };
}

/** Says whether two views show the same; folded groups are no part of it. */
export function isSameView(a: PortfolioView, b: PortfolioView): boolean {
  const bare = (view: PortfolioView) => JSON.stringify(viewSearch({ ...view, folded: [] }));
  return bare(a) === bare(b);
}

/** Returns the question that a view asks of the program. */
export function queryOf(
  view: PortfolioView,
  columns: readonly string[] = view.columns,
): portfolio.PortfolioQuery {
  return { ...view, columns: [...columns], offset: 0, limit: portfolioPageSize };
}

const portfolioPageSize = 200;
