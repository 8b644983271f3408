import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { portfolio } from '@/api';
import { type PortfolioView, queryOf } from './view';

/** The rows of the table: those in sight are there, others are on their way. */
export interface Rows {
  /** How many there are; undefined until the first page came. */
  total: number | undefined;
  /** How many accounts the filters leave, and how many there are at all. */
  found: number;
  all: number;
  /** The workspace's currency, which sums are in. */
  currency: string;
  today: string;
  rowAt: (index: number) => portfolio.PortfolioRow | undefined;
  error: Error | null;
  /** Tells which places are in sight. */
  onRange: (first: number, last: number) => void;
}

/**
 * Reads the pages of the portfolio that are in sight. While a new order or filter
 * is on its way the old rows stay, so that nothing flickers.
 */
export function useRows(view: PortfolioView): Rows {
  const [pages, setPages] = useState({ first: 0, last: 0 });
  const onRange = useCallback((first: number, last: number) => {
    const next = {
      first: Math.floor(first / portfolio.pageSize),
      last: Math.floor(last / portfolio.pageSize),
    };
    setPages((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);
  const wanted = Array.from({ length: pages.last - pages.first + 1 }, (_, i) => pages.first + i);
  const queries = useQueries({ queries: wanted.map((page) => pageQuery(view, page)) });
  useNeighbours(view, pages);

  const shown = useRef<Map<number, portfolio.PortfolioPage>>(new Map());
  const came = queries.map((query) => query.data).filter((page) => page !== undefined);
  if (came.length > 0) {
    shown.current = new Map(came.map((page) => [page.offset / portfolio.pageSize, page]));
  }
  const any = shown.current.values().next().value;
  return {
    total: any?.total,
    found: any?.found ?? 0,
    all: any?.all ?? 0,
    currency: any?.currency ?? '',
    today: any?.today ?? '',
    rowAt: (index) =>
      shown.current.get(Math.floor(index / portfolio.pageSize))?.rows[index % portfolio.pageSize],
    error: queries.find((query) => query.error !== null)?.error ?? null,
    onRange,
  };
}

function pageQuery(view: PortfolioView, page: number) {
  const limit = portfolio.pageSize;
  return {
    queryKey: ['portfolio', view, page],
    queryFn: () => portfolio.page({ ...queryOf(view), offset: page * limit, limit }),
  };
}

/** Fetches the page behind and the page ahead, so that scrolling meets no grey rows. */
function useNeighbours(view: PortfolioView, pages: { first: number; last: number }) {
  const client = useQueryClient();
  useEffect(() => {
    if (pages.last === 0) return;
    for (const page of [pages.first - 1, pages.last + 1]) {
      if (page >= 0) void client.prefetchQuery(pageQuery(view, page));
    }
  }, [client, view, pages]);
}
