import type { Written } from './plan';
import { write } from './queue';
import { call } from './transport';

export type LearningState = '' | 'open' | 'answered' | 'learned' | 'untold';

/** Which threads are asked for; `type` is a customer type's id, 'none' or ''. */
export interface LearningQuery {
  words: string;
  state: LearningState;
  team: string;
  type: string;
  csm: string;
  account: string;
  offset: number;
  limit: number;
}

/** Something that was asked; `days` is how long it has been open. */
export interface Asked {
  id: string;
  text: string;
  asked_of: string;
  from_team: string;
  asked_on: string;
  answered_on: string;
  answer: string;
  open: boolean;
  days: number;
}

/** A team that an insight is for; `shared_on` is '' until it was told. */
export interface Told {
  team: string;
  shared_on: string;
}

export interface Learned {
  id: string;
  text: string;
  teams: Told[];
}

/** A question with what followed from it; without one its insights stand alone. */
export interface Thread {
  id: string;
  account: string;
  account_name: string;
  type: string;
  type_name: string;
  on: string;
  question: Asked | null;
  insights: Learned[];
}

export interface Team {
  team: string;
  asked: number;
  told: number;
  untold: number;
}

export interface TypeName {
  id: string;
  name: string;
  color: string;
}

export interface CSMLearning {
  csm: string;
  asked: number;
  open: number;
  insights: number;
}

/** A page of threads, with how many there are in each state. */
export interface LearningPage {
  today: string;
  total: number;
  offset: number;
  all: number;
  open: number;
  answered: number;
  learned: number;
  untold: number;
  rows: Thread[];
  teams: Team[];
  types: TypeName[];
  /** Empty while figures about CSMs are off. */
  csms: CSMLearning[];
  csm_figures: boolean;
  read_only: boolean;
}

export interface AskInput {
  accounts: string[];
  /** A customer type's id, 'none', or 'all' for every account; '' for those named alone. */
  type: string;
  text: string;
  asked_of: string;
  from_team: string;
  on: string;
}

export interface AskedInput {
  id: string;
  text: string;
  asked_of: string;
  from_team: string;
  asked_on: string;
  answer: string;
  answered_on: string;
}

export interface LearnedInput {
  id: string;
  account: string;
  question: string;
  text: string;
  teams: string[];
}

export interface DigestInsight {
  text: string;
  account: string;
  type_name: string;
  on: string;
  question: string;
}

export interface DigestAnswer {
  text: string;
  answer: string;
  account: string;
  type_name: string;
  asked_on: string;
  answered_on: string;
}

/** What one team has to hear of a period. */
export interface Digest {
  team: string;
  from: string;
  to: string;
  new: DigestInsight[];
  told: DigestInsight[];
  answers: DigestAnswer[];
  open: DigestAnswer[];
  untold: string[];
  accounts: number;
}

export interface SharedValue {
  indicator: string;
  kind: string;
  value: string;
  n: number;
  of: number;
}

export interface Saying {
  account: string;
  account_name: string;
  who: string;
  text: string;
  on: string;
}

export interface SharedWord {
  word: string;
  n: number;
  sayings: Saying[];
}

/** What the accounts of one customer type have in common; `type` is '' for those of none. */
export interface Common {
  type: string;
  name: string;
  color: string;
  accounts: number;
  spoke: number;
  shared: SharedValue[];
  words: SharedWord[];
}

/** How many threads a page has. */
export const pageSize = 100;

/** Reads a page of threads. */
export const page = (query: LearningQuery) => call<LearningPage>('Learning', 'Page', query);

/** Asks one question of many accounts. */
export const ask = (input: AskInput) => write<Written>('Learning', 'Ask', input);

/** Changes a question, and answers it. */
export const saveQuestion = (input: AskedInput) =>
  write<Written>('Learning', 'WriteQuestion', input);

/** Makes or changes an insight. */
export const saveInsight = (input: LearnedInput) =>
  write<Written>('Learning', 'WriteInsight', input);

/** Marks insights as told to a team, or takes the mark away. */
export const tell = (insights: readonly string[], team: string, untold = false) =>
  write<Written>('Learning', 'Tell', insights, team, untold);

/** Puts a question or an insight in the bin. */
export const remove = (kind: 'question' | 'insight', id: string) =>
  write<Written>('Learning', 'Delete', kind, id);

/** Gathers what a team has to hear of a period. */
export const digest = (team: string, from: string, to: string) =>
  call<Digest>('Learning', 'Digest', team, from, to);

/** Writes a digest to a file; '' where the person cancelled. */
export const saveDigest = (name: string, markdown: string) =>
  call<string>('Learning', 'SaveDigest', name, markdown);

/** Reads what customers of each type have in common. */
export const common = () => call<Common[]>('Learning', 'Common');
