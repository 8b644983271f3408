import { call } from './transport';

let last: Promise<unknown> = Promise.resolve();

/**
 * Calls a method that writes, after every write that was asked for before: calls
 * run side by side, and without a queue two quick edits could swap.
 */
export function write<T>(struct: string, method: string, ...args: unknown[]): Promise<T> {
  const run = last.then(
    () => call<T>(struct, method, ...args),
    () => call<T>(struct, method, ...args),
  );
  last = run.catch(() => undefined);
  return run;
}
