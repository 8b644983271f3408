import { write } from './queue';
import { call } from './transport';

/** One change of a record; `type` says how `from` and `to` are written. */
export interface Change {
  kind: string;
  id: string;
  title: string;
  what: 'created' | 'changed' | 'deleted' | 'restored';
  field: string;
  type: string;
  from: string;
  to: string;
  entry: string;
  can_restore: boolean;
}

/** One action with what it changed of the account; `records` counts all it touched anywhere. */
export interface Action {
  id: string;
  label: string;
  at: string;
  actor: string;
  undone: boolean;
  can_undo: boolean;
  records: number;
  count: number;
  changes: Change[];
}

/** A page of an account's history; `page` is how many actions a page has. */
export interface ChroniclePage {
  actions: Action[];
  total: number;
  page: number;
  actors: string[];
  kinds: string[];
}

/** What part of a history is asked for; empty texts ask for everything. */
export interface Query {
  account: string;
  actor: string;
  kind: string;
  words: string;
  action: string;
  offset: number;
}

/** Reads a page of an account's history. */
export const page = (query: Query) => call<ChroniclePage>('Chronicle', 'Page', query);

/** Gives a field the value it had before a change, or takes a deleted record out of the bin. */
export const putBack = (change: Change) =>
  write<{ action: { id: string; label: string }; id: string }>('Chronicle', 'PutBack', {
    kind: change.kind,
    id: change.id,
    title: change.title,
    field: change.field,
    entry: change.entry,
  });
