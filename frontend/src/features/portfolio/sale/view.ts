import type { Offer } from './offer';

/** What the address of this way says; a cheque that it does not say is the workspace's own. */
export interface SaleSearch {
  cheque?: number | undefined;
  discount?: number | undefined;
  migration?: number | undefined;
  match?: number | undefined;
}

/** Reads the address; what makes no sense is left out. */
export function saleSearch(search: Record<string, unknown>): SaleSearch {
  const found: SaleSearch = {};
  const cheque = Number(search['cheque'] ?? Number.NaN);
  if (Number.isFinite(cheque) && cheque >= 0) found.cheque = cheque;
  for (const name of ['discount', 'migration', 'match'] as const) {
    const value = Number(search[name] ?? Number.NaN);
    if (Number.isFinite(value) && value >= 0 && value <= 1) found[name] = value;
  }
  return found;
}

/** The offer that an address asks about. */
export function offerOf(search: SaleSearch, cheque: number): Offer {
  return {
    cheque: search.cheque ?? cheque,
    discount: search.discount ?? 0,
    migration: search.migration ?? 1,
    match: search.match ?? 1,
  };
}

/** What an offer's address says: only what is not usual. */
export function searchOf(offer: Offer, cheque: number): SaleSearch {
  return {
    ...(offer.cheque !== cheque && { cheque: offer.cheque }),
    ...(offer.discount !== 0 && { discount: offer.discount }),
    ...(offer.migration !== 1 && { migration: offer.migration }),
    ...(offer.match !== 1 && { match: offer.match }),
  };
}
