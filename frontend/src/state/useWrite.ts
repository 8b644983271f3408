import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { history, toProblem } from '@/api';
import { inWords } from '@/i18n/words';
import { useToast } from '@/ui';
import { pathOf, rememberDone, usePlace } from './whereDone';

/** Every write answers with at least this: the action that one Undo takes back. */
export interface WriteAnswer {
  action: { id: string; label: string };
}

/**
 * Returns how to write: `write(() => api.something(…), 'Benefit added')` runs it,
 * shows a toast with Undo and refetches what is on screen. A failure is shown and
 * thrown again, so that a form can put it at its field (a Problem's `field`).
 */
export function useWrite() {
  const client = useQueryClient();
  const toast = useToast();
  const undo = useUndo();
  const place = usePlace();
  const { t } = useTranslation();
  return useCallback(
    async <T extends WriteAnswer>(run: () => Promise<T>, done: string): Promise<T> => {
      const at = place.here();
      try {
        const answer = await run();
        await client.invalidateQueries();
        // An action without an id changed nothing: there is nothing to take back.
        const { id } = answer.action;
        if (id !== '') rememberDone(id, at);
        toast({
          message: done,
          ...(id !== '' && { action: { label: t('undo'), run: () => void undo.undo(id) } }),
        });
        return answer;
      } catch (cause) {
        const problem = toProblem(cause);
        if (problem.code === 'cancelled') toast({ message: t('cancelled') });
        else if (problem.field === '') toast({ message: problem.message, bad: true });
        throw problem;
      }
    },
    [client, toast, undo, place, t],
  );
}

type Which = 'undo' | 'redo';

const opposite = { undo: 'redo', redo: 'undo' } as const;
const nothing = { undo: 'nothingToUndo', redo: 'nothingToRedo' } as const;

/** Returns how to take back the last change (or one action) and how to do it again. */
export function useUndo() {
  const client = useQueryClient();
  const toast = useToast();
  const place = usePlace();
  const { t } = useTranslation();
  const run = useCallback(
    async (which: Which, id?: string) => {
      try {
        const undone = await step(which, id);
        // The last change is shown where it was made. One that was chosen by hand is in sight.
        const path = id === undefined ? pathOf(which, undone, place.here()) : undefined;
        if (path !== undefined) await place.go(path);
        const again = opposite[which];
        toast({
          message: wordsOf(t, which, undone),
          action: { label: t(again), run: () => void run(again) },
        });
        // Only now: a slow refetch of one undo must not tell it after the next one.
        await client.invalidateQueries();
      } catch (cause) {
        const problem = toProblem(cause);
        if (problem.code === 'not_found') toast({ message: t(nothing[which]) });
        else toast({ message: problem.message, bad: true });
      }
    },
    [client, toast, place, t],
  );
  return useMemo(
    () => ({ undo: (id?: string) => run('undo', id), redo: () => run('redo') }),
    [run],
  );
}

function step(which: Which, id: string | undefined): Promise<history.Undone> {
  if (which === 'redo') return history.redo();
  return id === undefined ? history.undo() : history.undoAction(id);
}

function wordsOf(t: TFunction, which: Which, undone: history.Undone): string {
  const words = t(which === 'redo' ? 'redone' : 'undone', { label: inWords(undone.action.label) });
  return undone.kept.length === 0
    ? words
    : `${words}. ${t('keptWords', { what: undone.kept.map(inWords).join(', ') })}`;
}
