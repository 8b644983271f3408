import { call } from './transport';

/** Tells the program that the first screen is drawn, with its heading. */
export const shown = (heading: string) => call<void>('Frame', 'Shown', heading);
