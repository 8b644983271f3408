import { useEffect, useRef, useState } from 'react';
import { jobs as api, events } from '@/api';

interface Heard {
  onBegin: (job: api.Job) => void;
  /** An orphan ran before this page did: who began it does not wait for it any more. */
  onEnd: (job: api.Job, orphan: boolean) => void;
}

/** Follows the work that runs, also what began before this page did. */
export function useJobs(heard: Heard): api.Job[] {
  const [running, setRunning] = useState<api.Job[]>([]);
  const latest = useRef(heard);
  latest.current = heard;
  useEffect(() => {
    const known = new Map<string, api.Job>();
    const over = new Set<string>();
    const orphans = new Set<string>();
    let gone = false;
    const show = () => setRunning([...known.values()]);
    const stop = events.on('job', (job) => {
      if (job.state === 'running') {
        if (!known.has(job.id)) latest.current.onBegin(job);
        known.set(job.id, job);
      } else {
        known.delete(job.id);
        over.add(job.id);
        latest.current.onEnd(job, orphans.has(job.id));
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
