import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { account as accounts, value } from '@/api';
import { Button, EmptyState } from '@/ui';
import { AccountHeader } from './AccountHeader';
import classes from './AccountPage.module.css';
import { useSay } from './value/hooks';
import { ValueTab } from './value/ValueTab';

/** Draws one account's Value page. */
export function AccountPage({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const header = useQuery({
    queryKey: ['account', accountId, 'header'],
    queryFn: () => accounts.header(accountId),
  });
  const timeline = useQuery({
    queryKey: ['account', accountId, 'timeline'],
    queryFn: () => value.timeline(accountId),
  });
  const failure = header.error ?? timeline.error;
  if (failure !== null) {
    const retry = () => {
      void header.refetch();
      void timeline.refetch();
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
    <div className={classes['page']} aria-busy={timeline.data === undefined}>
      {header.data !== undefined && <AccountHeader header={header.data} />}
      {timeline.data !== undefined && <ValueTab timeline={timeline.data} />}
    </div>
  );
}
