import { write } from './queue';
import type { Named, TalkPerson, Written } from './talks';
import { call } from './transport';

/** A correction of what a line proposes; line 0 is the conversation. */
export interface CaptureFix {
  line: number;
  kind: string;
  field: string;
  value: string;
}

/** A page of notes, and what was settled beside its text. */
export interface CaptureInput {
  account: string;
  text: string;
  on: string;
  comma: boolean;
  /** Lines that stay words. */
  plain: number[];
  /** Whom a name means, by id; '' is somebody new. */
  names: Record<string, string>;
  fixes: CaptureFix[];
}

/** A field as it can be typed. */
export interface CaptureField {
  name: string;
  value: string;
}

/** Somebody who was met; new without an id. */
export interface CapturePerson {
  id: string;
  name: string;
  title: string;
}

/** A record that a line makes or, with an id, changes. */
export interface CaptureRecord {
  kind: string;
  id: string;
  fields: CaptureField[];
}

/** One line that begins with a sign. */
export interface CaptureLine {
  line: number;
  sign: string;
  text: string;
  plain: boolean;
  /** Why it could not be read; it stays in words. */
  reason: string;
  /** The name that could not be told, of a line of people. */
  name: string;
  /** A field that the line does not settle. */
  guess: string;
  records: CaptureRecord[];
}

/** What a page was read as. */
export interface CapturePage {
  on: string;
  note: string;
  records: number;
  talk: CaptureField[];
  people: CapturePerson[];
  lines: CaptureLine[];
}

/** A measure that a reading may be of. */
export interface CaptureMeasure {
  id: string;
  name: string;
  unit: string;
}

/** What the preview offers of its account. */
export interface CaptureAccount {
  id: string;
  name: string;
  currency: string;
  today: string;
  has_plan: boolean;
  people: TalkPerson[];
  outcomes: Named[];
  benefits: Named[];
  measures: CaptureMeasure[];
  dimensions: string[];
}

export const account = (id: string) => call<CaptureAccount>('Capture', 'Account', id);

/** Reads a page; nothing is saved. */
export const preview = (input: CaptureInput) => call<CapturePage>('Capture', 'Preview', input);

/** Saves all of a page as one action; answers with the id of the conversation. */
export const accept = (input: CaptureInput) => write<Written>('Capture', 'Accept', input);

/** Reads the draft that was kept, '' for none. */
export const draft = () => call<string>('Capture', 'Draft');

/** Keeps a draft until it is accepted; '' throws it away. */
export const keepDraft = (text: string) => write<void>('Capture', 'KeepDraft', text);
