import { call } from './transport';

let last: Promise<unknown> = Promise.resolve();
let unanswered = 0;
const listeners = new Set<(waiting: number) => void>();

function count(step: number): void {
  unanswered += step;
  for (const listener of listeners) listener(Math.max(0, unanswered - 1));
}

/**
 * Calls a method that writes, after every write that was asked for before: calls
 * run side by side, and without a queue two quick edits could swap.
 */
export function write<T>(struct: string, method: string, ...args: unknown[]): Promise<T> {
  const run = last.then(
    () => call<T>(struct, method, ...args),
    () => call<T>(struct, method, ...args),
  );
  count(1);
  last = run.catch(() => undefined).finally(() => count(-1));
  return run;
}

/** Tells how many writes wait for the one that is being made; returns how to stop. */
export function onWaiting(listener: (waiting: number) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Resolves once every write is answered and its answer was taken in. What hears of a
 * change earlier would refetch screens that the answer is about to leave.
 */
export async function settled(): Promise<void> {
  while (unanswered > 0) await last;
  await new Promise((done) => setTimeout(done));
}
