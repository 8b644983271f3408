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

/** Writes a story to a file. */
export const exportTo = (story: string, format: 'pptx' | 'pdf', path: string, locale: string) =>
  write<Exported>('Stories', 'Export', story, format, path, locale);

/** Asks where to write; '' when the person cancelled. A browser is given a place for the download. */
export const saveFile = (title: string, suggested: string) =>
  call<string>('Dialogs', 'SaveFile', title, suggested);

/** Shows a written file in its folder; in a browser it is downloaded. */
export const reveal = (path: string) => call<void>('Dialogs', 'Reveal', path);

/** A record behind a claim; its title is '' where it is gone. */
export interface Proof {
  kind: string;
  id: string;
  /** The kind in words. */
  name: string;
  title: string;
  state: ClaimState;
}

/** How far its records carry a claim. */
export type ClaimState = 'proved' | 'claimed' | 'stale' | 'unproved';

/** One claim of a story. */
export interface Claim {
  id: string;
  text: string;
  state: ClaimState;
  mark: 'new' | 'grown' | 'old news' | '';
  /** Its words are the author's: composing again leaves them. */
  edited: boolean;
  proof: Proof[];
}

/** A section with its claims in order. */
export interface Section {
  key: string;
  title: string;
  claims: Claim[];
}

/** The proved figures of a day; value is a year's. */
export interface Side {
  benefits: number;
  people: number;
  dimensions: number;
  value: number;
}

/** What a story brings since the last told one; since is '' for a first story. */
export interface News {
  since: string;
  novelty: number;
  old_news: boolean;
  new: number;
  grown: number;
  old: number;
  was: Side;
  is: Side;
}

/** A story as its author edits it. */
export interface StoryPage {
  id: string;
  account: string;
  client: string;
  title: string;
  audience: Audience;
  told: boolean;
  told_on: string;
  file_name: string;
  currency: string;
  sections: Section[];
  news: News;
}

/** For whom a story is. */
export type Audience = 'client' | 'internal' | 'public';

/** Reads a story; names are in a locale's language. */
export const page = (story: string, locale: string) =>
  call<StoryPage>('Stories', 'Page', story, locale);

/** What is to be drawn: a story, and words that are not saved yet where text is not ''. */
export interface PreviewInput {
  story: string;
  locale: string;
  claim: string;
  section: string;
  text: string;
}

/** Draws the sheets as they print: HTML whose parts name their section and claims. */
export const preview = (input: PreviewInput) => call<{ html: string }>('Stories', 'Preview', input);

/** A claim as it was typed; without an id a new one, under `after` or at its section's end. */
export interface ClaimInput {
  story: string;
  id: string;
  section: string;
  after: string;
  text: string;
}

/** A write and the record it made. */
export interface Written {
  action: { id: string; label: string };
  id: string;
}

/** Writes a claim's words. */
export const writeClaim = (input: ClaimInput) => write<Written>('Stories', 'WriteClaim', input);

/** Moves a claim up (by below 0) or down in its section. */
export const moveClaim = (story: string, claim: string, by: number) =>
  write<Written>('Stories', 'MoveClaim', story, claim, by);

/** Puts a claim into the bin. */
export const deleteClaim = (story: string, claim: string) =>
  write<Written>('Stories', 'DeleteClaim', story, claim);

/** Names a story. */
export const writeTitle = (story: string, title: string) =>
  write<Written>('Stories', 'WriteTitle', story, title);

/** Says for whom a story is. */
export const writeAudience = (story: string, audience: Audience) =>
  write<Written>('Stories', 'WriteAudience', story, audience);

/** What composing anew would do, and how many of the author's claims it leaves alone. */
export interface Changes {
  add: string[];
  change: { from: string; to: string }[];
  remove: string[];
  kept: number;
}

/** Says what composing anew would do. */
export const changes = (story: string, locale: string) =>
  call<Changes>('Stories', 'Changes', story, locale);

/** Composes a story anew; what its author wrote stays. */
export const recompose = (story: string, locale: string) =>
  write<Written>('Stories', 'Recompose', story, locale);
