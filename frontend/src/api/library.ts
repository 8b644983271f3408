import type { Audience, Leave, Permission } from './stories';
import { call } from './transport';

export type LibraryState = '' | 'told' | 'draft' | 'ending';
export type LibrarySort = '' | 'account' | 'told' | 'until';

/** Which stories are asked for; `type` is a customer type's id, 'none' or ''. */
export interface LibraryQuery {
  words: string;
  state: LibraryState;
  /** How far leave goes; 'none' for stories that nobody was asked about. */
  permission: Permission | 'none';
  audience: Audience | '';
  type: string;
  dimension: string;
  sort: LibrarySort;
  descending: boolean;
  offset: number;
  limit: number;
}

/** One story; `told_on` is '' for a draft, `leave_days` below 0 after the last day. */
export interface LibraryStory {
  id: string;
  account: string;
  account_name: string;
  type_name: string;
  title: string;
  audience: Audience;
  told: boolean;
  told_on: string;
  changed: string;
  version: string;
  leave: Leave;
  leave_state: '' | 'holds' | 'ending' | 'over';
  leave_days: number;
  outcomes: string[];
  dimensions: string[];
  claims: number;
  files: number;
}

/** A page of stories, with how many there are in each state; `every` is all of the workspace. */
export interface LibraryPage {
  today: string;
  every: number;
  total: number;
  offset: number;
  all: number;
  told: number;
  drafts: number;
  ending: number;
  rows: LibraryStory[];
  types: { id: string; name: string; color: string }[];
  dimensions: string[];
}

/** A document that was made of a story; `as_told` says that it is the told one, word for word. */
export interface StoryFile {
  id: string;
  at: string;
  by: string;
  format: string;
  template: string;
  audience: Audience;
  file_name: string;
  hash: string;
  as_told: boolean;
}

/** How many stories a page has. */
export const pageSize = 100;

/** Reads a page of stories. */
export const page = (query: LibraryQuery) => call<LibraryPage>('Library', 'Page', query);

/** Lists the documents that were made of a story, the last one first. */
export const files = (story: string) => call<StoryFile[]>('Library', 'Files', story);
