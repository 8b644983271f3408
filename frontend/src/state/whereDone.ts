import { createContext, useContext } from 'react';
import type { history } from '@/api';

/** What the frame tells about where the person is, and how it goes elsewhere. */
export interface Place {
  /** Where the person is: the path of the screen. */
  here: () => string;
  /** Goes to a path; what is there is on screen when the promise resolves. */
  go: (path: string) => Promise<void>;
}

const nowhere: Place = { here: () => '', go: () => Promise.resolve() };

/** Gives the screens the frame's way of going elsewhere. */
export const PlaceContext = createContext<Place>(nowhere);

/** Returns where the person is and how to go elsewhere. */
export function usePlace(): Place {
  return useContext(PlaceContext);
}

const doneAt = new Map<string, string>();
let undoneAt: (string | undefined)[] = [];

/** Remembers where an action was done, so that its undo is seen where it is made. */
export function rememberDone(action: string, path: string): void {
  undoneAt = [];
  // The screens of a step that is over have nothing to show of it.
  if (path !== '/import' && path !== '/start') doneAt.set(action, path);
}

/** Says where an undo or a redo is seen; undefined where the person may stay. */
export function pathOf(
  which: 'undo' | 'redo',
  { action, screen }: history.Undone,
  here: string,
): string | undefined {
  const known = which === 'undo' ? doneAt.get(action.id) : undoneAt.pop();
  if (which === 'undo') undoneAt.push(known);
  if (known !== undefined) return known === here ? undefined : known;
  return isSeen(screen, here) ? undefined : pathTo(screen);
}

/** The overview and the history of an account show something of everything in it. */
function isSeen(screen: history.Screen, here: string): boolean {
  if (screen.name === '') return true;
  const account = `/accounts/${screen.account}`;
  const all = [`${account}/overview`, `${account}/history`];
  return here === pathTo(screen) || (screen.account !== '' && all.includes(here));
}

function pathTo({ name, account, story }: history.Screen): string {
  if (name === 'portfolio') return '/portfolio';
  if (name === 'alignment') return '/portfolio/alignment';
  if (name === 'learning') return '/learning';
  return name === 'story' ? `/accounts/${account}/story/${story}` : `/accounts/${account}/${name}`;
}
