import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { plan as api } from '@/api';
import type { PlanPage as Page } from '@/api/plan';
import { useOnce, useWrite } from '@/state';
import { Button, EmptyState } from '@/ui';
import { AccountFrame } from '../AccountFrame';
import { useAt, useFocusAt } from '../at';
import { PlanProvider, usePlan, usePlanTools } from './context';
import { MilestoneLine } from './MilestoneLine';
import { OutcomeList } from './OutcomeList';
import { PasteBox } from './PasteBox';
import { PlanHead } from './PlanHead';
import classes from './PlanPage.module.css';
import { Templates } from './Templates';
import templates from './Templates.module.css';

/** Draws what success means to one account, and lets all of it be edited in place. */
export function PlanPage({ accountId }: { accountId: string }) {
  const [chosen, setChosen] = useState('');
  const plan = useQuery({
    queryKey: ['account', accountId, 'plan', chosen],
    queryFn: () => api.page(accountId, chosen),
    placeholderData: (before) => before,
  });
  return (
    <AccountFrame account={accountId} tab="plan" query={plan} onRetry={() => setChosen('')}>
      {(page) => <Plan page={page} onPlan={setChosen} />}
    </AccountFrame>
  );
}

/** What is being pasted: nothing, or a text and where the typing begins. */
interface Pasting {
  text: string;
  statementFirst: boolean;
  key: number;
}

function Plan({ page, onPlan }: { page: Page; onPlan: (id: string) => void }) {
  const at = useAt();
  const tools = usePlanTools(page, at);
  const { say } = tools;
  const [pasting, setPasting] = useState<Pasting | null>(
    at.kind === 'paste' ? { text: '', statementFirst: false, key: 0 } : null,
  );
  useFocusAt(at);
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
          {box === false ? (
            <>
              <NoPlan onPaste={ask} />
              <div className={templates['more']}>
                <Templates plan="" onMade={onPlan} />
              </div>
            </>
          ) : (
            <div style={{ paddingTop: 16 }}>{box}</div>
          )}
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
              <Button look="primary" data-at="paste-open" onClick={ask}>
                {say('paste.open')}
              </Button>
            }
          >
            {say('empty.noOutcomesText')}
          </EmptyState>
        )
      )}
      {page.outcomes.length === 0 && page.milestones.length === 0 && box === false && (
        <div className={templates['more']}>
          <Templates plan={page.plan.id} onMade={onPlan} />
        </div>
      )}
    </PlanProvider>
  );
}

function NoPlan({ onPaste }: { onPaste: () => void }) {
  const { page, say } = usePlan();
  const write = useWrite();
  const blank = useOnce(() => {
    const title = say('empty.planTitle', { account: page.name });
    // What fails is shown by the write itself.
    return write(
      () => api.add(page.account, 'success_plan', page.account, { title }),
      say('empty.blankDone'),
    ).catch(() => undefined);
  });
  return (
    <EmptyState
      headed
      title={say('empty.title', { account: page.name })}
      actions={
        <>
          <Button look="primary" size="large" data-at="paste-open" onClick={onPaste}>
            {say('paste.open')}
          </Button>
          <Button size="large" onClick={() => void blank()}>
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
