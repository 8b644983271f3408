import { write } from './queue';
import { call } from './transport';

/** What is open, and in what state. */
export interface Status {
  state: 'none' | 'open' | 'read-only' | 'damaged';
  name: string;
  path: string;
  currency: string;
  person: string;
  /** Today as the program sees it, an ISO day. */
  today: string;
  version: string;
  /** Why there is no workspace, or why it cannot be written; '' when all is well. */
  message: string;
  accounts: number;
  /** Where new workspaces are put. */
  folder: string;
}

/** Reads what is open. */
export const status = () => call<Status>('Workspace', 'Status');

/** Makes and opens the sample portfolio. */
export const createSample = () => write<Status>('Workspace', 'CreateSample');

/** Makes and opens an empty workspace in the usual folder. */
export const createEmpty = (name: string, currency: string) =>
  write<Status>('Workspace', 'CreateEmpty', name, currency);

/** Opens a workspace file. */
export const open = (path: string) => write<Status>('Workspace', 'Open', path);
