import { useEffect, useRef, useState } from 'react';
import { jobs as api, events } from '@/api';

/** Hears how a job ended. An orphan ran before this page did: nobody waits for it any more. */
type OnEnd = (job: api.Job, orphan: boolean) => void;

/** Follows the work that runs, also what began before this page did. */
export function useJobs(onEnd: OnEnd): api.Job[] {
  const [running, setRunning] = useState<api.Job[]>([]);
  const latest = useRef(onEnd);
  latest.current = onEnd;
  useEffect(() => {
    const known = new Map<string, api.Job>();
    const over = new Set<string>();
    const orphans = new Set<string>();
    let gone = false;
    const show = () => setRunning([...known.values()]);
    const stop = events.on('job', (job) => {
      if (job.state === 'running') {
        known.set(job.id, job);
      } else {
        known.delete(job.id);
        over.add(job.id);
        latest.current(job, orphans.has(job.id));
      }
      show();
    });
    api
      .list()
      .then((list) => {
        if (gone) return;
        for (const job of list) {
          if (known.has(job.id) || over.has(job.id)) continue;
          orphans.add(job.id);
          known.set(job.id, job);
        }
        show();
      })
      .catch(() => undefined); // the events alone tell of all that begins from now on
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return running;
}
