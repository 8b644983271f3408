import { write } from './queue';
import { call } from './transport';

/** A composed story. */
export interface Composed {
  action: { id: string; label: string };
  id: string;
  title: string;
  claims: number;
  /** What the deck may be called. */
  file_name: string;
}

/** A written deck. */
export interface Exported {
  path: string;
  file_name: string;
  pages: number;
}

/** Composes the renewal story of an account's current term from its records, in a locale's words. */
export const compose = (account: string, locale: string) =>
  write<Composed>('Stories', 'Compose', account, locale);

/** Writes a story to a file; only "pptx" is known so far. */
export const exportTo = (story: string, format: 'pptx', path: string, locale: string) =>
  write<Exported>('Stories', 'Export', story, format, path, locale);

/** Asks where to write; '' when the person cancelled. A browser is given a place for the download. */
export const saveFile = (title: string, suggested: string) =>
  call<string>('Dialogs', 'SaveFile', title, suggested);

/** Shows a written file in its folder; in a browser it is downloaded. */
export const reveal = (path: string) => call<void>('Dialogs', 'Reveal', path);
