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

/** Where the window shows a record; `records` is it and those it hangs on, each as "kind.id". */
export interface Place {
  account: string;
  part: 'overview' | 'plan' | 'value' | 'renewal' | 'story' | 'history';
  /** Which story, where the part is one. */
  story: string;
  records: string[];
}

/** Says where a record is shown. */
export const place = (kind: string, id: string) => call<Place>('Search', 'Place', kind, id);
