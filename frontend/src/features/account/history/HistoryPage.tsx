import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { chronicle as api } from '@/api';
import type { ChroniclePage, Query } from '@/api/chronicle';
import { Button, EmptyState } from '@/ui';
import { AccountFrame } from '../AccountFrame';
import { readAt } from '../at';
import { useSay } from '../overview/say';
import { ActionBlock } from './ActionBlock';
import classes from './History.module.css';

/** Draws every change of an account and of what hangs on it, newest first. */
export function HistoryPage({ accountId }: { accountId: string }) {
  const say = useSay('chronicle');
  const everything = { actor: '', kind: '', words: '', action: '', offset: 0 };
  // A link may ask for the history of one kind of record.
  const [asked, setAsked] = useState<Omit<Query, 'account'>>(() => ({
    ...everything,
    kind: readAt(window.location.hash).kind,
  }));
  const query = useQuery({
    queryKey: ['account', accountId, 'chronicle', asked],
    queryFn: () => api.page({ account: accountId, ...asked }),
    placeholderData: keepPreviousData,
  });
  const filter = (part: Partial<Query>) => setAsked({ ...asked, ...part, offset: 0 });
  return (
    <AccountFrame
      account={accountId}
      tab="history"
      query={query}
      onRetry={() => setAsked(everything)}
    >
      {(page) => (
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
              <span>
                {say('range', {
                  from: asked.offset + 1,
                  to: lastOf(page, asked.offset),
                  total: page.total,
                })}
              </span>
              <Button
                disabled={lastOf(page, asked.offset) >= page.total}
                onClick={() => setAsked({ ...asked, offset: asked.offset + page.page })}
              >
                {say('older')}
              </Button>
            </div>
          )}
        </div>
      )}
    </AccountFrame>
  );
}

/** Counts up to the last action of a page. */
function lastOf(page: ChroniclePage, offset: number): number {
  return Math.min(offset + page.page, page.total);
}
