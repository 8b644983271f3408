import type { ways } from '@/api';

/** What the address of this way says; the period is the last 12 months where it says none. */
export interface AssetSearch {
  by?: 'type' | 'csm' | undefined;
  from?: string | undefined;
  to?: string | undefined;
  discount?: number | undefined;
  growth?: number | undefined;
}

const day = /^\d{4}-\d\d-\d\d$/;

/** Reads the address; what makes no sense is left out. */
export function assetSearch(search: Record<string, unknown>): AssetSearch {
  const found: AssetSearch = {};
  if (search['by'] === 'csm') found.by = 'csm';
  for (const name of ['from', 'to'] as const) {
    const value = search[name];
    if (typeof value === 'string' && day.test(value)) found[name] = value;
  }
  for (const name of ['discount', 'growth'] as const) {
    const value = Number(search[name] ?? Number.NaN);
    if (Number.isFinite(value) && value >= 0 && value <= 1) found[name] = value;
  }
  return found;
}

/** What an address asks the program: 10 % discount and no growth are usual. */
export function assetsQuery(search: AssetSearch, only: ways.WaysFilter): ways.AssetsQuery {
  return {
    only,
    by: search.by ?? 'type',
    from: search.from ?? '',
    to: search.to ?? '',
    discount: search.discount ?? 0.1,
    growth: search.growth ?? 0,
  };
}
