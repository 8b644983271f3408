import { IconFile } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { imports, toProblem } from '@/api';
import { inWords } from '@/i18n/words';
import { useFormat } from '@/state';
import { Button, PageHead } from '@/ui';
import { Bar } from './Bar';
import { Bundle } from './Bundle';
import { Columns } from './Columns';
import { Done } from './Done';
import { Drop } from './Drop';
import { Found } from './Found';
import classes from './Imports.module.css';
import { Notes } from './Notes';
import { Preview } from './Preview';
import { Questions } from './Questions';
import { Steps } from './Steps';
import { session, useSession } from './session';
import { useIncoming } from './useIncoming';

/** Draws the import of files: what each is, where its columns go, what would be written. */
export function ImportPage({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('imports');
  const { request, done, problem, writing } = useSession();
  const incoming = useIncoming();
  const plan = useQuery({
    queryKey: ['import', request],
    queryFn: () => imports.inspect(request),
    // Its own writing changes what is there, and is no reason to look once more.
    enabled: request.path !== '' && done === undefined && !writing,
    placeholderData: keepPreviousData,
    // What would be written depends on what is there: a plan is never old news.
    gcTime: 0,
  });
  const failed = plan.error;
  useEffect(() => {
    if (failed === null) return;
    const why = toProblem(failed);
    session.fail(why.code === 'cancelled' ? '' : why.message);
  }, [failed]);
  const shown = request.path !== '' && plan.data?.path === request.path ? plan.data : undefined;
  return (
    <div
      className={`${classes['page']} ${incoming.over ? classes['over'] : ''}`}
      {...incoming.target}
    >
      {done !== undefined && <Done done={done} onGo={onDone} />}
      {done === undefined && shown === undefined && (
        <>
          <PageHead title={t('title')} />
          <Trouble problem={problem || incoming.problem} />
          <Drop busy={plan.isFetching} incoming={incoming} />
        </>
      )}
      {done === undefined && shown !== undefined && (
        <Work plan={shown} busy={plan.isFetching} stamp={plan.dataUpdatedAt} onDone={onDone} />
      )}
    </div>
  );
}

/** Says why a file could not be read, and that nothing came of it. */
function Trouble({ problem }: { problem: string }) {
  const { t } = useTranslation('imports');
  if (problem === '') return null;
  return (
    <p role="alert" className={classes['problem']}>
      {problem}
      <small>{t('kept')}</small>
    </p>
  );
}

function Work(props: {
  plan: imports.ImportPlan;
  busy: boolean;
  stamp: number;
  onDone: () => void;
}) {
  const { t } = useTranslation('imports');
  const { plan } = props;
  const { files, count } = useSession();
  const before = useSession().problem;
  const [problem, setProblem] = useState('');
  const bundle = plan.as === 'bundle';
  return (
    <>
      <PageHead title={t('title')} note={<Steps plan={plan} />}>
        <span className={classes['file']}>
          <IconFile size={14} stroke={1.6} aria-hidden />
          <span className={classes['fileName']}>{plan.name}</span>
          {plan.size > 0 && <FileSize bytes={plan.size} />}
        </span>
        {count > 1 && (
          <span className={classes['queue']}>
            {t('queue', { at: count - files.length + 1, count })}
          </span>
        )}
        {files.length > 1 && (
          <Button look="quiet" onClick={session.next}>
            {t('skip')}
          </Button>
        )}
        <Button look="quiet" onClick={session.clear}>
          {t('anotherFile')}
        </Button>
      </PageHead>
      <Trouble problem={before} />
      {bundle ? (
        <Bundle plan={plan} />
      ) : (
        <>
          <Found plan={plan} />
          <div className={classes['body']}>
            <div className={classes['side']}>
              <Columns plan={plan} />
              <Notes notes={plan.notes} more={plan.more_notes} />
            </div>
            <div className={classes['right']}>
              <Obstacle plan={plan} />
              <Questions plan={plan} />
              <Preview plan={plan} stamp={props.stamp} busy={props.busy} />
            </div>
          </div>
        </>
      )}
      <Bar
        plan={plan}
        busy={props.busy}
        problem={problem}
        onProblem={setProblem}
        onDone={props.onDone}
      />
    </>
  );
}

/** Says what stands in the way of applying any row. */
function Obstacle({ plan }: { plan: imports.ImportPlan }) {
  const { t } = useTranslation('imports');
  const words = useObstacle(plan);
  if (words === '') return null;
  return (
    <p role="alert" className={classes['obstacle']}>
      {words}
      {plan.problem !== '' && <small>{t('kept')}</small>}
    </p>
  );
}

function useObstacle(plan: imports.ImportPlan): string {
  const { t } = useTranslation('imports');
  if (plan.problem !== '') return inWords(plan.problem);
  const [missing] = plan.missing;
  if (missing !== undefined) {
    const field = t(`field.${missing}` as 'field.name', { defaultValue: missing });
    return t('missing', { field });
  }
  return plan.rows === 0 ? t('noRows', { file: plan.name }) : '';
}

function FileSize({ bytes }: { bytes: number }) {
  const format = useFormat();
  const text =
    bytes < 1_000_000
      ? `${format.number(Math.max(1, bytes / 1000))} KB`
      : `${format.number(bytes / 1_000_000, 1)} MB`;
  return <span className={classes['quiet']}>{text}</span>;
}
