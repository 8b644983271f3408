import { call } from './transport';

/** The columns that the portfolio sorts by. */
export type SortKey =
  | 'name'
  | 'verdict'
  | 'level'
  | 'news'
  | 'arr'
  | 'renewal'
  | 'last_touch'
  | 'csm';

/** What part of the portfolio is asked for. */
export interface PortfolioQuery {
  filter: string;
  sort: SortKey;
  descending: boolean;
  offset: number;
  limit: number;
}

/** One account's row. Amounts are in `currency`, in major units; days are ISO or ''. */
export interface PortfolioRow {
  id: string;
  name: string;
  segment: string;
  csm: string;
  currency: string;
  arr: number;
  renewal: string;
  last_touch: string;
  cancelled_on: string;
  /** One of the six verdicts, or '' while the figures are being reckoned. */
  verdict: string;
  velocity: number;
  level: number;
  claimed: number;
  /** Days since the last new value; null where there was none. */
  silence: number | null;
  /** Proved level over two years, at equal distances. */
  spark: number[];
  /** The level with claims at the same points; empty where nothing is only claimed. */
  spark_claimed: number[];
}

/**
 * The figures over all accounts, whatever the filter. Shares are 0..1 or null. While `reckoning`
 * is above 0 there are accounts without figures yet, and no amount may be shown.
 */
export interface Headline {
  currency: string;
  /** Accounts without figures yet, and how many of them are done by now. */
  reckoning: number;
  reckoned: number;
  /** Accounts with figures of an earlier state; new ones are on their way. */
  stale: number;
  /** Accounts that are not cancelled. */
  accounts: number;
  /** Accounts in a currency without a rate: left out of the sums. */
  unpriced: number;
  arr: number;
  /** Nothing recorded yet. */
  not_known: number;
  /** Accounts with a risk, and those at risk or critical. */
  known: number;
  known_arr: number;
  at_risk: number;
  at_risk_arr: number;
  /** The cheque of the usual offer; accounts with a price, for sale, and those that may be (with those that are). */
  cheque: number;
  priced: number;
  priced_arr: number;
  for_sale: number;
  for_sale_arr: number;
  maybe_sale: number;
  maybe_sale_arr: number;
  /** Concentration of ARR: 1 is all in one account. */
  herfindahl: number | null;
  /** The first day of this quarter, and the terms that end in it by call or result. */
  quarter: string;
  renewals: RenewalSum[];
  /** Retention is from this day until today, over the accounts that had ARR then. */
  from: string;
  base_arr: number;
  base_now: number;
  base: number;
  base_kept: number;
  gross: number | null;
  net: number | null;
}

/** What was called of the terms of a quarter, or how they ended. */
export type Call =
  | 'on track'
  | 'at risk'
  | 'monitor'
  | 'none'
  | 'renewed'
  | 'expanded'
  | 'contracted'
  | 'cancelled';

/** The terms of a quarter with one call. */
export interface RenewalSum {
  call: Call;
  terms: number;
  arr: number;
}

/** A page of rows. */
export interface PortfolioPage {
  total: number;
  offset: number;
  today: string;
  rows: PortfolioRow[];
}

/** The most rows that cross to the window at once. */
export const pageSize = 200;

/** Reads a page of the portfolio. */
export const page = (query: PortfolioQuery) => call<PortfolioPage>('Portfolio', 'Page', query);

/** Reads the figures over the whole portfolio. */
export const headline = () => call<Headline>('Portfolio', 'Headline');

/** An account by its name. */
export interface AccountName {
  id: string;
  name: string;
}

/** Reads the names of accounts, in the order given; those in the bin are left out. */
export const names = (ids: string[]) => call<AccountName[]>('Portfolio', 'Names', ids);

/** One of the accounts behind a figure of the headline; `was` where it compares two days. */
export interface BehindAccount {
  id: string;
  name: string;
  now: number;
  was: number | null;
}

/** The accounts behind a figure of the headline, those that weigh most first. */
export interface Behind {
  accounts: BehindAccount[];
  total: number;
}

/** Reads which accounts stand behind a figure of the headline. */
export const behind = (figure: string) => call<Behind>('Portfolio', 'Behind', figure);
