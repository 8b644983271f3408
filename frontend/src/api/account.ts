import { call } from './transport';
import type { Axes, Person } from './value';

/** An account's header. Days are ISO or ''; amounts in major units of `currency`. */
export interface Header {
  id: string;
  name: string;
  type: string;
  currency: string;
  csm: string;
  today: string;
  term_start: string;
  term_end: string;
  /** Which term of its contract it is, from 1. */
  term_number: number;
  days_to_renewal: number;
  arr: number;
  cancelled_on: string;
  /** Where the account stands on the two roads, and what of it does not go together. */
  client_phase: string;
  provider_phase: string;
  phase_mismatch: string[];
  /** Where the CSM overruled a phase: what the records say, and why; '' where nobody did. */
  client_derived: string;
  client_reason: string;
  provider_derived: string;
  provider_reason: string;
  people: Person[];
  axes: Axes;
  benefits_on_file: number;
}

/** One line of the arithmetic behind a figure, with the record it comes from. */
export interface WhyRow {
  label: string;
  on: string;
  value: number | null;
  text: string;
  unit: string;
  kind: string;
  id: string;
}

/** The rule and the records behind a figure. */
export interface Explanation {
  title: string;
  rule: string;
  currency: string;
  rows: WhyRow[];
  result: string;
  total: number | null;
  unit: string;
  notes: string[];
}

/** Reads an account's header. */
export const header = (account: string) => call<Header>('Account', 'Header', account);

/** Reads the why behind one of an account's figures. */
export const explain = (account: string, figure: string) =>
  call<Explanation>('Why', 'Explain', account, figure);
