import { useEffect, useMemo, useRef, useState } from 'react';
import type { ways } from '@/api';
import { stepsOf } from './curve';
import { type Answer, answer, type Offer, type Priced, priceAll } from './offer';
import { type ChequeScale, chequeScale } from './scale';
import { offerOf, type SaleSearch, searchOf } from './view';

/** An offer, what it buys, and how it is changed. */
export interface OfferState {
  offer: Offer;
  change: (part: Partial<Offer>) => void;
  priced: Priced[];
  found: Answer;
  scale: ChequeScale;
}

/** How long after the last move of a slider the address follows, in milliseconds. */
const settling = 250;

/** Holds the offer, and reckons what it buys; the address follows when a slider rests. */
export function useOffer(
  sale: ways.Sale | undefined,
  search: SaleSearch,
  onSearch: (search: SaleSearch) => void,
): OfferState | undefined {
  const [moved, setMoved] = useState<Offer>();
  const usual = sale?.cheque ?? 0;
  const offer = useMemo(() => moved ?? offerOf(search, usual), [moved, search, usual]);
  const told = useRef(onSearch);
  told.current = onSearch;
  useEffect(() => {
    if (moved === undefined) return;
    const timer = setTimeout(() => {
      told.current(searchOf(moved, usual));
    }, settling);
    return () => clearTimeout(timer);
  }, [moved, usual]);
  // Another address, such as the one gone back to, takes the place of what was moved.
  const shown = JSON.stringify(search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another address counts
  useEffect(() => setMoved(undefined), [shown]);

  const accounts = sale?.accounts;
  const { discount, migration, match } = offer;
  const priced = useMemo(
    () => (accounts === undefined ? [] : priceAll(accounts, { discount, migration, match })),
    [accounts, discount, migration, match],
  );
  const found = useMemo(() => answer(priced, offer), [priced, offer]);
  const scale = useMemo(
    () =>
      // As far as any offer may have to go, so that the axis stays while sliders move.
      chequeScale(
        (accounts ?? []).reduce(
          (high, one) => Math.max(high, (one.felt * one.high) / one.rate),
          4 * usual,
        ),
      ),
    [accounts, usual],
  );
  if (sale === undefined) return undefined;
  return { offer, change: (part) => setMoved({ ...offer, ...part }), priced, found, scale };
}

/** Both curves over the cheque. */
export function useCurves(priced: readonly Priced[]) {
  return useMemo(() => ({ yes: stepsOf(priced, 'high'), maybe: stepsOf(priced, 'low') }), [priced]);
}
