import type { Written } from './plan';
import { write } from './queue';
import { call } from './transport';

/** Whoever is named in the history. */
export interface Person {
  name: string;
  email: string;
}

/** What one unit of a currency costs in another from a day on; the rate is a plain decimal. */
export interface Rate {
  id: string;
  on: string;
  from: string;
  to: string;
  rate: string;
}

/** What belongs to the workspace as a whole. */
export interface SettingsPage {
  person: Person;
  name: string;
  currency: string;
  half_life_days: number;
  /** A plain decimal, in `cheque_in`. */
  cheque: string;
  cheque_in: string;
  dimensions: string[];
  /** Days before the decision date, most first. */
  gates: number[];
  company: string;
  /** "#1b7446", or '' for our own. */
  accent: string;
  font: string;
  /** The font of the client's words. */
  serif: string;
  rates: Rate[];
  /** In use by accounts. */
  currencies: string[];
  /** Those of them that no rate brings into the workspace's. */
  missing: string[];
  /** Figures about the people who look after accounts. */
  csm_figures: boolean;
  read_only: boolean;
}

/** The values that `set` changes. */
export type SettingName =
  | 'name'
  | 'currency'
  | 'half_life_days'
  | 'cheque'
  | 'company'
  | 'accent'
  | 'font'
  | 'serif';

/** How many live benefits are of a dimension. */
export interface DimensionUse {
  dimension: string;
  benefits: number;
}

/** A part that is inside the program and its licence. */
export interface Licence {
  name: string;
  version: string;
  licence: string;
}

/** Reads the settings of the open workspace. */
export const page = () => call<SettingsPage>('Settings', 'Page');

/** Changes one value of the workspace. */
export const set = (field: SettingName, text: string) =>
  write<Written>('Settings', 'Set', field, text);

/** Changes who is named in the history. */
export const setPerson = (name: string, email: string) =>
  write<Written>('Settings', 'SetPerson', name, email);

/** Counts the benefits of each dimension. */
export const uses = () => call<DimensionUse[]>('Settings', 'Uses');

/** Puts a dimension at the end of the list. */
export const addDimension = (name: string) => write<Written>('Settings', 'AddDimension', name);

/** Gives a dimension another name, in its benefits too. */
export const renameDimension = (from: string, to: string) =>
  write<Written>('Settings', 'RenameDimension', from, to);

/** Puts a dimension before another one; '' is the end. */
export const moveDimension = (name: string, before: string) =>
  write<Written>('Settings', 'MoveDimension', name, before);

/** Takes a dimension out of the list; its benefits move to another one. */
export const removeDimension = (name: string, to: string) =>
  write<Written>('Settings', 'RemoveDimension', name, to);

/** Writes the days before a decision on which a call is due. */
export const setGates = (days: number[]) => write<Written>('Settings', 'SetGates', days);

/** Writes an exchange rate; `id` is the one it takes the place of. */
export const putRate = (rate: Rate) => write<Written>('Settings', 'PutRate', rate);

/** Puts an exchange rate in the bin. */
export const removeRate = (id: string) => write<Written>('Settings', 'RemoveRate', id);

/** Lists what is inside the program. */
export const licences = () => call<Licence[]>('Settings', 'Licences');

/** Reads the words of a licence. */
export const licenceText = (name: string, version: string) =>
  call<string>('Settings', 'LicenceText', name, version);

/** One copy of the workspace. Kept ones are never thinned out. */
export interface Backup {
  path: string;
  name: string;
  at: string;
  size: number;
  kept: boolean;
  /** written: read back when it was written; good, damaged: read again since. */
  state: 'written' | 'good' | 'damaged';
}

/** The copies there are, the newest first. */
export interface Backups {
  folder: string;
  items: Backup[];
}

/** What reading a whole file found. */
export interface FileCheck {
  good: boolean;
  records: number;
  changes: number;
  problems: string[];
}

/** The workspace file. */
export interface WorkspaceFile {
  path: string;
  size: number;
  schema: number;
  version: string;
  counts: { kind: string; count: number }[];
}

/** Where the file of before lies, and what is open now. */
export interface Restored {
  kept: string;
  path: string;
}

/** Lists the copies. */
export const backups = () => call<Backups>('Backups', 'List');

/** Makes a copy now and reads it back. */
export const backUp = () => write<Backup>('Backups', 'Make');

/** Reads one copy whole. */
export const verifyBackup = (path: string) => call<FileCheck>('Backups', 'Verify', path);

/** Opens a copy in the workspace's place. */
export const restoreBackup = (path: string) => write<Restored>('Backups', 'Restore', path);

/** Tells about the workspace file. */
export const file = () => call<WorkspaceFile>('Backups', 'File');

/** Reads the workspace file whole. */
export const verifyFile = () => call<FileCheck>('Backups', 'VerifyFile');

/** One deleted record. */
export interface BinItem {
  kind: string;
  id: string;
  account: string;
  account_name: string;
  title: string;
  at: string;
  by: string;
  /** What it hangs on and what was deleted too. */
  under: string;
}

/** A part of the bin, what was deleted last first. */
export interface BinPage {
  items: BinItem[];
  found: number;
  total: number;
}

/** What emptying the bin took out, and the name of the copy from before. */
export interface Emptied {
  records: number;
  backup: string;
}

/** Reads a part of the bin. */
export const bin = (words: string, offset: number) => call<BinPage>('Bin', 'Page', words, offset);

/** Counts what emptying the bin takes out. */
export const binSize = () => call<number>('Bin', 'Size');

/** Takes records out of the bin. */
export const restore = (items: { kind: string; id: string }[]) =>
  write<Written>('Bin', 'Restore', items);

/** Takes everything in the bin out of the file for good. */
export const emptyBin = () => write<Emptied>('Bin', 'Empty');

/** Allows, or forbids again, figures about the people who look after accounts. */
export const setCSMFigures = (on: boolean) => write<Written>('Settings', 'SetCSMFigures', on);
