import type { en } from '../en';
import type { Same } from '../types';
import { account } from './account';
import { common } from './common';
import { imports } from './imports';
import { plan } from './plan';
import { portfolio } from './portfolio';
import { start } from './start';
import { story } from './story';

/** The German texts. */
export const de: Same<typeof en> = { common, start, portfolio, imports, account, plan, story };
