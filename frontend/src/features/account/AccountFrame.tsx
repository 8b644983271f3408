import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { account as accounts } from '@/api';
import type { Header } from '@/api/account';
import { Button, EmptyState } from '@/ui';
import classes from './AccountFrame.module.css';
import { AccountHeader, type Tab } from './AccountHeader';
import { DropMail } from './mail/DropMail';
import { useSay } from './value/hooks';

/**
 * Draws what all parts of an account have in common: the header with its tabs, and under it
 * the part itself, or what went wrong and how to go on.
 */
export function AccountFrame<T>(props: {
  account: string;
  tab: Tab;
  query: UseQueryResult<T>;
  /** Does more than reading again, such as going back to what is surely there. */
  onRetry?: () => void;
  children: (data: T, header: Header) => ReactNode;
}) {
  const { t } = useTranslation();
  const say = useSay();
  const { account, query } = props;
  const header = useQuery({
    queryKey: ['account', account, 'header'],
    queryFn: () => accounts.header(account),
  });
  const failure = header.error ?? query.error;
  const retry = () => {
    props.onRetry?.();
    void header.refetch();
    void query.refetch();
  };
  return (
    <DropMail account={account}>
      <div
        className={classes['page']}
        aria-busy={failure === null && (query.data === undefined || header.data === undefined)}
      >
        {header.data !== undefined && <AccountHeader header={header.data} tab={props.tab} />}
        {failure !== null && (
          <EmptyState
            title={say('failed')}
            alert
            headed={header.data !== undefined}
            actions={<Button onClick={retry}>{t('retry')}</Button>}
          >
            {failure.message}
          </EmptyState>
        )}
        {failure === null && query.data === undefined && (
          <p className="visually-hidden">{say('loading')}</p>
        )}
        {failure === null &&
          query.data !== undefined &&
          header.data !== undefined &&
          props.children(query.data, header.data)}
      </div>
    </DropMail>
  );
}
