import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { imports, toProblem } from '@/api';
import { useFormat, useWrite } from '@/state';
import { Button } from '@/ui';
import classes from './Imports.module.css';
import { SaveMapping } from './SaveMapping';
import { session, useSession } from './session';

/** Says what will be written, and that nothing is yet; holds the one primary action. */
export function Bar(props: {
  plan: imports.ImportPlan;
  busy: boolean;
  problem: string;
  onProblem: (words: string) => void;
  onDone: () => void;
}) {
  const { t } = useTranslation('imports');
  const { plan } = props;
  const { writing } = useSession();
  const [naming, setNaming] = useState(false);
  const apply = useApply(props);
  const words = useWords(plan);
  const good = goodOf(plan);
  const ready = good > 0 && plan.problem === '' && !props.busy && !writing;
  return (
    <div className={classes['bar']}>
      <span role="status">{props.problem || (writing ? t('writingHint') : words.state)}</span>
      {plan.refused > 0 && (
        <Button
          onClick={() =>
            void imports.saveRefused().catch((cause) => props.onProblem(toProblem(cause).message))
          }
        >
          {t('saveRefused', { count: plan.refused })}
        </Button>
      )}
      {plan.as !== 'bundle' && <Button onClick={() => setNaming(true)}>{t('saveMapping')}</Button>}
      <Button
        look={ready || writing ? 'primary' : 'plain'}
        aria-disabled={!ready}
        onClick={ready ? () => void apply() : undefined}
      >
        {writing ? t('writing') : words.act}
      </Button>
      <SaveMapping opened={naming} plan={plan} onClose={() => setNaming(false)} />
    </div>
  );
}

function goodOf(plan: imports.ImportPlan): number {
  return plan.as === 'bundle' ? plan.bundle.records : plan.new + plan.changed;
}

/** Returns what the bar says and what its button does. */
function useWords(plan: imports.ImportPlan): { state: string; act: string } {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const count = goodOf(plan);
  const total = format.number(count);
  if (plan.as === 'bundle') {
    return {
      state: plan.problem === '' ? t('bundle.ready', { count, total }) : t('bundle.bad'),
      act: t('bundle.apply', { count, total }),
    };
  }
  const counts = { new: format.number(plan.new), changed: format.number(plan.changed) };
  return {
    state: count === 0 ? t('nothingToWrite') : t('willWrite', { count, total, ...counts }),
    act: t('apply', { count, total }),
  };
}

/** Returns how to write the file at hand and go on, wherever the person is by then. */
function useApply(props: Parameters<typeof Bar>[0]) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const write = useWrite();
  const { files } = useSession();
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const { plan, onProblem, onDone } = props;
  return async () => {
    const count = goodOf(plan);
    const done = t('done', { count, total: format.number(count), file: plan.name });
    session.writing(true);
    onProblem('');
    try {
      const answer = await write(imports.apply, done);
      if (answer.refused === 0 && files.length <= 1) {
        session.clear();
        if (here.current) onDone();
      } else {
        session.finish(answer);
      }
    } catch (cause) {
      session.writing(false);
      const problem = toProblem(cause);
      if (problem.code !== 'cancelled') onProblem(problem.message);
    }
  };
}
