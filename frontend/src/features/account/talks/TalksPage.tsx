import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { talks as api } from '@/api';
import type { TalksPage as Page, Talk, TalkKind } from '@/api/talks';
import { useCapture, useFocusBack } from '@/state';
import { Button, EmptyState } from '@/ui';
import { AccountFrame } from '../AccountFrame';
import { MailButton } from '../mail/DropMail';
import { Filters } from './Filters';
import { everything, sift } from './filter';
import { LearnChart } from './LearnChart';
import { RepliesLine } from './RepliesLine';
import { Stream } from './Stream';
import { useSay } from './say';
import { TalkForm } from './TalkForm';
import classes from './Talks.module.css';

/** Draws what was said, asked and learned with one account, and lets it be edited in place. */
export function TalksPage({ accountId }: { accountId: string }) {
  const query = useQuery({
    queryKey: ['account', accountId, 'talks'],
    queryFn: () => api.page(accountId),
  });
  return (
    <AccountFrame account={accountId} tab="conversations" query={query}>
      {(page) => <Talks page={page} />}
    </AccountFrame>
  );
}

function Talks({ page }: { page: Page }) {
  const say = useSay();
  const [filter, setFilter] = useState(everything);
  const [adding, setAdding] = useState<TalkKind | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const shown = useMemo(() => sift(page.items, filter), [page.items, filter]);
  useFocusBack(adding !== null, add);
  useAddKey(() => setAdding('touchpoint'));
  return (
    <div className={classes['columns']}>
      <section className={classes['main']} aria-label={say('title')}>
        <div className={classes['head']}>
          <RepliesLine replies={page.replies} />
          <div className={classes['actions']}>
            <MailButton />
            <Button
              ref={add}
              data-at="talk-add"
              icon={<IconPlus size={14} stroke={1.8} aria-hidden />}
              onClick={() => setAdding('touchpoint')}
            >
              {say('add')}
            </Button>
          </div>
        </div>
        {adding !== null && <TalkForm page={page} onClose={() => setAdding(null)} />}
        {page.items.length === 0 ? (
          adding === null && <Nothing page={page} onAdd={() => setAdding('touchpoint')} />
        ) : (
          <>
            <Filters page={page} filter={filter} shown={shown.length} onFilter={setFilter} />
            {shown.length === 0 ? (
              <EmptyState
                headed
                title={say('nothingFound')}
                actions={<Button onClick={() => setFilter(everything)}>{say('showAll')}</Button>}
              >
                {say('nothingFoundText')}
              </EmptyState>
            ) : (
              <Stream page={page} items={shown as Talk[]} onAll={() => setFilter(everything)} />
            )}
          </>
        )}
      </section>
      <aside className={classes['side']} aria-label={say('learning.title')}>
        <LearnChart months={page.months} />
      </aside>
    </div>
  );
}

/** Says what belongs here and offers the first step. */
function Nothing({ page, onAdd }: { page: Page; onAdd: () => void }) {
  const say = useSay();
  const capture = useCapture();
  return (
    <EmptyState
      headed
      title={say('empty.title', { account: page.name })}
      actions={
        <>
          <Button
            look="primary"
            size="large"
            icon={<IconPencil size={15} stroke={1.8} aria-hidden />}
            onClick={capture}
          >
            {say('empty.capture')}
          </Button>
          <Button size="large" onClick={onAdd}>
            {say('add')}
          </Button>
        </>
      }
    >
      {say('empty.text')}
    </EmptyState>
  );
}

/** N opens the form for a new conversation, while nothing is being typed. */
function useAddKey(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'n' || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (target instanceof Element && target.closest('input,textarea,select,[role=dialog]'))
        return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
