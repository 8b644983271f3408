import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { people as api } from '@/api';
import type { PeoplePage as Page, Stakeholder } from '@/api/people';
import { useFocusBack } from '@/state';
import { Button, EmptyState } from '@/ui';
import { AccountFrame } from '../AccountFrame';
import { readAt } from '../at';
import { ForgetDialog } from './ForgetDialog';
import { branches } from './map';
import classes from './People.module.css';
import { PersonForm } from './PersonForm';
import { PersonRow } from './PersonRow';
import { StanceMap } from './StanceMap';
import { useSay } from './say';

/** Draws who is at the client: how they stand, who reports to whom, and what hangs on them. */
export function PeoplePage({ accountId }: { accountId: string }) {
  const query = useQuery({
    queryKey: ['account', accountId, 'people'],
    queryFn: () => api.page(accountId),
  });
  return (
    <AccountFrame account={accountId} tab="people" query={query}>
      {(page) => <People page={page} />}
    </AccountFrame>
  );
}

function People({ page }: { page: Page }) {
  const say = useSay();
  const add = useRef<HTMLButtonElement>(null);
  const [adding, setAdding] = useState(false);
  // Here and not in their row: who is forgotten goes to those who have left.
  const [forgetting, setForgetting] = useState<Stakeholder | null>(null);
  const [chosen, setChosen] = useState(() => readAt(window.location.hash).id);
  useEffect(() => {
    const arrive = () => setChosen((now) => readAt(window.location.hash).id || now);
    window.addEventListener('hashchange', arrive);
    return () => window.removeEventListener('hashchange', arrive);
  }, []);
  const here = useMemo(() => page.people.filter((one) => !one.left), [page.people]);
  const gone = useMemo(() => page.people.filter((one) => one.left), [page.people]);
  useFocusBack(adding, add);
  const choose = (id: string) => {
    setChosen(id);
    requestAnimationFrame(() => {
      const row = document.querySelector<HTMLElement>(`[data-at="stakeholder.${id}"]`);
      row?.scrollIntoView({ block: 'nearest' });
      row?.querySelector<HTMLElement>('button')?.focus();
    });
  };
  return (
    <div className={classes['columns']}>
      <section className={classes['main']} aria-label={say('title')}>
        <div className={classes['head']}>
          <h2>{say('here', { count: here.length })}</h2>
          <Button
            ref={add}
            data-at="person-add"
            icon={<IconPlus size={14} stroke={1.8} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {say('add')}
          </Button>
        </div>
        {adding && <PersonForm page={page} onClose={() => setAdding(false)} />}
        {page.people.length === 0 && !adding && (
          <EmptyState
            headed
            title={say('empty.title', { account: page.name })}
            actions={
              <Button look="primary" size="large" onClick={() => setAdding(true)}>
                {say('add')}
              </Button>
            }
          >
            {say('empty.text')}
          </EmptyState>
        )}
        <List
          page={page}
          people={here}
          chosen={chosen}
          onChoose={setChosen}
          onForget={setForgetting}
        />
        {gone.length > 0 && (
          <>
            <h2 className={classes['goneHead']}>{say('gone', { count: gone.length })}</h2>
            <List
              page={page}
              people={gone}
              chosen={chosen}
              onChoose={setChosen}
              onForget={setForgetting}
            />
          </>
        )}
      </section>
      {forgetting !== null && (
        <ForgetDialog
          account={page.account}
          person={forgetting}
          onClose={() => setForgetting(null)}
          onClosed={() => choose(forgetting.id)}
        />
      )}
      {page.people.length > 0 && (
        <aside className={classes['side']} aria-label={say('map.title')}>
          <StanceMap people={here} today={page.today} onChoose={choose} />
        </aside>
      )}
    </div>
  );
}

function List(props: {
  page: Page;
  people: readonly Stakeholder[];
  chosen: string;
  onChoose: (id: string) => void;
  onForget: (person: Stakeholder) => void;
}) {
  return (
    <ul className={classes['list']}>
      {branches(props.people).map(({ person, depth }) => (
        <PersonRow
          key={person.id}
          page={props.page}
          person={person}
          depth={depth}
          open={props.chosen === person.id}
          onOpen={(open) => props.onChoose(open ? person.id : '')}
          onForget={() => props.onForget(person)}
        />
      ))}
    </ul>
  );
}
