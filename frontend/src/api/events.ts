import type { Job } from './jobs';
import { inWindow, withToken } from './transport';

/** What a committed write touched. */
export interface Changed {
  action: string;
  accounts: string[];
  kinds: string[];
}

/** The events of the program, by name. */
export interface Events {
  changed: Changed;
  workspace: { path: string };
  job: Job;
  download: { path: string; name: string };
}

let source: EventSource | undefined;

/** Listens to one event of the program and returns how to stop. */
export function on<K extends keyof Events>(
  name: K,
  listener: (data: Events[K]) => void,
): () => void {
  if (inWindow()) {
    return (
      window.runtime?.EventsOn(name, (data) => listener(data as Events[K])) ?? (() => undefined)
    );
  }
  if (typeof EventSource === 'undefined') return () => undefined;
  source ??= new EventSource(withToken('/events'));
  const stream = source;
  const receive = (event: MessageEvent<string>) => listener(JSON.parse(event.data) as Events[K]);
  stream.addEventListener(name, receive);
  return () => stream.removeEventListener(name, receive);
}

/** Lets the browser save what the program has written for it; the window needs none of this. */
export function acceptDownloads(): () => void {
  return on('download', ({ path, name }) => {
    const link = document.createElement('a');
    link.href = withToken(path);
    link.download = name;
    link.click();
  });
}
