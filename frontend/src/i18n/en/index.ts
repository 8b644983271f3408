import { account } from './account';
import { common } from './common';
import { imports } from './imports';
import { portfolio } from './portfolio';
import { start } from './start';

/** The English texts, a group for each screen. */
export const en = { common, start, portfolio, imports, account } as const;
