import { useEffect, useState } from 'react';
import type { Tab } from './AccountHeader';

/** A place in a part of an account: a record, and the field of it that is meant. */
export interface At {
  kind: string;
  id: string;
  field: string;
}

const nowhere: At = { kind: '', id: '', field: '' };

/** Writes the address of a part of an account, and of a place in it. */
export function addressOf(account: string, tab: Tab, at: Partial<At> = {}): string {
  const place = [at.kind ?? '', at.id ?? '', at.field ?? ''].join('.').replace(/\.+$/, '');
  return `#/accounts/${account}/${tab}${place === '' ? '' : `?at=${place}`}`;
}

/** Reads the place that an address asks for. */
export function readAt(hash: string): At {
  const found = new URLSearchParams(hash.split('?')[1] ?? '').get('at');
  if (found === null) return nowhere;
  // The router writes texts into its addresses as JSON where they could be something else.
  const [kind = '', id = '', field = ''] = found.replace(/^"|"$/g, '').split('.');
  return { kind, id, field };
}

/** Returns the place that the page was opened at. */
export function useAt(): At {
  const [at] = useState(() => readAt(window.location.hash));
  return at;
}

/** Names a place in the document, for the data-at of what stands there. */
export function placeOf(kind: string, id: string, field = ''): string {
  return [kind, id, field].join('.').replace(/\.+$/, '');
}

/** Brings what stands at a place into view and gives it the focus, once it is drawn. */
export function useFocusAt(at: At): void {
  useEffect(() => {
    if (at.kind === '') return;
    const found = [placeOf(at.kind, at.id, at.field), placeOf(at.kind, at.id), at.kind]
      .map((place) => document.querySelector<HTMLElement>(`[data-at="${CSS.escape(place)}"]`))
      .find((element) => element !== null);
    if (found === undefined || found === null) return;
    found.scrollIntoView({ block: 'center' });
    const target = found.matches('button,input,select,textarea,a,[tabindex]')
      ? found
      : found.querySelector<HTMLElement>('button,input,select,textarea,a,[tabindex]');
    target?.focus({ focusVisible: true } as FocusOptions);
  }, [at]);
}
