import { call } from './transport';

/** Tells the program that the first screen is drawn, with its heading. */
export const shown = (heading: string) => call<void>('Frame', 'Shown', heading);

/** Reads the screen that was shown when this workspace was last open, or ''. */
export const lastRoute = () => call<string>('Frame', 'LastRoute');

/** Notes the screen that is shown, for the next start. */
export const keepRoute = (route: string) => call<void>('Frame', 'KeepRoute', route);
