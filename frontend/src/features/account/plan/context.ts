import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plan as api } from '@/api';
import type { PlanKind, PlanPage } from '@/api/plan';
import { useFormat, useWrite } from '@/state';
import type { At } from '../at';
import { writeDay } from '../value/format';
import { addedWords, savedWords } from './saved';

/** Says a text of the plan's texts in the person's language. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** Returns how the plan's texts are said. */
export function useSay(): Say {
  const { t } = useTranslation('plan');
  // Keys of states, stages and fields are made from data, which the typed t cannot know.
  return useCallback((key, values) => (t as unknown as Say)(key, values), [t]);
}

/** What every part of the plan's page needs: the page itself, its voice and its writes. */
export interface PlanTools {
  page: PlanPage;
  /** The place that the page was opened at. */
  at: At;
  say: Say;
  locale: string;
  /** Writes a day, with its year where that is not this year. */
  day: (iso: string) => string;
  change: (
    kind: PlanKind,
    id: string,
    fields: Record<string, string>,
    done?: string,
  ) => Promise<unknown>;
  add: (kind: PlanKind, owner: string, fields: Record<string, string>) => Promise<string>;
  remove: (kind: PlanKind, id: string, done: string) => Promise<void>;
}

const PlanContext = createContext<PlanTools | null>(null);

export const PlanProvider = PlanContext.Provider;

/** Returns the tools of the page around. */
export function usePlan(): PlanTools {
  const tools = useContext(PlanContext);
  if (tools === null) throw new Error('usePlan stands outside of a plan.');
  return tools;
}

/** Makes the tools of a page. */
export function usePlanTools(page: PlanPage, at: At): PlanTools {
  const say = useSay();
  const write = useWrite();
  const { locale } = useFormat();
  return useMemo(
    () => ({
      page,
      at,
      say,
      locale,
      day: (iso) => writeDay(iso, locale, iso.slice(0, 4) !== page.today.slice(0, 4)),
      change: (kind, id, fields, done) =>
        write(
          () => api.change(page.account, kind, id, fields),
          done ?? savedWords(page, kind, id, fields, say),
        ),
      add: async (kind, owner, fields) =>
        (
          await write(
            () => api.add(page.account, kind, owner, fields),
            addedWords(kind, fields, say),
          )
        ).id,
      remove: async (kind, id, done) => {
        // What fails is shown by the write itself.
        await write(() => api.remove(page.account, kind, id), done).catch(() => undefined);
      },
    }),
    [page, at, say, locale, write],
  );
}

/** Says whether a record's fold opens with the page: a link leads to one of its fields. */
export function useFoldAt(kind: PlanKind, id: string, fields: readonly { name: string }[]) {
  const { at } = usePlan();
  return useState(at.kind === kind && at.id === id && fields.some((one) => one.name === at.field));
}
