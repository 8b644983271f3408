import type { ExportFile } from './exports';
import type { HeadlineOutcome } from './overview';
import type { Measure } from './plan';
import { write } from './queue';
import { call } from './transport';

/** What the list of what to do reads, as app/desktop writes it. Days are YYYY-MM-DD or ''. */

/** The kinds of things to do, the most urgent first. */
export type TodoKind =
  | 'leaving'
  | 'gate'
  | 'message'
  | 'reading'
  | 'promise'
  | 'question'
  | 'validate'
  | 'story';

/** Whose accounts to look at: none is the person's own where there are any, '*' everybody's. */
export interface TodayQuery {
  csms: readonly string[];
  limit: number;
}

/** Names a row to the writing calls. */
export interface RowInput {
  account: string;
  key: string;
}

/** One thing to do. What only one kind has is empty elsewhere. */
export interface TodayRow {
  key: string;
  account: string;
  account_name: string;
  kind: TodoKind;
  record: string;
  record_kind: string;
  /** Each further day does harm. */
  now: boolean;
  words: string;
  person: string;
  email: string;
  since: string;
  /** How many days have gone since; negative while it is ahead. */
  days: number;
  gate: number;
  signal: string;
  decision: string;
  left: number;
  silence: number | null;
  theirs: boolean;
  value: number | null;
  value_on: string;
  unit: string;
  outcomes: { id: string; statement: string; last: string }[];
  people: { id: string; name: string; title: string }[];
  /** Why the account stands before or behind its equals. */
  tending: '' | 'new' | 'silent' | 'critical';
  done: { action: string; label: string; at: string } | null;
}

/** Something that falls on a day. */
export type EventKind = 'meeting' | 'review' | 'decision' | 'renewal';

/** Something that falls on a day of the week. */
export interface TodayEvent {
  on: string;
  kind: EventKind;
  account: string;
  name: string;
}

/** A renewal that is decided within twelve weeks. */
export interface TodayRenewal {
  on: string;
  end: string;
  account: string;
  name: string;
  arr: number;
  currency: string;
  risk: string;
  verdict: string;
}

/** A question to put: one of ours that is open, or one that the records lack the answer to. */
export interface TodayAsk {
  key: 'open' | 'validate' | 'stuck' | 'worth' | 'silent' | 'success';
  words: string;
  who: string;
}

/** The account that is met, reviewed or decided next. */
export interface TodayNext {
  account: string;
  name: string;
  kind: EventKind;
  on: string;
  days: number;
  term_end: string;
  left: number;
  verdict: string;
  currency: string;
  level: number;
  spark: number[];
  silence: number | null;
  outcome: HeadlineOutcome | null;
  measure: Measure | null;
  news: { on: string; title: string }[];
  ask: TodayAsk[];
}

/** Somebody who has accounts. */
export interface TodayCSM {
  name: string;
  accounts: number;
  todos: number;
}

/** What to do on a day. */
export interface TodayPage {
  today: string;
  person: string;
  accounts: number;
  csms: TodayCSM[];
  /** Whose accounts these are; none is everybody's. */
  chosen: string[];
  total: number;
  now: number;
  aside: number;
  reckoning: number;
  rows: TodayRow[];
  week: TodayEvent[];
  horizon: TodayRenewal[];
  next: TodayNext | null;
}

/** A row that was set aside: until a day, or for good. */
export interface Aside {
  row: TodayRow;
  until: string;
  reason: string;
}

/** What every write answers. */
interface Written {
  action: { id: string; label: string };
  id: string;
}

/** Reads what to do next. */
export const page = (query: TodayQuery) => call<TodayPage>('Today', 'Page', query);

/** Reads what was set aside. */
export const asides = (query: TodayQuery) => call<Aside[]>('Today', 'Asides', query);

/** Notes that a message was answered today. */
export const answered = (row: RowInput) => write<Written>('Today', 'Answered', row);

/** Notes the call of a gate. */
export const decide = (row: RowInput, made: string, reason: string) =>
  write<Written>('Today', 'Call', { row, call: made, reason });

/** Notes a value read today, or that it was not measured. */
export const read = (row: RowInput, value: string, notMeasured: boolean) =>
  write<Written>('Today', 'Read', row, value, notMeasured);

/** Notes that a promise was kept today. */
export const kept = (row: RowInput) => write<Written>('Today', 'Kept', row);

/** Notes the answer to a question. */
export const learned = (row: RowInput, answer: string) =>
  write<Written>('Today', 'Learned', row, answer);

/** Notes that somebody stood by outcomes today. */
export const stoodBy = (row: RowInput, person: string, outcomes: readonly string[]) =>
  write<Written>('Today', 'StoodBy', row, person, outcomes);

/** Writes the draft of the story that a row asks for. */
export const compose = (row: RowInput, locale: string) =>
  write<Written>('Today', 'Compose', row, locale);

/** Takes a row off the list until a day, or for good with a reason. */
export const setAside = (row: RowInput, until: string, reason: string) =>
  write<Written>('Today', 'SetAside', row, until, reason);

/** Puts a row that was set aside back. */
export const bringBack = (row: RowInput) => write<Written>('Today', 'BringBack', row);

/** Writes what lies ahead as a calendar file. */
export const calendar = (query: TodayQuery, path: string, language: string) =>
  call<ExportFile>('Today', 'Calendar', query, path, language);
