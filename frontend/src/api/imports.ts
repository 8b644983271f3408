import { write } from './queue';
import { call } from './transport';

/** What all rows, or one, that leave a question open mean. */
export type TermAnswer = 'renewal' | 'contraction' | 'correction';

/** What a row can leave open: is a later end a renewal, a lower amount a contraction, or a correction? */
export type QuestionKind = 'later_end' | 'lower_amount';

/** A file, and what a person said about it; empty fields are found from the file. */
export interface ImportRequest {
  path: string;
  as: string;
  source: string;
  encoding: string;
  delimiter: string;
  sheet: string;
  date_order: string;
  decimal: string;
  currency: string;
  /** The id of a saved mapping, "none", or '' for the one that fits the headings. */
  mapping: string;
  /** Column to field; an empty field leaves the column out. */
  map: Record<string, string>;
  /** Field to value, for every row. */
  constants: Record<string, string>;
  answer_all: Partial<Record<QuestionKind, TermAnswer>>;
  /** By the number of the row. */
  answers: Record<string, TermAnswer>;
}

/** How sure the matching of a column is. */
export type Confidence = 'given' | 'exact' | 'likely' | 'guess' | '';

/** A column of the file and where it goes. */
export interface ImportColumn {
  name: string;
  sample: string;
  field: string;
  confidence: Confidence;
}

/** A saved mapping; one that fits was made for a file with the same headings. */
export interface ImportMapping {
  id: string;
  name: string;
  fits: boolean;
}

/** What deserves a look; row 0 speaks of the whole file. */
export interface ImportNote {
  row: number;
  file: string;
  text: string;
}

/** What is in a bundle. */
export interface ImportBundle {
  workspace: string;
  exported_at: string;
  records: number;
  attachments: number;
  kinds: { kind: string; count: number }[];
}

/** A file as it is understood, and what importing it would do. */
export interface ImportPlan {
  path: string;
  name: string;
  size: number;
  format: string;
  encoding: string;
  encodings: string[];
  delimiter: string;
  sheet: string;
  sheets: string[];
  date_order: string;
  decimal: string;
  currency: string;
  currencies: string[];
  /** One of `kinds`, or "bundle". */
  as: string;
  kinds: string[];
  confidence: Confidence;
  source: string;
  sources: string[];
  mapping: string;
  mappings: ImportMapping[];
  rows: number;
  columns: ImportColumn[];
  fields: string[];
  /** The fields that a row is told apart by. */
  main: string[];
  constants: Record<string, string>;
  /** Fields without which no row can be applied. */
  missing: string[];
  /** Why nothing can be imported yet, or ''. */
  problem: string;
  new: number;
  changed: number;
  same: number;
  refused: number;
  questions: { kind: QuestionKind; count: number; answer: TermAnswer | '' }[];
  notes: ImportNote[];
  more_notes: number;
  bundle: ImportBundle;
}

/** What an import does with a row. */
export type RowStatus = 'new' | 'changed' | 'same' | 'refused';

/** A main field of a row as it will be. */
export interface ImportCell {
  field: string;
  kind: 'text' | 'date' | 'money' | 'number';
  from: string;
  value: string;
  /** It cannot be read and stands as it is written. */
  bad: boolean;
}

/** What a row leaves open; kind is '' where it leaves nothing. */
export interface ImportAsk {
  kind: QuestionKind | '';
  was: string;
  becomes: string;
  answer: TermAnswer | '';
  /** By a person. */
  answered: boolean;
}

/** One row of the file and what would happen to it. */
export interface ImportRow {
  place: number;
  row: number;
  status: RowStatus;
  name: string;
  reason: string;
  cells: ImportCell[];
  /** How many fields change. */
  changes: number;
  ask: ImportAsk;
}

/** Which rows of the preview: of a status, or with a question; '' is all. */
export interface RowsQuery {
  status: RowStatus | '';
  question: QuestionKind | '';
  offset: number;
  limit: number;
}

/** Everything about one row. */
export interface ImportDetail {
  row: ImportRow;
  changes: { kind: string; field: string; from: string; to: string }[];
  /** The cells as the file has them. */
  written: ImportColumn[];
}

/** What an import wrote. */
export interface ImportDone {
  action: { id: string; label: string };
  new: number;
  changed: number;
  same: number;
  refused: number;
  notes: ImportNote[];
}

/** Reads a file and works out what importing it would do. Nothing is written. */
export const inspect = (request: ImportRequest) => call<ImportPlan>('Imports', 'Inspect', request);

/** Reads a page of the preview of the file inspected last. */
export const rows = (query: RowsQuery) =>
  call<{ total: number; offset: number; rows: ImportRow[] }>('Imports', 'Rows', query);

/** Reads everything about the row at a place. */
export const row = (place: number) => call<ImportDetail>('Imports', 'Row', place);

/** Writes the good rows of the file inspected last; a job that can be cancelled. */
export const apply = () => write<ImportDone>('Imports', 'Apply');

/** Writes the refused rows to a file to mend; answers with its path, '' when cancelled. */
export const saveRefused = () => call<string>('Imports', 'SaveRefused');

/** Takes a table as text and answers with the path that stands for it. */
export const paste = (name: string, text: string) => call<string>('Imports', 'Paste', name, text);

/** Keeps how the file inspected last is understood, under a name. */
export const saveMapping = (name: string) =>
  write<{ action: { id: string; label: string }; id: string }>('Imports', 'SaveMapping', name);

/** Puts a saved mapping into the bin. */
export const deleteMapping = (id: string) =>
  write<{ action: { id: string; label: string }; id: string }>('Imports', 'DeleteMapping', id);
