import { write } from './queue';
import { call } from './transport';

/** One action that can be taken back. */
export interface Action {
  id: string;
  label: string;
  at: string;
  actor: string;
  undone: boolean;
  records: number;
}

/** What was taken back or done again, and what stayed because somebody changed it since. */
export interface Undone {
  action: Action;
  kept: string[];
  screen: Screen;
}

/** The screen on which a change is seen; an empty name says that any will do. */
export interface Screen {
  name: string;
  account: string;
  story: string;
}

/** Takes back the newest action. */
export const undo = () => write<Undone>('History', 'Undo');

/** Does again what the last undo took back. */
export const redo = () => write<Undone>('History', 'Redo');

/** Takes back one action. */
export const undoAction = (id: string) => write<Undone>('History', 'UndoAction', id);

/** Reads the newest actions. */
export const recent = () => call<Action[]>('History', 'Recent');
