import { write } from './queue';
import type { TalkPerson, Written } from './talks';
import { call } from './transport';

/** Somebody in a mail or meeting: known by id, or offered as a new person. */
export interface LetterPerson {
  id: string;
  name: string;
  email: string;
  /** The address is of our own side. */
  ours: boolean;
  from: boolean;
}

/** One mail or meeting, as the conversation it would become; with a problem it is none. */
export interface Letter {
  path: string;
  part: number;
  file: string;
  problem: string;
  /** The conversation that has this file already. */
  known: string;
  meeting: boolean;
  on: string;
  subject: string;
  text: string;
  direction: '' | 'in' | 'out';
  kind: string;
  people: LetterPerson[];
}

/** What was dropped on an account. */
export interface Letters {
  today: string;
  people: TalkPerson[];
  letters: Letter[];
}

/** A mail or meeting as it is taken in. */
export interface LetterInput {
  path: string;
  part: number;
  people: string[];
  new: LetterPerson[];
  fields: Record<string, string>;
}

/** Reads mails and meetings; nothing is saved. */
export const read = (account: string, paths: string[]) =>
  call<Letters>('Letters', 'Read', account, paths);

/** Takes them in as one action. */
export const save = (account: string, letters: LetterInput[]) =>
  write<Written>('Letters', 'Save', { account, letters });
