import { write } from './queue';
import { call } from './transport';

/** What the conversations of an account read, as app/desktop writes it. Days are YYYY-MM-DD or ''. */

/** Somebody at the client. */
export interface TalkPerson {
  id: string;
  name: string;
  title: string;
  email: string;
  left: boolean;
}

/** A record by its name. */
export interface Named {
  id: string;
  name: string;
}

/** That an insight reached a team. */
export interface TeamShare {
  team: string;
  shared_on: string;
}

/** The records of the stream. */
export type TalkKind = 'touchpoint' | 'question' | 'insight';

/** What sort of conversation a touchpoint was. */
export const touchKinds = [
  'learn',
  'coach',
  'lead',
  'engage',
  'teach',
  'support',
  'commercial',
  'upgrade',
] as const;

/** Where the answer to a message stands. */
export type Reply = '' | 'owed' | 'late' | 'answered' | 'too late';

/** One touchpoint, question or insight; what its kind has not is empty. */
export interface Talk {
  id: string;
  kind: TalkKind;
  on: string;
  text: string;
  touch_kind: '' | (typeof touchKinds)[number];
  direction: '' | 'in' | 'out';
  people: string[];
  needs_reply_by: string;
  replied_on: string;
  reply: Reply;
  /** The day by which an answer is owed, and how long it took. */
  due: string;
  reply_days: number | null;
  /** They said that they may go. */
  leaving: boolean;
  ticket: string;
  internal: boolean;
  outcome_id: string;
  from_team: string;
  asked_of: string;
  answered_on: string;
  answer: string;
  /** How long a question has been open. */
  open_days: number | null;
  question_id: string;
  teams: TeamShare[];
  evidence: number;
}

/** The reply record of one month's messages. */
export interface RepliesIn {
  month: string;
  messages: number;
  median_days: number | null;
  share: number | null;
}

/** The reply record of the last 365 days. */
export interface Replies {
  messages: number;
  answered: number;
  in_time: number;
  open: number;
  late: number;
  median_days: number | null;
  share: number | null;
  months: RepliesIn[];
}

/** What was asked, taught and learned in one month. */
export interface TalkMonth {
  month: string;
  asked: number;
  taught: number;
  insights: number;
}

/** An account's conversations, the newest first. */
export interface TalksPage {
  account: string;
  name: string;
  today: string;
  people: TalkPerson[];
  outcomes: Named[];
  teams: string[];
  items: Talk[];
  replies: Replies;
  months: TalkMonth[];
}

/** One line of a recap. */
export interface RecapLine {
  text: string;
  who: string;
  due: string;
  value: number | null;
  unit: string;
  answer: string;
}

/** What was agreed in a conversation. */
export interface Recap {
  account: string;
  on: string;
  /** The language of the account's last story, or ''. */
  language: string;
  to: TalkPerson[];
  summary: string;
  ours: RecapLine[];
  theirs: RecapLine[];
  changes: RecapLine[];
  readings: RecapLine[];
  asked: RecapLine[];
  /** How many records of the notes are ours alone. */
  left_out: number;
}

/** A write's answer. */
export interface Written {
  action: { id: string; label: string };
  id: string;
}

export const page = (account: string) => call<TalksPage>('Talks', 'Page', account);

/** Makes a record, or changes the fields given of one; an empty text clears a field. */
export const save = (account: string, kind: TalkKind, id: string, fields: Record<string, string>) =>
  write<Written>('Talks', 'Write', { account, kind, id, owner: '', fields });

export const remove = (account: string, kind: TalkKind, id: string) =>
  write<Written>('Talks', 'Delete', account, kind, id);

/** Marks a message as answered on a day; '' says that it is not. */
export const replied = (account: string, id: string, on: string) =>
  write<Written>('Talks', 'Replied', account, id, on);

/** Notes that an insight was passed to a team on a day; '' takes it back. */
export const share = (account: string, insight: string, team: string, on: string) =>
  write<Written>('Talks', 'Share', account, insight, team, on);

export const recap = (account: string, touchpoint: string) =>
  call<Recap>('Talks', 'Recap', account, touchpoint);
