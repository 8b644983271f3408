import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { portfolio } from '@/api';
import { type PortfolioView, portfolioView } from './view';

/** A named view of the workspace, read. */
export interface Saved {
  id: string;
  name: string;
  view: PortfolioView;
}

/** Reads the workspace's own views, by name. */
export function useSavedViews(): Saved[] {
  const query = useQuery({ queryKey: ['portfolio', 'views'], queryFn: portfolio.views });
  return useMemo(
    () => (query.data ?? []).map(({ id, name, shows }) => ({ id, name, view: read(shows) })),
    [query.data],
  );
}

function read(shows: string): PortfolioView {
  try {
    const search: unknown = JSON.parse(shows);
    return portfolioView((search ?? {}) as Record<string, unknown>);
  } catch {
    return portfolioView({});
  }
}
