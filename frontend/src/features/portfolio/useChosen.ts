import { useCallback, useEffect, useMemo, useState } from 'react';
import { portfolio } from '@/api';
import type { Choosing } from '@/ui';
import { type PortfolioView, queryOf } from './view';

type Row = portfolio.PortfolioRow;

/** The accounts that are chosen to be changed at once. */
export interface Chosen {
  ids: ReadonlySet<string>;
  choosing: Choosing<Row>;
  clear: () => void;
}

const nobody: ReadonlySet<string> = new Set();

/** Holds which accounts are chosen; another question lets go of them. */
export function useChosen(view: PortfolioView, label: (row: Row) => string): Chosen {
  const [ids, setIds] = useState(nobody);
  const clear = useCallback(() => setIds(nobody), []);
  const asked = JSON.stringify([view.filter, view.filters]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for is what counts
  useEffect(() => setIds(nobody), [asked]);
  const query = queryOf(view);
  const text = JSON.stringify(query);
  const choosing = useMemo((): Choosing<Row> => {
    const asking = JSON.parse(text) as portfolio.PortfolioQuery;
    const add = async (first: number, last: number) => {
      const more = await portfolio.ids(asking, first, last);
      setIds((now) => new Set([...now, ...more]));
    };
    return {
      isChosen: (row) => ids.has(row.id),
      onToggle: (row) =>
        row.head === null &&
        setIds((now) => {
          const next = new Set(now);
          if (!next.delete(row.id)) next.add(row.id);
          return next;
        }),
      onSpan: (from, to) => void add(Math.min(from, to), Math.max(from, to)),
      onAll: () => void add(0, -1),
      onNone: clear,
      label,
    };
  }, [ids, text, clear, label]);
  return { ids, choosing, clear };
}
