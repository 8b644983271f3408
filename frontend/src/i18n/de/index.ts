import type { en } from '../en';
import type { Same } from '../types';
import { account } from './account';
import { alignment } from './alignment';
import { brand } from './brand';
import { capture } from './capture';
import { chronicle } from './chronicle';
import { common } from './common';
import { imports } from './imports';
import { jobs } from './jobs';
import { learning } from './learning';
import { library } from './library';
import { overview } from './overview';
import { people } from './people';
import { plan } from './plan';
import { portfolio } from './portfolio';
import { renewals } from './renewals';
import { settings } from './settings';
import { start } from './start';
import { story } from './story';
import { talks } from './talks';
import { template } from './template';
import { today } from './today';
import { ways } from './ways';
import { why } from './why';

/** The German texts. */
export const de: Same<typeof en> = {
  common,
  alignment,
  capture,
  chronicle,
  learning,
  library,
  overview,
  settings,
  start,
  portfolio,
  renewals,
  imports,
  jobs,
  account,
  people,
  plan,
  story,
  talks,
  template,
  brand,
  today,
  ways,
  why,
};
