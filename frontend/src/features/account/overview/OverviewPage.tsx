import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { account as accounts, overview as api } from '@/api';
import { Button, EmptyState } from '@/ui';
import { AccountHeader } from '../AccountHeader';
import pageClasses from '../AccountPage.module.css';
import { useSay as useAccountSay } from '../value/hooks';
import classes from './Overview.module.css';
import { Principles } from './Principles';
import { Quotes } from './Quotes';
import { Flags, LastStory, NextRenewal, Promises } from './Side';
import { SmallValue } from './SmallValue';

/** Draws how a client is doing, in its own terms, on one page. */
export function OverviewPage({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const say = useAccountSay();
  const header = useQuery({
    queryKey: ['account', accountId, 'header'],
    queryFn: () => accounts.header(accountId),
  });
  const page = useQuery({
    queryKey: ['account', accountId, 'overview'],
    queryFn: () => api.page(accountId),
  });
  const failure = header.error ?? page.error;
  if (failure !== null) {
    const retry = () => {
      void header.refetch();
      void page.refetch();
    };
    return (
      <EmptyState
        title={say('failed')}
        alert
        actions={<Button onClick={retry}>{t('retry')}</Button>}
      >
        {failure.message}
      </EmptyState>
    );
  }
  return (
    <div className={pageClasses['page']} aria-busy={page.data === undefined}>
      {header.data !== undefined && <AccountHeader header={header.data} tab="overview" />}
      {page.data !== undefined && (
        <div className={classes['columns']}>
          <div className={classes['main']}>
            <Quotes page={page.data} />
            <SmallValue page={page.data} name={header.data?.name ?? ''} />
          </div>
          <div className={classes['side']}>
            <Principles principles={page.data.principles} />
            <Flags page={page.data} />
            <Promises page={page.data} />
            <NextRenewal page={page.data} />
            <LastStory page={page.data} />
          </div>
        </div>
      )}
    </div>
  );
}
