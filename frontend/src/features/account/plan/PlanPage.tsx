import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { account as accounts, plan as api } from '@/api';
import type { PlanPage as Page } from '@/api/plan';
import { useWrite } from '@/state';
import { Button, EmptyState } from '@/ui';
import { AccountHeader } from '../AccountHeader';
import frame from '../AccountPage.module.css';
import { PlanProvider, usePlan, usePlanTools, useSay } from './context';
import { MilestoneLine } from './MilestoneLine';
import { OutcomeList } from './OutcomeList';
import { PasteBox } from './PasteBox';
import { PlanHead } from './PlanHead';
import classes from './PlanPage.module.css';

/** Draws what success means to one account, and lets all of it be edited in place. */
export function PlanPage({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const [chosen, setChosen] = useState('');
  const header = useQuery({
    queryKey: ['account', accountId, 'header'],
    queryFn: () => accounts.header(accountId),
  });
  const plan = useQuery({
    queryKey: ['account', accountId, 'plan', chosen],
    queryFn: () => api.page(accountId, chosen),
    placeholderData: (before) => before,
  });
  const failure = header.error ?? plan.error;
  if (failure !== null) {
    const retry = () => {
      setChosen('');
      void header.refetch();
      void plan.refetch();
    };
    return (
      <EmptyState title={t('failed')} alert actions={<Button onClick={retry}>{t('retry')}</Button>}>
        {failure.message}
      </EmptyState>
    );
  }
  return (
    <div className={frame['page']} aria-busy={plan.data === undefined}>
      {header.data !== undefined && <AccountHeader header={header.data} tab="plan" />}
      {plan.data === undefined ? (
        <p className="visually-hidden">{say('loading')}</p>
      ) : (
        <Plan page={plan.data} onPlan={setChosen} />
      )}
    </div>
  );
}

/** What is being pasted: nothing, or a text and where the typing begins. */
interface Pasting {
  text: string;
  statementFirst: boolean;
  key: number;
}

function Plan({ page, onPlan }: { page: Page; onPlan: (id: string) => void }) {
  const tools = usePlanTools(page);
  const { say } = tools;
  const [pasting, setPasting] = useState<Pasting | null>(null);
  const start = (text: string, statementFirst: boolean) =>
    setPasting((before) => ({ text, statementFirst, key: (before?.key ?? 0) + 1 }));
  usePasteAnywhere((text) => start(text, false));
  const box = pasting !== null && (
    <PasteBox
      key={pasting.key}
      text={pasting.text}
      statementFirst={pasting.statementFirst}
      onClose={() => setPasting(null)}
    />
  );
  const ask = () => start('', false);
  if (page.plan.id === '') {
    return (
      <PlanProvider value={tools}>
        <div className={classes['empty']}>
          {box === false ? <NoPlan onPaste={ask} /> : <div style={{ paddingTop: 16 }}>{box}</div>}
        </div>
      </PlanProvider>
    );
  }
  return (
    <PlanProvider value={tools}>
      <PlanHead onPaste={ask} onOutcome={() => start('', true)} onPlan={onPlan} />
      {box}
      <MilestoneLine />
      {page.outcomes.length > 0 ? (
        <OutcomeList />
      ) : (
        box === false && (
          <EmptyState
            headed
            title={say('empty.noOutcomes')}
            actions={
              <Button look="primary" onClick={ask}>
                {say('paste.open')}
              </Button>
            }
          >
            {say('empty.noOutcomesText')}
          </EmptyState>
        )
      )}
    </PlanProvider>
  );
}

function NoPlan({ onPaste }: { onPaste: () => void }) {
  const { page, say } = usePlan();
  const write = useWrite();
  const blank = () => {
    const title = say('empty.planTitle', { account: page.name });
    // What fails is shown by the write itself.
    void write(
      () => api.add(page.account, 'success_plan', page.account, { title }),
      say('empty.blankDone'),
    ).catch(() => undefined);
  };
  return (
    <EmptyState
      headed
      title={say('empty.title', { account: page.name })}
      actions={
        <>
          <Button look="primary" size="large" onClick={onPaste}>
            {say('paste.open')}
          </Button>
          <Button size="large" onClick={blank}>
            {say('empty.blank')}
          </Button>
        </>
      }
    >
      {say('empty.text')}
    </EmptyState>
  );
}

/** Takes what is pasted onto the page while nothing is being typed. */
function usePasteAnywhere(take: (text: string) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { target } = event;
      if (
        target instanceof Element &&
        target.closest('input,textarea,select,[role=dialog]') !== null
      )
        return;
      const text = event.clipboardData?.getData('text/plain').trim() ?? '';
      if (text === '') return;
      event.preventDefault();
      latest.current(text);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}
