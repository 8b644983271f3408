import { write } from './queue';
import { call } from './transport';

/** A file, and what a person said about it; empty fields are found from the file. */
export interface ImportRequest {
  path: string;
  as: string;
  /** Column to field; an empty field leaves the column out. */
  map: Record<string, string>;
  currency: string;
  date_order: string;
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

/** A file as it is understood, and what importing it would do. */
export interface ImportPlan {
  path: string;
  size: number;
  format: string;
  encoding: string;
  delimiter: string;
  date_order: string;
  decimal: string;
  currency: string;
  as: string;
  kinds: string[];
  source: string;
  rows: number;
  columns: ImportColumn[];
  fields: string[];
  /** Why nothing can be imported yet, or ''. */
  problem: string;
  new: number;
  changed: number;
  same: number;
  refused: number;
  notes: string[];
}

/** What an import does with a row. */
export type RowStatus = 'new' | 'changed' | 'same' | 'refused';

/** One row of the file and what would happen to it. */
export interface ImportRow {
  row: number;
  status: RowStatus;
  name: string;
  reason: string;
  changes: { field: string; from: string; to: string }[];
}

/** What an import wrote. */
export interface ImportDone {
  action: { id: string; label: string };
  new: number;
  changed: number;
  same: number;
  refused: number;
}

/** Reads a file and works out what importing it would do. Nothing is written. */
export const inspect = (request: ImportRequest) => call<ImportPlan>('Imports', 'Inspect', request);

/** Reads a page of the preview of the file inspected last; '' is all rows. */
export const rows = (status: RowStatus | '', offset: number, limit: number) =>
  call<{ total: number; rows: ImportRow[] }>('Imports', 'Rows', status, offset, limit);

/** Writes the good rows of the file inspected last. */
export const apply = () => write<ImportDone>('Imports', 'Apply');

/** Writes the refused rows to a file to mend; answers with its path, '' when cancelled. */
export const saveRefused = () => call<string>('Imports', 'SaveRefused');
