import { call, inWindow } from './transport';

/** Asks for a file with the system's dialog; '' when the person cancelled. Only in the window. */
export const openFile = (title: string, patterns: string[]) =>
  call<string>('Dialogs', 'OpenFile', title, patterns);

/** Asks where to write a file; '' when the person cancelled. */
export const saveFile = (title: string, suggested: string) =>
  call<string>('Dialogs', 'SaveFile', title, suggested);

/** Shows a written file in its folder; in a browser it is downloaded. */
export const reveal = (path: string) => call<void>('Dialogs', 'Reveal', path);

export { inWindow };
