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
  /** The file that did not open, or is open and damaged; null when all is well. */
  failed: Failed | null;
}

/** A file that did not open, why, and so what can be done about it. */
export interface Failed {
  path: string;
  /** It is open elsewhere, damaged or not there; '' where only another file helps. */
  obstacle: 'held' | 'damaged' | 'gone' | '';
  message: string;
}

/** What a damaged or lost file can be made new from. */
export interface WayBack {
  path: string;
  /** The file that would be made. */
  new: string;
  /** When the newest good backup was made; '' where none is good. */
  backup: string;
}

/** What a new file was made of. */
export interface Recovered {
  path: string;
  backup: string;
  /** Changes since the backup that are in it too. */
  later: number;
  /** Changes that are nowhere any more. */
  missing: number;
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

/** Opens the file that did not open for reading only. */
export const openToRead = () => write<Status>('Workspace', 'OpenToRead');

/** Looks for what the file that did not open can be made new from; it writes nothing. */
export const wayBack = () => call<WayBack>('Workspace', 'WayBack');

/** Makes a new file of the one that did not open, beside it, and opens that. */
export const recover = () => write<Recovered>('Workspace', 'Recover');
