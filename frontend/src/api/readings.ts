import type { Measure, PlanPerson, Written } from './plan';
import { write } from './queue';
import { call } from './transport';

/** One measure of a round; `due` says that it waits for a reading. */
export interface ReadingRow {
  outcome: string;
  measure: Measure;
  due: boolean;
}

/** A round to fill in: the measures of the plan, in its order. */
export interface ReadingSheet {
  account: string;
  name: string;
  today: string;
  people: PlanPerson[];
  rows: ReadingRow[];
}

/** One measure's answer: a plain decimal, or that it was not measured. */
export interface ReadingInput {
  measure: string;
  value: string;
  not_measured: boolean;
  on: string;
  confirmed_by: string;
  source: string;
}

/** A filled-in round; day, name and source hold for each row that says nothing else. */
export interface RoundInput {
  account: string;
  on: string;
  confirmed_by: string;
  source: string;
  rows: ReadingInput[];
}

/** Reads the round to fill in. */
export const sheet = (account: string) => call<ReadingSheet>('Readings', 'Sheet', account);

/** Writes a whole round as one action. */
export const save = (round: RoundInput) => write<Written>('Readings', 'Save', round);
