import { useCallback } from 'react';
import { search, toProblem } from '@/api';
import type { Place } from '@/api/search';
import { useToast } from '@/ui';

/** Writes the address of a place. */
export function addressOf(place: Place): string {
  const part = place.part === 'story' ? `story/${place.story}` : place.part;
  const at = place.records[0];
  return `#/accounts/${place.account}/${part}${at === undefined ? '' : `?at=${at}`}`;
}

/** Returns how a record is opened: its page, with the focus on it. */
export function useOpenRecord(): (kind: string, id: string) => void {
  const toast = useToast();
  return useCallback(
    (kind, id) => {
      search
        .place(kind, id)
        .then((place) => {
          window.location.hash = addressOf(place);
          focusOn(place.records);
        })
        .catch((cause: unknown) => toast({ message: toProblem(cause).message, bad: true }));
    },
    [toast],
  );
}

/** How long a page may take to draw what was asked for, and how long only the thing itself will do. */
const patience = 3000;
const first = 700;

/**
 * Brings a record into view and gives it the focus as soon as its page has drawn it. What has no
 * place of its own there is shown by the record it hangs on. `then` is called with what was found.
 */
export function focusOn(
  records: readonly string[],
  then: (element: HTMLElement) => void = () => undefined,
): void {
  const began = performance.now();
  const look = () => {
    const waited = performance.now() - began;
    const wanted = waited < first ? records.slice(0, 1) : records;
    const found = wanted
      .map((record) => document.querySelector<HTMLElement>(`[data-at="${record}"]`))
      .find((element) => element !== null);
    if (found === null || found === undefined) {
      if (waited < patience) requestAnimationFrame(look);
      return;
    }
    show(found);
    then(found);
  };
  requestAnimationFrame(look);
}

const focusable = 'button,input,select,textarea,a[href],[tabindex]';

function show(element: HTMLElement): void {
  element.scrollIntoView({ block: 'center' });
  const target = element.matches(focusable)
    ? element
    : element.querySelector<HTMLElement>(focusable);
  target?.focus();
  element.dataset['arrived'] = 'true';
  element.addEventListener('blur', () => delete element.dataset['arrived'], {
    once: true,
    capture: true,
  });
}
