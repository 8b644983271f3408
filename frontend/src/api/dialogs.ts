import { call, inWindow } from './transport';

/** Asks for a file with the system's dialog; '' when the person cancelled. Only in the window. */
export const openFile = (title: string, patterns: string[]) =>
  call<string>('Dialogs', 'OpenFile', title, patterns);

export { inWindow };
