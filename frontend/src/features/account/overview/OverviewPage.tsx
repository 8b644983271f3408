import { useQuery } from '@tanstack/react-query';
import { overview as api } from '@/api';
import { AccountFrame } from '../AccountFrame';
import classes from './Overview.module.css';
import { Principles } from './Principles';
import { Quotes } from './Quotes';
import { Flags, LastStory, NextRenewal, Promises } from './Side';
import { SmallValue } from './SmallValue';

/** Draws how a client is doing, in its own terms, on one page. */
export function OverviewPage({ accountId }: { accountId: string }) {
  const query = useQuery({
    queryKey: ['account', accountId, 'overview'],
    queryFn: () => api.page(accountId),
  });
  return (
    <AccountFrame account={accountId} tab="overview" query={query}>
      {(page, header) => (
        <div className={classes['columns']}>
          <div className={classes['main']}>
            <Quotes page={page} />
            <SmallValue page={page} name={header.name} />
          </div>
          <div className={classes['side']}>
            <Principles page={page} />
            <Flags page={page} />
            <Promises page={page} />
            <NextRenewal page={page} />
            <LastStory page={page} />
          </div>
        </div>
      )}
    </AccountFrame>
  );
}
