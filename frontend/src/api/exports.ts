import type { PortfolioQuery } from './portfolio';
import { call } from './transport';

/** What can be written as a table. */
export type TableKind =
  | 'accounts'
  | 'terms'
  | 'stakeholders'
  | 'readings'
  | 'benefits'
  | 'touchpoints';

/** A file that was written and how many records are in it. */
export interface ExportFile {
  path: string;
  name: string;
  records: number;
}

// Exports only read: they do not wait in the queue of writes, and none waits for them.

/** Writes all records of a kind to a path that ends in .csv or .xlsx; a job that can be cancelled. */
export const table = (as: TableKind, path: string) =>
  call<ExportFile>('Exports', 'Table', as, path);

/** Writes everything to a .tendril.zip file; a job that can be cancelled. */
export const bundle = (path: string) => call<ExportFile>('Exports', 'Bundle', path);

/** Writes the accounts that the portfolio shows, all pages, in its order, as .csv or .xlsx. */
export const portfolio = (query: Omit<PortfolioQuery, 'offset' | 'limit'>, path: string) =>
  call<ExportFile>('Exports', 'Portfolio', { ...query, offset: 0, limit: 0 }, path);

/** A column of the table as it is shown, and its heading. */
export interface ShownColumn {
  field: string;
  heading: string;
}

/** What is asked for: the table's query, its columns, and the window's words for the program's. */
export interface ShownInput {
  query: PortfolioQuery;
  columns: ShownColumn[];
  group: string;
  sheet: string;
  words: Record<string, string>;
}

/** Writes the portfolio's table with its columns and groups, as .csv or .xlsx. */
export const shown = (input: ShownInput, path: string) =>
  call<ExportFile>('Exports', 'Shown', input, path);
