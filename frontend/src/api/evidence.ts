import type { Written } from './plan';
import { write } from './queue';
import { call } from './transport';

/** The kinds of evidence. */
export type EvidenceKind = 'file' | 'link' | 'quote' | 'note';

/** A piece of evidence and what it hangs on. */
export interface EvidenceItem {
  id: string;
  subject_kind: string;
  subject_id: string;
  kind: EvidenceKind;
  title: string;
  body: string;
  url: string;
  has_file: boolean;
  on: string;
  stakeholder_id: string;
  person_name: string;
  internal: boolean;
}

/** A piece of evidence as it is given. */
export interface EvidenceInput {
  account: string;
  subject_kind: string;
  subject_id: string;
  kind: EvidenceKind;
  title: string;
  body: string;
  url: string;
  path: string;
  on: string;
  stakeholder_id: string;
  internal: boolean;
}

/** Reads all evidence of an account, the newest first. */
export const list = (account: string) => call<EvidenceItem[]>('Evidence', 'List', account, '', '');

/** Hangs a piece of evidence on a record. */
export const add = (input: EvidenceInput) => write<Written>('Evidence', 'Add', input);

/** Puts a piece of evidence in the bin. */
export const remove = (id: string) => write<Written>('Evidence', 'Remove', id);

/** Writes an attached file to where the person chose. */
export const save = (id: string, path: string) => call<void>('Evidence', 'Save', id, path);
