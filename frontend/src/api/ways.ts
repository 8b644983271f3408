import type { PortfolioFilter } from './portfolio';
import { write } from './queue';
import { call } from './transport';
import type { Written } from './value';

/** Which accounts are looked at, as the portfolio's table is filtered; nothing is all. */
export interface WaysFilter {
  filter: string;
  filters: PortfolioFilter[];
}

/** How far figures are that are still being made; while `accounts` is above 0 nothing else is known. */
export interface Reckoning {
  accounts: number;
  done: number;
}

/** How messages that were owed an answer have been answered in a year; `share` is 0..1 in time. */
export interface ReplySum {
  messages: number;
  open: number;
  late: number;
  median: number | null;
  share: number | null;
}

/**
 * What an account's walk-away price is made of: `felt`, `switching` and `arr` in its own currency,
 * `book_arr` in the workspace's, `rate` one unit of the workspace's currency in its own. `low` and
 * `high` are the ends of its bonded share.
 */
export interface SaleAccount {
  id: string;
  name: string;
  currency: string;
  arr: number;
  book_arr: number;
  rate: number;
  felt: number;
  low: number;
  high: number;
  switching: number;
  verdict: string;
  silence: number | null;
  /** Days since its start; 0 where that is not known. */
  since: number;
  replies: ReplySum | null;
  risk: string;
  /** The heaviest flag in words, and its day. */
  first_flag: string;
  flagged_on: string;
}

/** Why an account has no price. */
export type NoPrice = 'cancelled' | 'not yet known' | 'too new' | 'not priced';

/** An account without a price. */
export interface Unpriced {
  id: string;
  name: string;
  reason: NoPrice;
  book_arr: number;
}

/** What any offer is answered from. `cheque` is the workspace's own. */
export interface Sale {
  waiting: Reckoning;
  currency: string;
  today: string;
  cheque: number;
  /** Accounts of the base, without the filter. */
  all: number;
  accounts: SaleAccount[];
  unpriced: Unpriced[];
}

/** Reads what any offer to the portfolio, or a part of it, is answered from. */
export const sale = (only: WaysFilter) => call<Sale>('Ways', 'Sale', only);

/** An account's reply record in full. */
export interface ReplyRecord {
  replies: ReplySum | null;
  months: ReplyMonth[];
  open: OpenMessage[];
}

/** The record of one month's messages; `month` is its first day. */
export interface ReplyMonth {
  month: string;
  messages: number;
  median: number | null;
  share: number | null;
}

/** A message that is owed an answer. */
export interface OpenMessage {
  id: string;
  on: string;
  due: string;
  days: number;
  late: boolean;
  summary: string;
}

/** Reads an account's reply record. */
export const replies = (account: string) => call<ReplyRecord>('Ways', 'Replies', account);

/** The portfolio on the two roads: a cell for each pair of phases that some account is in. */
export interface RoadMap {
  waiting: Reckoning;
  today: string;
  currency: string;
  accounts: number;
  /** Without the filter. */
  all: number;
  mismatched: number;
  overruled: number;
  /** Of those in danger, the accounts with a broken step. */
  broken: number;
  /** With a mismatch or in danger: what the list points at. */
  listed: number;
  cells: RoadCell[];
}

/** The accounts in one phase of the client and one of ours; the most urgent are its chips. */
export interface RoadCell {
  client: string;
  provider: string;
  accounts: number;
  arr: number;
  mismatched: number;
  chips: RoadRow[];
}

/** An account on the roads; the derived phases are '' where nobody overruled them. */
export interface RoadRow {
  id: string;
  name: string;
  arr: number;
  client: string;
  provider: string;
  client_derived: string;
  provider_derived: string;
  client_reason: string;
  provider_reason: string;
  mismatches: string[];
  decision: string;
  /** Until the decision; says nothing without one. */
  days: number;
  risk: string;
  verdict: string;
  /** The earliest broken step along our road, as a check, and its phase. */
  broken: string;
  broken_in: string;
}

/** Which accounts of the roads are asked for; '' is any phase. */
export interface RoadQuery {
  only: WaysFilter;
  client: string;
  provider: string;
  odd: boolean;
  offset: number;
  limit: number;
}

/** A page of accounts on the roads. */
export interface RoadRows {
  total: number;
  offset: number;
  rows: RoadRow[];
}

/** A phase set by hand; '' gives the derived one back. */
export interface OverruleInput {
  account: string;
  road: 'client' | 'provider';
  phase: string;
  reason: string;
}

/** Reads the portfolio on the two roads. */
export const roads = (only: WaysFilter) => call<RoadMap>('Ways', 'Roads', only);

/** Reads the accounts of a cell, the most urgent first. */
export const roadRows = (query: RoadQuery) => call<RoadRows>('Ways', 'RoadRows', query);

/** Sets a phase by hand. */
export const overrule = (input: OverruleInput) => write<Written>('Ways', 'Overrule', input);

/** How the portfolio is looked at as assets; empty days are the last 12 months. */
export interface AssetsQuery {
  only: WaysFilter;
  by: 'type' | 'csm';
  from: string;
  to: string;
  /** Shares a year. */
  discount: number;
  growth: number;
}

/** Some accounts as assets together; shares are 0..1, payback in months. */
export interface AssetGroup {
  key: string;
  name: string;
  accounts: number;
  arr: number;
  base: number;
  kept: number;
  was: number;
  is: number;
  grr: number | null;
  nrr: number | null;
  logo: number | null;
  payback: number | null;
  payback_of: number;
  expected: number;
  expected_of: number;
  no_margin: number;
  no_finite: number;
  no_rate: number;
  spread: number;
  herfindahl: number | null;
}

/** The portfolio as assets, whole and in groups. */
export interface Assets {
  currency: string;
  today: string;
  from: string;
  to: string;
  /** Then or now, without the filter. */
  accounts: number;
  all: AssetGroup;
  groups: AssetGroup[];
}

/** The figures of assets that answer why. */
export type AssetFigure = 'grr' | 'nrr' | 'logo' | 'payback' | 'expected' | 'spread' | 'herfindahl';

/** An account behind a figure of assets. */
export interface AssetWhy {
  id: string;
  name: string;
  value: number | null;
  was: number | null;
  rate: number;
  reason: string;
}

/** Reads the portfolio as assets. */
export const assets = (query: AssetsQuery) => call<Assets>('Ways', 'Assets', query);

/** Reads the accounts behind a figure of a group; "*" is all. */
export const assetWhy = (query: AssetsQuery, group: string, figure: AssetFigure) =>
  call<AssetWhy[]>('Ways', 'AssetWhy', query, group, figure);

/** The accounts that have a bonded share, and how many have none. */
export interface VelocityMap {
  waiting: Reckoning;
  currency: string;
  accounts: number;
  /** Without the filter. */
  all: number;
  points: MapPoint[];
  left: MapLeft[];
}

/** An account on the map: bonded share from `low` to `high`, velocity relative to the larger level (-1..1). */
export interface MapPoint {
  id: string;
  name: string;
  currency: string;
  low: number;
  high: number;
  relative: number;
  velocity: number;
  book_arr: number;
  verdict: string;
}

/** How many accounts are not on the map for one reason. */
export interface MapLeft {
  reason: NoPrice;
  accounts: number;
}

/** Reads the velocity map. */
export const velocityMap = (only: WaysFilter) => call<VelocityMap>('Ways', 'VelocityMap', only);
