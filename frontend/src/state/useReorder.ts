import { useState } from 'react';
import { focusWhenFree } from '@/lib/focus';

/**
 * Holds a list that a person puts in order. It stands at once in the order that was asked for,
 * until the program has it; a step that is asked for meanwhile goes on from there.
 */
export function useReorder(options: {
  /** The order as it is stored. */
  ids: readonly string[];
  /** Names the handle of an entry in the document: the focus stays with what moves. */
  handleOf: (id: string) => string;
  /** Writes that an entry stands before another one ('': at the end), at a place from 0. */
  write: (id: string, before: string, place: number) => Promise<unknown>;
}): { order: readonly string[]; move: (from: number, to: number) => Promise<void> } {
  const { ids, handleOf, write } = options;
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const order = asked?.filter((id) => ids.includes(id)) ?? ids;
  const move = async (from: number, to: number) => {
    const id = order[from];
    if (id === undefined || to < 0 || to >= order.length || from === to) return;
    const rest = order.filter((one) => one !== id);
    const next = [...rest.slice(0, to), id, ...rest.slice(to)];
    const handle = () => document.getElementById(handleOf(id));
    setAsked(next);
    focusWhenFree(handle);
    try {
      await write(id, rest[to] ?? '', to);
      focusWhenFree(handle);
    } catch {
      // What failed is shown by the write itself: the list goes back to what is stored.
    } finally {
      // The order of a later step stays until that one is written too.
      setAsked((now) => (now === next ? null : now));
    }
  };
  return { order, move };
}
