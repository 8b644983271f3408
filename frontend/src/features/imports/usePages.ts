import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { imports } from '@/api';

const size = 100;

/** The rows of one list of the preview: those in sight are there, others on their way. */
export interface Pages {
  total: number;
  /** The first page has come. */
  known: boolean;
  at: (index: number) => imports.ImportRow | undefined;
  /** Tells which places are in sight. */
  want: (first: number, last: number) => void;
}

/** Reads the pages in sight of the file inspected last; another stamp is another look. */
export function usePages(
  stamp: number,
  status: imports.RowStatus | '',
  question: imports.QuestionKind | '',
): Pages {
  const [sight, setSight] = useState({ first: 0, last: 0 });
  const wanted = useRef(sight);
  const numbers = Array.from({ length: sight.last - sight.first + 1 }, (_, i) => sight.first + i);
  const queries = useQueries({
    queries: numbers.map((page) => ({
      queryKey: ['import-rows', stamp, status, question, page],
      queryFn: () => imports.rows({ status, question, offset: page * size, limit: size }),
      placeholderData: keepPreviousData,
      gcTime: 30_000,
    })),
  });
  useEffect(() => {
    const { first, last } = wanted.current;
    setSight((now) => (now.first === first && now.last === last ? now : { first, last }));
  });
  const shown = new Map<number, imports.ImportRow[]>();
  let total = 0;
  for (const { data } of queries) {
    if (data === undefined) continue;
    shown.set(data.offset / size, data.rows);
    total = data.total;
  }
  const lastTotal = useRef(0);
  const known = shown.size > 0;
  if (known) lastTotal.current = total;
  return {
    total: lastTotal.current,
    known,
    at: (index) => shown.get(Math.floor(index / size))?.[index % size],
    want: (first, last) => {
      wanted.current = { first: Math.floor(first / size), last: Math.floor(last / size) };
    },
  };
}
