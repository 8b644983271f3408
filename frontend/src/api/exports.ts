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
