import i18next from 'i18next';
import { Problem, toProblem } from './problem';

/** A bound struct as Wails hangs it on the window. */
type Bound = Record<string, (...args: unknown[]) => Promise<unknown>>;

interface WailsRuntime {
  EventsOn(name: string, listener: (data: unknown) => void): () => void;
  OnFileDrop(listener: (x: number, y: number, paths: string[]) => void, onTarget: boolean): void;
  OnFileDropOff(): void;
}

declare global {
  interface Window {
    go?: { desktop?: Record<string, Bound> };
    runtime?: WailsRuntime;
  }
}

const tokenKey = 'tendril.token';

/** Says whether this page runs in Tendril's own window; else it is a browser's tab. */
export function inWindow(): boolean {
  return window.go?.desktop !== undefined;
}

/**
 * Takes the session's token out of the address: it is kept for this tab only, and
 * neither the history nor a screenshot shows it. Call it before anything else.
 */
export function takeToken(): void {
  const url = new URL(window.location.href);
  const token = url.searchParams.get('token');
  if (token === null) return;
  sessionStorage.setItem(tokenKey, token);
  url.searchParams.delete('token');
  window.history.replaceState(null, '', url.pathname + url.search + url.hash);
}

function token(): string {
  return sessionStorage.getItem(tokenKey) ?? '';
}

/** Builds an address that a browser opens without headers: events and downloads. */
export function withToken(path: string): string {
  return `${path}?token=${encodeURIComponent(token())}`;
}

/** Calls a method of a bound struct; fails with a Problem. */
export async function call<T>(struct: string, method: string, ...args: unknown[]): Promise<T> {
  const bound = window.go?.desktop;
  try {
    if (bound === undefined) return await callOverHttp<T>(`desktop.${struct}.${method}`, args);
    const target = bound[struct]?.[method];
    if (target === undefined)
      throw new Problem('internal', '', `${struct}.${method} is not bound.`);
    return (await target(...args)) as T;
  } catch (cause) {
    throw toProblem(cause);
  }
}

async function callOverHttp<T>(name: string, args: unknown[]): Promise<T> {
  const answer = await send('/call', JSON.stringify({ name, args }), 'application/json');
  const text = await answer.text();
  if (!answer.ok) throw new Error(text.trim());
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

const dropListeners: ((paths: string[]) => void)[] = [];

/**
 * Listens to files dropped on the window, whose own web view hides their paths from the page's
 * events; returns how to stop. In a browser the page's events bring the files. Of several who
 * listen, the last one gets them: a form that is open over its screen.
 */
export function onFileDrop(listener: (paths: string[]) => void): () => void {
  const runtime = inWindow() ? window.runtime : undefined;
  if (runtime === undefined) return () => undefined;
  // The window's runtime knows one listener at a time.
  if (dropListeners.length === 0)
    runtime.OnFileDrop((_x, _y, paths) => dropListeners.at(-1)?.(paths), false);
  dropListeners.push(listener);
  return () => {
    const at = dropListeners.indexOf(listener);
    if (at >= 0) dropListeners.splice(at, 1);
    if (dropListeners.length === 0) runtime.OnFileDropOff();
  };
}

/** Hands a file to the program and answers with the path that stands for it there. */
export async function upload(file: File): Promise<string> {
  const answer = await send(
    `/upload?name=${encodeURIComponent(file.name)}`,
    file,
    'application/octet-stream',
  );
  const text = await answer.text();
  if (!answer.ok) throw toProblem(text.trim());
  return (JSON.parse(text) as { path: string }).path;
}

async function send(path: string, body: BodyInit, type: string): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': type, 'X-Tendril-Token': token() },
      body,
    });
  } catch {
    throw new Problem('unavailable', '', i18next.t('gone'));
  }
}
