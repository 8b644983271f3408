import { call } from './transport';

/** How a job stands. */
export type JobState = 'running' | 'done' | 'failed' | 'cancelled';

/** Long work that goes on while the person does something else. */
export interface Job {
  id: string;
  /** "import", "export_bundle", "export_table", "export_document", "backup", "restore", "verify". */
  kind: string;
  /** What it is about: a file's name. */
  label: string;
  done: number;
  /** 0 where nobody knows how much there is. */
  total: number;
  state: JobState;
  /** Why it failed, or ''. */
  message: string;
}

/** Reads what is running, oldest first. */
export const list = () => call<Job[]>('Jobs', 'List');

/** Asks a job to stop; the event of the job says when it has. */
export const cancel = (id: string) => call<void>('Jobs', 'Cancel', id);
