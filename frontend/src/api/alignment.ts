import type { Written } from './plan';
import { write } from './queue';
import { call } from './transport';

/** What an indicator is held against: retained or cancelled, or the last action. */
export type Outcome = 'retention' | 'action';

/** What an indicator is worth. */
export type Reading = 'too few' | 'indicates' | 'weak' | 'says nothing';

export type IndicatorKind = 'yes/no' | 'number' | 'category';

/** The result among the accounts of one value, or of a quarter of the numbers (`quartile` 1 to 4). */
export interface Part {
  value: string;
  quartile: number;
  from: number;
  to: number;
  n: number;
  positive: number;
  /** Share with the positive result, 0..1, with its Wilson 95 % interval. */
  rate: number;
  low: number;
  high: number;
  lift: number | null;
}

/** A sign, with what it indicates; figures are null where nothing was tested. */
export interface Indicator {
  id: string;
  motivation: string;
  name: string;
  stage: string;
  kind: string;
  nature: string;
  source: string;
  /** Accounts of which it is known. */
  values: number;
  n: number;
  positive: number;
  base_rate: number | null;
  test: string;
  v: number | null;
  auc: number | null;
  p: number | null;
  q: number | null;
  /** 0..1: Cramér's V, or how far twice the AUC lies from 1. */
  effect: number | null;
  reading: string;
  warnings: string[];
  parts: Part[];
  /** How many more categories there are. */
  more: number;
}

/** Why clients of a kind act; one without an id gathers the indicators that belong to none. */
export interface Motivation {
  id: string;
  name: string;
  description: string;
  stage: string;
  indicators: Indicator[];
}

export interface Stage {
  stage: string;
  motivations: Motivation[];
}

export interface Focus {
  indicator: string;
  name: string;
  effect: number;
  part: Part;
}

/** The stage table; `accounts` have a result, `positive` of them the positive one. */
export interface AlignmentPage {
  on: string;
  outcome: string;
  accounts: number;
  positive: number;
  too_few: boolean;
  stages: Stage[];
  focus: Focus[];
  indicators: number;
  read_only: boolean;
}

/** A conversation behind the table. */
export interface Interview {
  question: string;
  answer: string;
  asked_of: string;
  account: string;
  account_name: string;
  on: string;
  value: string;
  learned: string[];
  /** 'positive', 'negative' or '' where there is no result. */
  result: string;
}

export interface ValuesQuery {
  indicators: string[];
  filter: string;
  missing: boolean;
  offset: number;
  limit: number;
}

export interface ValueColumn {
  id: string;
  name: string;
  kind: string;
  /** The categories in use. */
  words: string[];
}

export interface ValueRow {
  id: string;
  name: string;
  cells: string[];
}

export interface ValuesPage {
  total: number;
  offset: number;
  columns: ValueColumn[];
  rows: ValueRow[];
}

export interface ValueInput {
  account: string;
  indicator: string;
  value: string;
}

/** A column that an import brought and that has no field. */
export interface Attribute {
  name: string;
  filled: number;
  samples: string[];
}

/** One condition of a customer type; `indicator` is an id. */
export interface Rule {
  indicator: string;
  name: string;
  op: string;
  value: string;
}

/** How large a type is; shares are 0..1, null where nothing is decided yet. */
export interface TypeCount {
  accounts: number;
  cancelled: number;
  decided: number;
  renewed: number;
  rate: number | null;
  low: number | null;
  high: number | null;
}

export interface CustomerType {
  id: string;
  name: string;
  description: string;
  color: string;
  rules: Rule[];
  count: TypeCount;
}

/** An indicator that a rule may hold. */
export interface Sign {
  id: string;
  name: string;
  kind: string;
  words: string[];
}

/** The types in the order in which their rules are tried. */
export interface CustomerTypes {
  types: CustomerType[];
  untyped: TypeCount;
  /** Accounts on which no type is set, and those of them to which the rules give one. */
  open: number;
  by_rules: number;
  signs: Sign[];
  ops: string[];
  read_only: boolean;
}

export interface CustomerTypeInput {
  id: string;
  name: string;
  description: string;
  color: string;
  rules: Rule[];
}

export interface RuleCount {
  accounts: number;
  cancelled: number;
  known: number;
}

/** A bundle of values that goes with the positive outcome. */
export interface Suggestion {
  rules: Rule[];
  n: number;
  support: number;
  positive: number;
  rate: number;
  low: number;
  high: number;
  base_rate: number;
  lift: number;
  q: number;
}

export interface Suggestions {
  outcome: string;
  accounts: number;
  tried: number;
  too_few: boolean;
  suggestions: Suggestion[];
}

/** A motivation or an indicator as it is typed; without an id it is made. */
export interface AlignmentInput {
  kind: 'motivation' | 'indicator';
  id: string;
  fields: Record<string, string>;
}

/** Reads the stage table against an outcome. */
export const page = (outcome: Outcome) => call<AlignmentPage>('Alignment', 'Page', outcome);

/** Reads the conversations of the accounts of which an indicator is known; '' is all. */
export const interviews = (indicator: string, outcome: Outcome) =>
  call<Interview[]>('Alignment', 'Interviews', indicator, outcome);

/** Makes or changes a motivation or an indicator. */
export const save = (input: AlignmentInput) => write<Written>('Alignment', 'Write', input);

/** Puts one before another of its list, '' at its end; `to` is another list, or ''. */
export const move = (kind: AlignmentInput['kind'], id: string, before: string, to: string) =>
  write<Written>('Alignment', 'Move', kind, id, before, to);

/** Puts one in the bin. */
export const remove = (kind: AlignmentInput['kind'], id: string) =>
  write<Written>('Alignment', 'Delete', kind, id);

/** Reads a page of the sheet of values. */
export const values = (query: ValuesQuery) => call<ValuesPage>('Alignment', 'Values', query);

/** Writes what accounts show as one action. */
export const saveValues = (list: ValueInput[]) => write<Written>('Alignment', 'SaveValues', list);

/** Lists the columns without a field. */
export const attributes = () => call<Attribute[]>('Alignment', 'Attributes');

/** Reads an attribute of all accounts as a table to import. */
export const attributeTable = (name: string) => call<string>('Alignment', 'AttributeTable', name);

/** Reads the customer types. */
export const types = () => call<CustomerTypes>('CustomerTypes', 'List');

/** Counts the accounts for which rules hold. */
export const countRules = (rules: readonly Rule[]) =>
  call<RuleCount>('CustomerTypes', 'Count', rules);

/** Makes or changes a customer type. */
export const saveType = (input: CustomerTypeInput) =>
  write<Written>('CustomerTypes', 'Write', input);

/** Puts a type before another one, '' at the end. */
export const moveType = (id: string, before: string) =>
  write<Written>('CustomerTypes', 'Move', id, before);

/** Puts a type in the bin. */
export const removeType = (id: string) => write<Written>('CustomerTypes', 'Delete', id);

/** Sets on each account that has no type the one that the rules say. */
export const applyTypes = () => write<Written>('CustomerTypes', 'Apply');

/** Looks for bundles of values that go with the positive outcome. */
export const suggest = (outcome: Outcome) => call<Suggestions>('CustomerTypes', 'Suggest', outcome);
