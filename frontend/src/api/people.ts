import { write } from './queue';
import type { Written } from './talks';
import { call } from './transport';

/** One record that hangs on a person, and how. */
export interface Depend {
  what: 'said' | 'owns' | 'confirmed' | 'validated' | 'agreed' | 'does' | 'manages';
  kind: string;
  id: string;
  title: string;
}

/** The roles that a person may have. */
export const roles = [
  'economic buyer',
  'executive sponsor',
  'champion',
  'user lead',
  'technical lead',
  'procurement',
  'user',
  'blocker',
] as const;

/** How a person may be quoted. */
export const permissions = ['internal', 'anonymous', 'named', 'public'] as const;

/** One person at the client. Stance is -2 to 2, influence 1 to 3; null where nobody said. */
export interface Stakeholder {
  id: string;
  name: string;
  title: string;
  team: string;
  email: string;
  phone: string;
  role: '' | (typeof roles)[number];
  stance: number | null;
  influence: number | null;
  cares_about: string;
  reports_to_id: string;
  left_on: string;
  left: boolean;
  quote_permission: '' | (typeof permissions)[number];
  quote_permission_until: string;
  internal: boolean;
  /** The day on which everything that named them was taken out; '' for nobody forgotten. */
  forgotten_on: string;
  last_touch: string;
  touches: number;
  depends: Depend[];
}

/** Everybody at an account. */
export interface PeoplePage {
  account: string;
  name: string;
  today: string;
  people: Stakeholder[];
}

/** What was written down about a person. */
export interface Held {
  path: string;
  records: number;
  changes: number;
}

/** Whom to forget, what stands in their place, and the parts of their name that stay. */
export interface ForgetInput {
  account: string;
  id: string;
  as: string;
  keep: string[];
}

/** A part of a name that is looked for on its own, and how often it stands. */
export interface ForgetPart {
  text: string;
  count: number;
}

/** What forgetting takes out, and what is out of its reach. */
export interface Forgotten {
  name: string;
  records: number;
  changes: number;
  stories: string[];
  files: number;
  unread: number;
  exported: number;
  backups: number;
  parts: ForgetPart[];
}

export const page = (account: string) => call<PeoplePage>('People', 'Page', account);

/** Makes a person, or changes the fields given of one; an empty text clears a field. */
export const save = (account: string, id: string, fields: Record<string, string>) =>
  write<Written>('People', 'Write', { account, kind: 'stakeholder', id, owner: '', fields });

export const remove = (account: string, id: string) =>
  write<Written>('People', 'Delete', account, id);

/** Writes everything that is held on a person to a file. */
export const held = (account: string, id: string, path: string) =>
  call<Held>('People', 'Held', account, id, path);

/** Tells what forgetting a person would take out. */
export const lookForget = (input: ForgetInput) => call<Forgotten>('People', 'LookForget', input);

/** Takes a person out of the file for good. */
export const forget = (input: ForgetInput) => write<Forgotten>('People', 'Forget', input);
