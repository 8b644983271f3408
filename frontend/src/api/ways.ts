import { call } from './transport';

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
  accounts: SaleAccount[];
  unpriced: Unpriced[];
}

/** Reads what any offer to the portfolio is answered from. */
export const sale = () => call<Sale>('Ways', 'Sale');

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
