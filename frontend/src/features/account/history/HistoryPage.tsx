import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { account as accounts, chronicle as api } from '@/api';
import type { Query } from '@/api/chronicle';
import { Button, EmptyState } from '@/ui';
import { AccountHeader } from '../AccountHeader';
import pageClasses from '../AccountPage.module.css';
import { useSay } from '../overview/say';
import { ActionBlock } from './ActionBlock';
import classes from './History.module.css';

/** Draws every change of an account and of what hangs on it, newest first. */
export function HistoryPage({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const say = useSay('chronicle');
  const everything = { actor: '', kind: '', words: '', action: '', offset: 0 };
  const [asked, setAsked] = useState<Omit<Query, 'account'>>(everything);
  const header = useQuery({
    queryKey: ['account', accountId, 'header'],
    queryFn: () => accounts.header(accountId),
  });
  const query = useQuery({
    queryKey: ['account', accountId, 'chronicle', asked],
    queryFn: () => api.page({ account: accountId, ...asked }),
    placeholderData: keepPreviousData,
  });
  const page = query.data;
  const filter = (part: Partial<Query>) => setAsked({ ...asked, ...part, offset: 0 });
  const last = page === undefined ? 0 : Math.min(asked.offset + page.page, page.total);
  return (
    <div className={pageClasses['page']} aria-busy={page === undefined}>
      {header.data !== undefined && <AccountHeader header={header.data} tab="history" />}
      {query.error !== null && (
        <EmptyState
          title={say('failed')}
          alert
          headed
          actions={<Button onClick={() => void query.refetch()}>{t('retry')}</Button>}
        >
          {query.error.message}
        </EmptyState>
      )}
      {page !== undefined && query.error === null && (
        <div className={classes['history']}>
          <search className={classes['filters']}>
            <input
              type="search"
              aria-label={say('search')}
              placeholder={say('search')}
              value={asked.words}
              onChange={(event) => filter({ words: event.currentTarget.value })}
            />
            <select
              aria-label={say('person')}
              value={asked.actor}
              onChange={(event) => filter({ actor: event.currentTarget.value })}
            >
              <option value="">{say('everybody')}</option>
              {page.actors.map((actor) => (
                <option key={actor}>{actor}</option>
              ))}
            </select>
            <select
              aria-label={say('kindLabel')}
              value={asked.kind}
              onChange={(event) => filter({ kind: event.currentTarget.value })}
            >
              <option value="">{say('allKinds')}</option>
              {page.kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {say(`kind.${kind}`)}
                </option>
              ))}
            </select>
            <p role="status">{say('total', { count: page.total })}</p>
          </search>
          {page.total === 0 && (
            <EmptyState
              headed
              title={say('nothingFound')}
              actions={<Button onClick={() => setAsked(everything)}>{say('showAll')}</Button>}
            >
              {say('nothingFoundText')}
            </EmptyState>
          )}
          <ol>
            {page.actions.map((action) => (
              <ActionBlock key={action.id} account={accountId} action={action} />
            ))}
          </ol>
          {page.total > page.page && (
            <div className={classes['pages']}>
              <Button
                disabled={asked.offset === 0}
                onClick={() =>
                  setAsked({ ...asked, offset: Math.max(asked.offset - page.page, 0) })
                }
              >
                {say('newer')}
              </Button>
              <span>{say('range', { from: asked.offset + 1, to: last, total: page.total })}</span>
              <Button
                disabled={last >= page.total}
                onClick={() => setAsked({ ...asked, offset: asked.offset + page.page })}
              >
                {say('older')}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}
