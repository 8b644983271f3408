import type { EvidenceInput, EvidenceItem } from './evidence';
import { write } from './queue';
import { call } from './transport';

/** What the plan's page reads, as app/desktop writes it. Days are YYYY-MM-DD or ''. */

/** Somebody at the client who may be quoted, own or agree. */
export interface PlanPerson {
  id: string;
  name: string;
  title: string;
  role: string;
  left: boolean;
}

/** One thing that changed since the plan was agreed. */
export interface PlanChange {
  kind: string;
  id: string;
  title: string;
  what: 'added' | 'changed' | 'deleted';
  by: string;
  on: string;
}

/** The states of a plan. */
export type PlanStatus = 'draft' | 'agreed' | 'active' | 'closed';

/** The plan itself and who agreed to it; `current` says that they agreed to it as it is now. */
export interface PlanHead {
  id: string;
  title: string;
  summary: string;
  status: PlanStatus;
  term_id: string;
  review_every_days: number | null;
  signed: boolean;
  signed_by: string;
  signed_on: string;
  method: '' | 'meeting' | 'mail' | 'document';
  recorded_by: string;
  signings: number;
  current: boolean;
  since: PlanChange[];
  /** Each time that the client agreed, the newest first. */
  agreements: Agreement[];
}

/** One time that the client agreed to the plan. */
export interface Agreement {
  id: string;
  by: string;
  on: string;
  method: '' | 'meeting' | 'mail' | 'document';
  /** It stands for the plan as it is now. */
  current: boolean;
  /** How many pieces of evidence show it. */
  evidence: number;
}

/** One reading of a measure. */
export interface Reading {
  id: string;
  on: string;
  value: number;
  source: string;
  confidence: string;
  confirmed_by: string;
  proof: 'claimed' | 'evidenced' | 'confirmed';
  evidence: number;
}

/** Where a measure stands. */
export type MeasureState =
  | 'no baseline'
  | 'not measured'
  | 'stale'
  | 'met'
  | 'on track'
  | 'off track';

/** A number of the client's; `question` says that its name speaks of our success. */
export interface Measure {
  id: string;
  name: string;
  unit: string;
  direction: 'up' | 'down' | 'hold';
  baseline: number | null;
  baseline_on: string;
  target: number | null;
  target_on: string;
  tolerance: number | null;
  bad_side: string;
  unit_value: string;
  unit_value_basis: string;
  attribution: number | null;
  unit_value_confirmed_by: string;
  unit_value_confirmed_on: string;
  cadence_days: number | null;
  source: string;
  owner_stakeholder_id: string;
  owner_name: string;
  kind: 'client' | 'vendor';
  question: boolean;
  state: MeasureState;
  progress: number | null;
  now: number | null;
  now_on: string;
  now_source: string;
  now_proof: '' | 'claimed' | 'evidenced' | 'confirmed';
  age: number;
  trend: '' | 'rising' | 'falling' | 'flat';
  readings: Reading[];
  not_measured_on: string;
  evidence: number;
}

/** How far a change has stuck, in order. */
export const stages = ['not started', 'aware', 'trying', 'habit', 'embedded'] as const;

/** One of the stages. */
export type Stage = (typeof stages)[number];

/** How work changes at the client. */
export interface BehaviorChange {
  id: string;
  process: string;
  from: string;
  to: string;
  why_today: string;
  who: string;
  people: number | null;
  owner_stakeholder_id: string;
  stage: Stage;
  stage_on: string;
  days: number;
  stuck: boolean;
}

/** One result the client wants. */
export interface Outcome {
  id: string;
  statement: string;
  /** What to ask for their words, where a template has left a question. */
  prompt: string;
  quote: string;
  quoted_stakeholder_id: string;
  quoted_name: string;
  quoted_title: string;
  said_on: string;
  job: string;
  why_it_matters: string;
  link: string;
  priority: number | null;
  status: 'proposed' | 'open' | 'achieved' | 'dropped';
  target_date: string;
  validated_on: string;
  validated_by: string;
  measures: Measure[];
  changes: BehaviorChange[];
}

/** A dated joint step; `late` counts the days it is overdue. */
export interface Milestone {
  id: string;
  title: string;
  side: 'client' | 'us';
  owner: string;
  due: string;
  done_on: string;
  late: number;
  outcome_id: string;
  behavior_change_id: string;
  depends_on: string[];
}

/** An account's plan with all that hangs on it; without a plan its head has no id. */
export interface PlanPage {
  account: string;
  name: string;
  us: string;
  me: string;
  today: string;
  currency: string;
  term_end: string;
  people: PlanPerson[];
  plans: { id: string; title: string; status: PlanStatus }[];
  plan: PlanHead;
  outcomes: Outcome[];
  milestones: Milestone[];
  terms: { id: string; start: string; end: string }[];
  evidence: EvidenceItem[];
}

/** The records that the plan's page edits. */
export type PlanKind =
  | 'success_plan'
  | 'outcome'
  | 'measure'
  | 'reading'
  | 'behavior_change'
  | 'milestone';

/** What a client said, on its way to become an outcome. */
export interface QuoteInput {
  account: string;
  plan: string;
  plan_title: string;
  quote: string;
  statement: string;
  person: string;
  new_person: string;
  new_title: string;
  on: string;
}

/** A write's answer. */
export interface Written {
  action: { id: string; label: string };
  id: string;
}

/** Reads the plan that counts today, or the one with an id. */
export const page = (account: string, plan = '') => call<PlanPage>('Plan', 'Page', account, plan);

/** Makes a record on its owner. Fields are texts; an empty one is left out. */
export const add = (
  account: string,
  kind: PlanKind,
  owner: string,
  fields: Record<string, string>,
) => write<Written>('Plan', 'Write', { account, kind, id: '', owner, fields });

/** Changes fields of a record; an empty text clears a field. */
export const change = (
  account: string,
  kind: PlanKind,
  id: string,
  fields: Record<string, string>,
) => write<Written>('Plan', 'Write', { account, kind, id, owner: '', fields });

/** Makes an outcome of what a client said. */
export const paste = (input: QuoteInput) => write<Written>('Plan', 'Paste', input);

/** Puts an outcome before another one; before '' means last. */
export const move = (account: string, outcome: string, before: string) =>
  write<Written>('Plan', 'Move', account, outcome, before);

/** Puts a record in the bin, with what hangs on it. */
export const remove = (account: string, kind: PlanKind, id: string) =>
  write<Written>('Plan', 'Delete', account, kind, id);

/** Says that a client agreed to a plan as it stands; `proof` is what shows it. */
export interface SignInput {
  account: string;
  plan: string;
  person: string;
  on: string;
  method: string;
  proof?: EvidenceInput | null;
}

/** Notes that somebody at the client agreed to the plan as it stands. */
export const sign = (input: SignInput) => write<Written>('Plan', 'Sign', input);

/** A start for a plan, without what only one client can say. */
export interface PlanTemplate {
  id: string;
  name: string;
  about: string;
  /** The workspace's own may be renamed and deleted. */
  own: boolean;
  outcomes: string[];
  measures: number;
  changes: number;
  milestones: number;
  /** Days from the start to the last milestone. */
  days: number;
}

/** Asks for a plan from a template; `plan` is an empty one to fill. */
export interface PlanTemplateInput {
  account: string;
  plan: string;
  template: string;
  start: string;
  locale: string;
}

/** Asks for a plan's successor. */
export interface DuplicateInput {
  account: string;
  plan: string;
  title: string;
}

/** Reads the templates that come with the program, in a language, and the workspace's own. */
export const templates = (locale: string) => call<PlanTemplate[]>('Plan', 'Templates', locale);

/** Makes a plan of a template, or fills an empty one. */
export const applyTemplate = (input: PlanTemplateInput) =>
  write<Written>('Plan', 'ApplyTemplate', input);

/** Keeps a plan as a template of the workspace. */
export const saveTemplate = (account: string, plan: string, name: string) =>
  write<Written>('Plan', 'SaveTemplate', account, plan, name);

/** Gives one of the workspace's templates another name. */
export const renameTemplate = (id: string, name: string) =>
  write<Written>('Plan', 'RenameTemplate', id, name);

/** Puts one of the workspace's templates in the bin. */
export const deleteTemplate = (id: string) => write<Written>('Plan', 'DeleteTemplate', id);

/** Makes the plan of the next term out of one. */
export const duplicate = (input: DuplicateInput) => write<Written>('Plan', 'Duplicate', input);
