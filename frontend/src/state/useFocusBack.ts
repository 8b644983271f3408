import { type RefObject, useLayoutEffect, useRef } from 'react';
import { focusIfFree } from '@/lib/focus';

/**
 * Gives the focus back to `to` when what was open closes and had it: a form that was asked for
 * there. Who has gone on elsewhere, while the form waited for its answer, stays there.
 */
export function useFocusBack(open: boolean, to: RefObject<HTMLElement | null>): void {
  const was = useRef(open);
  useLayoutEffect(() => {
    if (was.current && !open) focusIfFree(to.current);
    was.current = open;
  }, [open, to]);
}
