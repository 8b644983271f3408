import { useSyncExternalStore } from 'react';
import type { imports } from '@/api';

/** The import at hand. It outlives the screen: a person who looks something up finds it as it was. */
export interface Session {
  /** The files still to be looked at, the one at hand first. */
  files: readonly string[];
  /** How many there were. */
  count: number;
  request: imports.ImportRequest;
  /** The file at hand is being written. */
  writing: boolean;
  /** Why the last file could not be read, or ''. */
  problem: string;
  /** What was written of the file at hand. */
  done: imports.ImportDone | undefined;
}

const blank: imports.ImportRequest = {
  path: '',
  as: '',
  source: '',
  encoding: '',
  delimiter: '',
  sheet: '',
  date_order: '',
  decimal: '',
  currency: '',
  mapping: '',
  map: {},
  constants: {},
  answer_all: {},
  answers: {},
};

const nothing: Session = {
  files: [],
  count: 0,
  request: blank,
  writing: false,
  problem: '',
  done: undefined,
};

let now = nothing;
const listeners = new Set<() => void>();

function set(next: Session): void {
  now = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Returns the import at hand. */
export function useSession(): Session {
  return useSyncExternalStore(subscribe, () => now);
}

/** What can be done with the import at hand. */
export const session = {
  /** Puts files in line; the first is looked at where none is yet. */
  add(paths: readonly string[]): void {
    if (paths.length === 0) return;
    const files = now.done === undefined ? [...now.files, ...paths] : [...paths];
    const [path = ''] = files;
    const anew = now.done !== undefined || now.files.length === 0;
    set({
      files,
      count: anew ? files.length : now.count + paths.length,
      request: anew ? { ...blank, path } : now.request,
      writing: now.writing,
      problem: '',
      done: undefined,
    });
  },
  /** Says something else about the file at hand. */
  say(change: Partial<imports.ImportRequest>): void {
    set({ ...now, request: { ...now.request, ...change } });
  },
  /** Leaves the file at hand for the next one in line. */
  next(): void {
    const [, ...files] = now.files;
    const [path] = files;
    if (path === undefined) set(nothing);
    else
      set({
        ...now,
        files,
        request: { ...blank, path },
        writing: false,
        problem: '',
        done: undefined,
      });
  },
  /** Takes the file at hand, which could not be read, out of the line and says why. */
  fail(problem: string): void {
    session.next();
    set({ ...now, problem });
  },
  writing(writing: boolean): void {
    set({ ...now, writing });
  },
  finish(done: imports.ImportDone): void {
    set({ ...now, writing: false, done });
  },
  /** Forgets all of it. */
  clear(): void {
    set(nothing);
  },
};
