import { Progress } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { jobs as api, onWaiting } from '@/api';
import { inWords } from '@/i18n/words';
import { useFormat } from '@/state';
import { Button, useToast } from '@/ui';
import classes from './Jobs.module.css';
import { useJobs } from './useJobs';

/** Work that is over sooner is not worth a look. */
const patience = 400;

/** What writes, and so holds up other writes. */
const writers = ['import', 'restore', 'change_accounts', 'undo'];

/**
 * Draws what is running under whatever screen is open: what, how far, and how to
 * stop it. How a job ended is told by who began it; only of work whose beginner
 * is gone, as the page was loaded anew, this tells itself.
 */
export function Jobs() {
  const { t } = useTranslation('jobs');
  const toast = useToast();
  const [said, setSaid] = useState('');
  const seen = useRef(new Set<string>());
  const running = useJobs((job, orphan) => {
    const words = endOf(t, job);
    if (orphan) toast({ message: words, bad: job.state === 'failed' });
    else if (seen.current.delete(job.id)) setSaid(words);
  });
  const onSeen = (job: api.Job) => {
    seen.current.add(job.id);
    setSaid(t('began', { what: wordsOf(t, job) }));
  };
  return (
    <>
      <div role="status" aria-live="polite" className="visually-hidden">
        {said}
      </div>
      {running.length > 0 && (
        <section aria-label={t('title')} className={classes['tray']}>
          {running.map((job) => (
            <Row key={job.id} job={job} onSeen={onSeen} />
          ))}
          {running.some((job) => writers.includes(job.kind)) && <Waiting />}
        </section>
      )}
    </>
  );
}

function Row({ job, onSeen }: { job: api.Job; onSeen: (job: api.Job) => void }) {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  const [late, setLate] = useState(false);
  const [stopping, setStopping] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const tell = useEffectEvent(() => {
    setLate(true);
    onSeen(job);
  });
  useEffect(() => {
    const timer = setTimeout(() => tell(), patience);
    return () => clearTimeout(timer);
  }, []);
  // The focus must not fall out of the window with the button it stands on.
  useLayoutEffect(
    () => () => {
      const own = button.current;
      if (own !== null && own === document.activeElement) document.getElementById('main')?.focus();
    },
    [],
  );
  const what = wordsOf(t, job);
  const stop = () => {
    setStopping(true);
    api.cancel(job.id).catch(() => setStopping(false));
  };
  if (!late) return null;
  const share = job.total > 0 ? (100 * job.done) / job.total : 100;
  return (
    <div className={classes['row']}>
      <span className={classes['what']}>{what}</span>
      <Progress
        className={classes['bar'] ?? ''}
        aria-label={what}
        value={share}
        size="sm"
        animated={job.total === 0}
      />
      <span className={classes['count']}>
        {job.total > 0 &&
          t('of', { done: format.number(job.done), total: format.number(job.total) })}
      </span>
      <Button
        ref={button}
        size="small"
        aria-label={t('stopThis', { what })}
        aria-disabled={stopping}
        onClick={stopping ? undefined : stop}
      >
        {stopping ? t('stopping') : t('stop')}
      </Button>
    </div>
  );
}

/** Says that edits made meanwhile are not lost: one write is made at a time. */
function Waiting() {
  const { t } = useTranslation('jobs');
  const [count, setCount] = useState(0);
  useEffect(() => onWaiting(setCount), []);
  if (count === 0) return null;
  return (
    <p role="status" className={classes['waiting']}>
      {t('waiting', { count })}
    </p>
  );
}

/** Says what a job does; a kind of a newer program is called by its label. */
function wordsOf(t: TFunction<'jobs'>, job: api.Job): string {
  const label = inWords(job.label);
  return t(`kind.${job.kind}` as 'kind.import', { label, defaultValue: label });
}

function endOf(t: TFunction<'jobs'>, job: api.Job): string {
  const what = wordsOf(t, job);
  if (job.state === 'failed') return t('failed', { what, why: job.message });
  return t(job.state === 'cancelled' ? 'cancelled' : 'done', { what });
}
