import { write } from './queue';
import { call } from './transport';

/** What the Value picture reads, as app/desktop writes it. Days are YYYY-MM-DD, money is in major units. */

/** The level from a day on; `claimed` counts every claim, `proved` none. */
export interface LevelPoint {
  on: string;
  proved: number;
  claimed: number;
}

/** Felt value right after a day's news; it halves in a half-life until the next. */
export interface FeltPoint {
  on: string;
  value: number;
}

/** What a vertical of the picture stands for. */
export type LineKind =
  | 'start'
  | 'first_value'
  | 'renewed'
  | 'renewal'
  | 'told'
  | 'cancelled'
  | 'leaves';

/** A day that stands as a vertical in the picture. */
export interface Line {
  kind: LineKind;
  on: string;
  /** Days from the start (first value) or until the day (renewal, negative once past). */
  days: number;
  /** ARR before and after a renewal, or the one-time amount that leaves. */
  from: number;
  to: number;
  title: string;
  proved: boolean;
}

/** A time of 120 days or more without proved news. */
export interface Silence {
  from: string;
  to: string;
  days: number;
  open: boolean;
  felt_from: number;
  felt_to: number;
}

/** How far a step is proved. */
export type Confirmation = 'claimed' | 'evidenced' | 'confirmed';

/** One step of a benefit. */
export interface Step {
  id: string;
  /** The kind of record that made it: benefit_step or reading. */
  record: string;
  on: string;
  kind: 'once' | 'yearly';
  amount: number | null;
  people: number | null;
  /** People from this step on, claims counted. */
  reach: number;
  confirmation: Confirmation;
  confirmed_by: string;
  confirmed_on: string;
  /** Proved news of the day, and news with claims. */
  news: number;
  claimed_news: number;
}

/** A time in force; `to` is empty while it lasts. */
export interface InForce {
  from: string;
  to: string;
  proved: boolean;
}

/** What backs a benefit or one of its steps. */
export interface Evidence {
  id: string;
  kind: string;
  title: string;
  body: string;
  url: string;
  on: string;
  by: string;
}

/** One benefit with all that the picture, the table and its card show. */
export interface Benefit {
  id: string;
  title: string;
  dimension: string;
  group: string;
  measure: string;
  internal: boolean;
  stale: boolean;
  proof_on: string;
  in_force: boolean;
  /** Whether any of its steps is proved. */
  proved: boolean;
  kind: 'once' | 'yearly' | 'none';
  /** Its part of today's level, proved and with claims. */
  proved_now: number;
  claimed_now: number;
  people: number;
  /** The day its one-time amount leaves the year, or empty. */
  leaves_on: string;
  spans: InForce[];
  steps: Step[];
  evidence: Evidence[];
}

/** The benefits of one dimension; lanes come in order of first appearance. */
export interface Lane {
  dimension: string;
  benefits: Benefit[];
}

/** A small step line: the value from each day on. */
export interface AxisPoint {
  on: string;
  value: number;
}

/** One axis since a day: was, is, and what the claims would add to the change. */
export interface Axis {
  was: number;
  is: number;
  change: number;
  claimed: number;
  series: AxisPoint[];
}

/** The verdict's words. */
export type Verdict =
  | 'not yet known'
  | 'no value yet'
  | 'shrinking'
  | 'expanding'
  | 'deepening'
  | 'static';

/** The four axes since a day, with the verdict over the last year. */
export interface Axes {
  since: string;
  since_kind: 'renewal' | 'start' | 'year';
  verdict: Verdict;
  benefits: Axis;
  people: Axis;
  dimensions: Axis;
  value: Axis;
}

/** What is only claimed, and whose yes it waits for. */
export interface Waiting {
  amount: number;
  people: string[];
  /** The claimed steps that wait, and who can confirm each; empty where nobody is known. */
  steps: { benefit: string; step: string; who: string }[];
}

/** A person at the client. */
export interface Person {
  id: string;
  name: string;
  title: string;
  email: string;
  left: boolean;
}

/** Everything the picture needs. */
export interface Timeline {
  account: string;
  name: string;
  currency: string;
  today: string;
  from: string;
  to: string;
  term_from: string;
  term_to: string;
  half_life_days: number;
  first_value_due: string;
  first_value_overdue: boolean;
  level: LevelPoint[];
  felt: FeltPoint[];
  lines: Line[];
  silences: Silence[];
  lanes: Lane[];
  axes: Axes;
  proved_count: number;
  claimed_count: number;
  claimed_steps: number;
  waiting: Waiting;
  /** For the form: the workspace's dimensions, groups already used, people to ask. */
  dimensions: string[];
  groups: string[];
  people: Person[];
  /** The story of the next renewal that was not told yet; no id, no story. */
  draft: { id: string; title: string; file_name: string };
}

/** What a write answers: the action that one Undo takes back, and the record made. */
export interface Written {
  action: { id: string; label: string };
  id: string;
}

/** A benefit as it is typed, with its first step. Amounts are plain decimals in major units. */
export interface BenefitInput {
  account: string;
  title: string;
  dimension: string;
  group: string;
  on: string;
  kind: 'once' | 'yearly';
  amount: string;
  people: number | null;
  confirmation: Confirmation;
  confirmed_by: string;
  /** A link or the client's words that show it; kept as evidence of the benefit. */
  proof: string;
}

/** A further step of a benefit. */
export interface StepInput {
  benefit: string;
  on: string;
  kind: 'once' | 'yearly';
  amount: string;
  people: number | null;
  confirmation: Confirmation;
  confirmed_by: string;
}

/** Reads everything the picture of an account's value needs. */
export const timeline = (account: string) => call<Timeline>('Value', 'Timeline', account);

/** Adds a benefit with its first step. */
export const addBenefit = (input: BenefitInput) => write<Written>('Value', 'AddBenefit', input);

/** Adds a step to a benefit. */
export const addStep = (input: StepInput) => write<Written>('Value', 'AddStep', input);

/** Notes who said yes to a step, and when. */
export const confirmStep = (step: string, by: string, on: string) =>
  write<Written>('Value', 'ConfirmStep', step, by, on);
