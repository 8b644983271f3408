import { account } from './account';
import { common } from './common';
import { imports } from './imports';
import { plan } from './plan';
import { portfolio } from './portfolio';
import { start } from './start';
import { story } from './story';

/** The English texts, a group for each screen. */
export const en = { common, start, portfolio, imports, account, plan, story } as const;
