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

/** One thing that the pre-flight found; a click leads to its claim or section, where it has one. */
export interface Finding {
  /** Tells it from every other finding, and is what the person agrees to. */
  key: string;
  /** An error stops an export, a warning asks once. */
  level: 'error' | 'warning';
  place:
    | 'title'
    | 'section'
    | 'claim'
    | 'page'
    | 'notes'
    | 'cell'
    | 'property'
    | 'template'
    | 'story';
  section: string;
  claim: string;
  /** The text as it stands. */
  found: string;
  message: string;
}

/** Reads a story as its audience would: what stands in the way of an export, errors first. */
export const preflight = (story: string, locale: string) =>
  call<Finding[]>('StoryPreflight', 'Check', story, locale);

/** Writes a story to a file; `agreed` are the keys of the warnings that the person has seen. */
export const exportTo = (
  story: string,
  format: Format,
  path: string,
  locale: string,
  agreed: string[],
) => write<Exported>('Stories', 'Export', story, format, path, locale, agreed);

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

/** A stretch of words in one manner. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
}

/** A paragraph of a claim; level says how deep a list item stands. */
export interface Paragraph {
  kind: 'text' | 'heading' | 'bullet' | 'number';
  level: number;
  runs: Run[];
}

/** One claim of a story: text is its words alone, words the same with their manner. */
export interface Claim {
  id: string;
  text: string;
  words: Paragraph[];
  state: ClaimState;
  mark: 'new' | 'grown' | 'old news' | '';
  /** Its words are the author's: composing again leaves them. */
  edited: boolean;
  proof: Proof[];
}

/** A section with its claims in order: its name, and the heading that it has on the page. */
export interface Section {
  key: string;
  name: string;
  title: string;
  /** The author added it. */
  own: boolean;
  /** It was taken out, and can come back. */
  hidden: boolean;
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
  /** The locale of its documents; '' where the reader's own is taken. */
  locale: string;
  /** About how many slides its deck has. */
  length: number;
  told: boolean;
  told_on: string;
  /** The content hash of what was told; '' for a draft. */
  version: string;
  leave: Leave;
  today: string;
  file_name: string;
  currency: string;
  sections: Section[];
  news: News;
}

/** The client's leave to show a story: how far it goes, who gave it, the last day it holds. */
export interface Leave {
  permission: Permission;
  by: string;
  until: string;
}

/** How far leave goes; '' where none was given. */
export type Permission = '' | 'internal' | 'named' | 'anonymous' | 'public';

/** What telling a story takes; `agreed` are the keys of the warnings that the person has seen. */
export interface TellInput {
  story: string;
  locale: string;
  leave: Leave;
  agreed: string[];
}

/** Freezes a story as it is told. */
export const tell = (input: TellInput) => write<Written>('StoryTelling', 'Tell', input);

/** Notes who gave leave to show a told story. */
export const permit = (story: string, leave: Leave) =>
  write<Written>('StoryTelling', 'Permit', story, leave);

/** Begins a new draft that goes on from a story; answers with its id. */
export const drawAgain = (story: string) => write<Written>('StoryTelling', 'Again', story);

/** For whom a story is. */
export type Audience = 'client' | 'internal' | 'public';

/** Reads a story; names are in a locale's language. */
export const page = (story: string, locale: string) =>
  call<StoryPage>('Stories', 'Page', story, locale);

/** What is to be drawn: a story, and words that are not saved yet where there are any. */
export interface PreviewInput {
  story: string;
  locale: string;
  claim: string;
  section: string;
  words: Paragraph[];
}

/** Draws the sheets as they print: HTML whose parts name their section and claims. */
export const preview = (input: PreviewInput) => call<{ html: string }>('Stories', 'Preview', input);

/** A claim as it was typed; without an id a new one, under `after` or at its section's end. */
export interface ClaimInput {
  story: string;
  id: string;
  section: string;
  after: string;
  words: Paragraph[];
}

/** A write and the record it made. */
export interface Written {
  action: { id: string; label: string };
  id: string;
}

/** What a story can be written as, by the ending of its file. */
export type Format = 'pptx' | 'pdf' | 'docx' | 'html' | 'md';

/** Writes a claim's words. */
export const writeClaim = (input: ClaimInput) => write<Written>('Stories', 'WriteClaim', input);

/** Moves a claim up (by below 0) or down, beyond its section's end into the next. */
export const moveClaim = (story: string, claim: string, by: number) =>
  write<Written>('Stories', 'MoveClaim', story, claim, by);

/** Moves a claim to a place in a section, counted among the section's claims without it. */
export const placeClaim = (story: string, claim: string, section: string, place: number) =>
  write<Written>('Stories', 'PlaceClaim', story, claim, section, place);

/** Puts a claim into the bin. */
export const deleteClaim = (story: string, claim: string) =>
  write<Written>('Stories', 'DeleteClaim', story, claim);

/** Names a story. */
export const writeTitle = (story: string, title: string) =>
  write<Written>('Stories', 'WriteTitle', story, title);

/** Says for whom a story is. */
export const writeAudience = (story: string, audience: Audience) =>
  write<Written>('Stories', 'WriteAudience', story, audience);

/** Says in what language, and with whose numbers, a story's documents are. */
export const writeLocale = (story: string, locale: string) =>
  write<Written>('Stories', 'WriteLocale', story, locale);

/** Says about how many slides a story's deck has. */
export const writeLength = (story: string, slides: number) =>
  write<Written>('Stories', 'WriteLength', story, slides);

/** Adds a section under another; the answer's id is its key. */
export const addSection = (story: string, title: string, after: string) =>
  write<Written>('StorySections', 'Add', story, title, after);

/** Gives a section its heading; '' takes the composed one again. */
export const renameSection = (story: string, key: string, title: string) =>
  write<Written>('StorySections', 'Rename', story, key, title);

/** Takes a section out with all its claims, or brings it back. */
export const hideSection = (story: string, key: string, hidden: boolean) =>
  write<Written>('StorySections', 'Hide', story, key, hidden);

/** Moves a section to a place among all sections. */
export const placeSection = (story: string, key: string, place: number) =>
  write<Written>('StorySections', 'Place', story, key, place);

/** One change that composing anew would make. */
export interface Offer {
  key: string;
  kind: 'add' | 'change' | 'proof' | 'remove' | 'heading';
  section: string;
  from: string;
  to: string;
  /** It goes against what the author wrote or took out. */
  own: boolean;
}

/** What composing anew would do, and how many of the author's claims it leaves alone. */
export interface Changes {
  offers: Offer[];
  kept: number;
}

/** Says what composing anew would do. */
export const changes = (story: string, locale: string) =>
  call<Changes>('Stories', 'Changes', story, locale);

/** Composes a story anew with the offers of these keys; what is left is the author's. */
export const recompose = (story: string, locale: string, taken: string[]) =>
  write<Written>('Stories', 'Recompose', story, locale, taken);

/** One record that a proof stands on. */
export interface Behind {
  proof: Proof;
  detail: string;
}

/** A record behind a claim with what it stands on; place is the account's tab that shows it. */
export interface ProofDetail {
  proof: Proof;
  words: string;
  place: 'value' | 'plan' | 'overview';
  behind: Behind[];
}

/** Opens a proof of a story. */
export const openProof = (story: string, kind: string, id: string, locale: string) =>
  call<ProofDetail>('StoryProof', 'Open', story, kind, id, locale);

/** Lists the records that a claim may lean on. */
export const proofChoices = (story: string, locale: string) =>
  call<Proof[]>('StoryProof', 'Choices', story, locale);

/** Says what a claim leans on. */
export const chooseProof = (story: string, claim: string, proof: { kind: string; id: string }[]) =>
  write<Written>('StoryProof', 'Choose', story, claim, proof);

/** One slide: all that the audience sees, and what the presenter has beside it. */
export interface Slide {
  section: string;
  title: string;
  continued: boolean;
  html: string;
  notes: string[];
  sources: string[];
}

/** A story as it is presented; `style` is the style sheet of all slides. */
export interface Show {
  title: string;
  told: boolean;
  style: string;
  slides: Slide[];
}

/** Draws a story as slides; a told one as it was told. */
export const slides = (story: string, locale: string) =>
  call<Show>('StoryShow', 'Slides', story, locale);

/** A story of an account; `told_on` and `version` are '' for a draft. */
export interface Version {
  id: string;
  title: string;
  told: boolean;
  told_on: string;
  version: string;
}

/** The stories of an account, and the one that a story is usually held against. */
export interface Versions {
  from: string;
  versions: Version[];
}

/** What became of a claim; `runs` are its words where it reads otherwise. */
export interface ClaimChange {
  kind: 'new' | 'grown' | 'changed' | 'gone';
  section: string;
  text: string;
  moved: boolean;
  runs: { op: 'same' | 'added' | 'removed'; text: string }[];
}

/** A figure as it was shown and as it is; '' where a side does not show it. */
export interface FigureChange {
  label: string;
  from: string;
  to: string;
}

/** What is different in the second of two stories, with their pages in pairs. */
export interface Difference {
  from: Version;
  to: Version;
  same: number;
  changes: ClaimChange[];
  figures: FigureChange[];
  style: string;
  pages: { title: string; from: string; to: string }[];
}

/** Lists what a story can be held against. */
export const versions = (story: string) => call<Versions>('StoryCompare', 'Versions', story);

/** Tells what is different in the second of two stories. */
export const difference = (from: string, to: string, locale: string) =>
  call<Difference>('StoryCompare', 'Of', from, to, locale);
