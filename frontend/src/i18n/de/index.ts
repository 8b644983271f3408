import type { en } from '../en';
import type { Same } from '../types';
import { account } from './account';
import { common } from './common';
import { imports } from './imports';
import { portfolio } from './portfolio';
import { start } from './start';

/** The German texts. */
export const de: Same<typeof en> = { common, start, portfolio, imports, account };
