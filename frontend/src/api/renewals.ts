import type { Written } from './plan';
import { write } from './queue';
import { call } from './transport';

/** What a CSM calls a renewal; '' where nobody did. */
export type CallWord = 'on track' | 'at risk' | 'monitor' | '';

/** What the records say of a renewal. */
export type SignalWord = 'on track' | 'watch' | 'at risk' | 'critical' | 'not yet known' | '';

/** How a call differs from the signal; '' where it does not. */
export type Disagreement = 'hopeful' | 'worried' | '';

/** Where a term stands in the forecast; '' where it is not in it. */
export type ForecastKind = 'decided' | 'lost' | 'committed' | 'likely' | 'at risk' | '';

/** How a term ended, or open. */
export type ResultWord = 'open' | 'renewed' | 'expanded' | 'contracted' | 'cancelled';

/** The lines of the readiness list. */
export type ReadyKey =
  | 'outcomes_validated'
  | 'readings_fresh'
  | 'proof_fresh'
  | 'something_new'
  | 'people_known'
  | 'plan_signed'
  | 'buyer_met'
  | 'answered'
  | 'story_begun'
  | 'story_new'
  | 'ask_written'
  | 'mitigation'
  | 'story_told'
  | 'offer_known'
  | 'paper_path'
  | 'paper_on_time'
  | 'call_made';

/** Some terms and what they bring. */
export interface Amount {
  terms: number;
  amount: number;
}

/** The forecast of a quarter; `quarter` is its first day. Shares are 0..1, null where nothing ends. */
export interface Quarter {
  quarter: string;
  terms: number;
  arr: number;
  decided: Amount;
  lost: Amount;
  committed: Amount;
  likely: Amount;
  at_risk: Amount;
  disputed: Amount;
  unpriced: number;
  gross_low: number | null;
  gross_high: number | null;
  net_low: number | null;
  net_high: number | null;
}

/** A term that moved in the forecast; `from_kind` is '' where it was not there. */
export interface Move {
  account: string;
  name: string;
  term: string;
  from_kind: ForecastKind;
  to_kind: ForecastKind;
  from_call: CallWord;
  to_call: CallWord;
  from: number;
  to: number;
  from_end: string;
  to_end: string;
  result: ResultWord;
  /** Its term lies in the bin. */
  binned: boolean;
}

/** A term of the quarter that has its result. */
export interface Decided {
  account: string;
  name: string;
  term: string;
  end: string;
  result: ResultWord;
  arr: number;
  to: number;
  lessons: boolean;
}

/** How the calls of one kind at one gate came out. */
export interface CallRecord {
  gate: number;
  call: CallWord;
  terms: number;
  kept: number;
}

/** What the renewals of this and the next quarters bring, and what moved since `since`. */
export interface Forecast {
  currency: string;
  today: string;
  since: string;
  quarters: Quarter[];
  moved: number;
  moved_by: number;
  moves: Move[];
  /** So much was written that nothing is known of the moves. */
  too_much: boolean;
  decided: Decided[];
  calls: CallRecord[] | null;
}

/** A renewal on the board; `days` counts to the decision, `gate` is 0 before the first. */
export interface Card {
  account: string;
  name: string;
  csm: string;
  term: string;
  decision: string;
  end: string;
  days: number;
  gate: number;
  currency: string;
  arr: number;
  forecast: number | null;
  probability: number | null;
  verdict: string;
  signal: SignalWord;
  call: CallWord;
  call_gate: number;
  due: boolean;
  disagrees: Disagreement;
  holds: number;
  of: number;
  open: ReadyKey[];
  ended: boolean;
  stale: boolean;
}

/** A column of the board (key passed, gate, ahead) or a month (YYYY-MM); `terms` are the first of `count`. */
export interface Group {
  key: string;
  gate: number;
  count: number;
  arr: number;
  terms: string[];
}

/** The renewals ahead, by gate and by month. */
export interface RenewalsPage {
  today: string;
  person: string;
  currency: string;
  accounts: number;
  csms: { name: string; accounts: number; todos: number }[];
  chosen: string[];
  gates: number[];
  total: number;
  calls_due: number;
  disputed: number;
  reckoning: number;
  columns: Group[];
  months: Group[];
  cards: Card[];
  read_only: boolean;
}

/** A gate of a renewal and its call; `signal` is what the records said then. */
export interface Gate {
  days_before: number;
  on: string;
  reached: boolean;
  now: boolean;
  call: CallWord;
  signal: SignalWord;
  disagrees: Disagreement;
  reason: string;
  decided_by: string;
  decided_on: string;
}

/** A line of the readiness list: `count` of `of` have it, both 0 where it is not counted. */
export interface Item {
  key: ReadyKey;
  gate: number;
  done: boolean;
  due: boolean;
  count: number;
  of: number;
  on: string;
  kind: string;
  id: string;
  title: string;
}

/** A reason for the signal: a flag, the verdict, or how much is ready. */
export interface Reason {
  kind: 'flag' | 'verdict' | 'readiness';
  name: string;
  severity: number;
  count: number;
  of: number;
  title: string;
}

/** A line of the renewal's own checklist. */
export interface Tick {
  text: string;
  done_on: string;
}

/** A step of the paper path. */
export interface Step {
  step: string;
  owner: string;
  due: string;
  done_on: string;
  late: boolean;
}

/** Another term of the account. */
export interface OtherTerm {
  term: string;
  contract: string;
  end: string;
  result: ResultWord;
}

/** One renewal with all that is known of it. Amounts are in `currency`. */
export interface Renewal {
  account: string;
  name: string;
  csm: string;
  person: string;
  currency: string;
  today: string;
  term: string;
  contract: string;
  start: string;
  end: string;
  decision: string;
  notice_days: number;
  auto_renew: boolean;
  days: number;
  gate: number;
  first_gate: string;
  arr: number;
  verdict: string;
  gates: Gate[];
  items: Item[];
  holds: number;
  of: number;
  signal: SignalWord;
  reasons: Reason[];
  call: CallWord;
  disagrees: Disagreement;
  may_watch: boolean;
  checklist: Tick[];
  mitigation: string;
  ask: string;
  offer: number | null;
  concessions: string;
  paper: Step[];
  forecast: number | null;
  probability: number | null;
  lessons: string;
  result: ResultWord;
  result_on: string;
  result_arr: number | null;
  result_reason: string;
  next_start: string;
  next_end: string;
  others: OtherTerm[];
  people: string[];
  plan: boolean;
  story: string;
  read_only: boolean;
}

/** Whose renewals are asked for; '*' is everybody's. */
export interface RenewalsQuery {
  csms: readonly string[];
  limit: number;
}

/** Which renewal is written. */
export interface RenewalInput {
  account: string;
  term: string;
}

/** A call at the gate that stands. */
export interface CallInput {
  renewal: RenewalInput;
  call: CallWord;
  reason: string;
}

/** A step as it is typed; `was` is '' for a new one. */
export interface StepInput {
  renewal: RenewalInput;
  was: string;
  step: string;
  owner: string;
  due: string;
  done_on: string;
}

/** How a term ended; `next` also makes the term that follows. */
export interface ResultInput {
  renewal: RenewalInput;
  result: ResultWord;
  on: string;
  arr: string;
  reason: string;
  lessons: string;
  next: boolean;
  start: string;
  end: string;
}

/** Reads the renewals ahead. */
export const page = (query: RenewalsQuery) => call<RenewalsPage>('Renewals', 'Page', query);

/** Reads what the renewals bring, and what moved since Monday. */
export const forecast = (csms: readonly string[]) => call<Forecast>('Renewals', 'Forecast', csms);

/** Reads one renewal; without a term the one that is decided next. */
export const renewal = (account: string, term: string) =>
  call<Renewal>('Renewals', 'Renewal', account, term);

/** Makes the call of the gate that stands. */
export const decide = (input: CallInput) => write<Written>('Renewals', 'Call', input);

/** Changes one field, as it was typed. */
export const save = (of: RenewalInput, field: string, text: string) =>
  write<Written>('Renewals', 'Write', of, field, text);

/** Ticks a line of the checklist, or takes the tick away. */
export const tick = (of: RenewalInput, text: string, done: boolean) =>
  write<Written>('Renewals', 'Tick', of, text, done);

/** Changes a line of the checklist: without `was` it adds one, without `text` it removes it. */
export const saveLine = (of: RenewalInput, was: string, text: string) =>
  write<Written>('Renewals', 'WriteLine', of, was, text);

/** Adds a step to the paper path, or changes one. */
export const saveStep = (input: StepInput) => write<Written>('Renewals', 'WriteStep', input);

/** Takes a step out of the paper path. */
export const removeStep = (of: RenewalInput, step: string) =>
  write<Written>('Renewals', 'RemoveStep', of, step);

/** Puts the usual steps on the paper path. */
export const beginPath = (of: RenewalInput, names: readonly string[]) =>
  write<Written>('Renewals', 'BeginPath', of, names);

/** Notes how a term ended. */
export const result = (input: ResultInput) => write<Written>('Renewals', 'Result', input);
