import type { Action } from './history';
import type { Written } from './plan';
import { write } from './queue';
import { call } from './transport';

/**
 * One condition on an account: a column (or `attribute:` and the name of an imported one), and
 * what must hold. Words: `is`, `not`. Numbers: `between`. Days: `next`, `last`, `before` so many
 * days, `quarter` (0 is this one), `between`. An empty value of a word stands for none.
 */
export interface PortfolioFilter {
  field: string;
  op: 'is' | 'not' | 'between' | 'next' | 'last' | 'before' | 'quarter';
  values: string[];
}

/** What part of the portfolio is asked for. */
export interface PortfolioQuery {
  /** Words that an account must have. */
  filter: string;
  filters: PortfolioFilter[];
  /** The column it is sorted by; `standing` is the order of the book. */
  sort: string;
  descending: boolean;
  /** The column that parts the accounts, or ''. */
  group: string;
  /** The groups, by key, whose accounts are not shown. */
  folded: string[];
  columns: string[];
  offset: number;
  limit: number;
}

/** What an account and all below it come to, in the workspace's currency. */
export interface Below {
  /** How many accounts stand below it. */
  accounts: number;
  arr: number;
  level: number;
}

/** The head of a group; amounts are in the workspace's currency. */
export interface GroupHead {
  key: string;
  label: string;
  count: number;
  arr: number;
  level: number;
  /** ARR of those at risk or critical, and of those whose risk is known. */
  at_risk: number;
  known: number;
  folded: boolean;
}

/**
 * One line: an account, or the head of a group. Amounts are in `currency`, in major units; days
 * are ISO or ''.
 */
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
  type: string;
  owner: string;
  tags: string[];
  /** The name of the account it stands below. */
  parent: string;
  added: string;
  decision: string;
  /** The phases that hold; `overruled` where one was set by hand. */
  client_phase: string;
  provider_phase: string;
  overruled: boolean;
  mismatches: string[];
  risk: string;
  /** The sign that weighs most, the day it dates from, and how many there are. */
  flag: string;
  flag_on: string;
  flags: number;
  /** [holds, of] for each principle and coverage, in order; empty on heads. */
  checks: number[][];
  /** The walk-away price; null where there is none, and `sale` says why. */
  price_low: number | null;
  price_high: number | null;
  sale: string;
  /** Of the columns asked for. */
  attributes: Record<string, string>;
  below: Below | null;
  head: GroupHead | null;
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

/** A page of lines: `total` counts lines, `found` accounts that pass, `all` every account. */
export interface PortfolioPage {
  total: number;
  found: number;
  all: number;
  currency: string;
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

/** The ids of the accounts on some lines; a last place below 0 means all that were found. */
export const ids = (query: PortfolioQuery, first: number, last: number) =>
  call<string[]>('Portfolio', 'IDs', query, first, last);

/** One value that accounts have of a field, what it is called, and how many have it. */
export interface Choice {
  value: string;
  label: string;
  count: number;
}

/** Reads the values of a field of words, the most frequent first. */
export const choices = (field: string) => call<Choice[]>('Portfolio', 'Choices', field);

/** Reads the imported columns, as fields to filter by. */
export const attributes = () => call<Choice[]>('Portfolio', 'Attributes');

/** A change of many accounts; tags are added and removed, another field gets the value. */
export interface ChangeInput {
  accounts: string[];
  field: ChangeField;
  value: string;
  add: string[];
  remove: string[];
}

/** What can be changed for many accounts. */
export type ChangeField = 'csm' | 'owner' | 'segment' | 'type' | 'parent' | 'tags';

/** What a change of many did. */
export interface Changed {
  action: Action;
  changed: number;
  same: number;
  left_out: number;
}

/** Changes many accounts in one action. */
export const change = (input: ChangeInput) => write<Changed>('Portfolio', 'Change', input);

/** Puts many accounts into the bin, in one action. */
export const remove = (accounts: string[]) => write<Changed>('Portfolio', 'Delete', accounts);

/** A named way to look at the portfolio; `shows` is JSON in the words of the address. */
export interface SavedView {
  id: string;
  name: string;
  shows: string;
}

/** Reads the workspace's own views, by name. */
export const views = () => call<SavedView[]>('SavedViews', 'List');

/** Saves a view: a new one where the id is empty. */
export const saveView = (view: SavedView) => write<Written>('SavedViews', 'Save', view);

/** Puts a view into the bin. */
export const deleteView = (id: string) => write<Written>('SavedViews', 'Delete', id);
