import { call } from './transport';

/** One record found. */
export interface Hit {
  kind: string;
  id: string;
  account: string;
  account_name: string;
  title: string;
  snippet: string;
}

/** Finds records by their words, best first. */
export const find = (words: string) => call<Hit[]>('Search', 'Find', words);
