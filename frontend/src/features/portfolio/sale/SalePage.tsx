import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { ways as api } from '@/api';
import { useFormat } from '@/state';
import { onlyOf, type PortfolioView } from '../view';
import { beat, WayPage } from '../ways/WayPage';
import { Curve } from './Curve';
import { shareOf } from './offer';
import classes from './Sale.module.css';
import { SaleList } from './SaleList';
import { Sliders } from './Sliders';
import { type OfferState, useCurves, useOffer } from './useOffer';
import type { SaleSearch } from './view';
import { offerWords } from './words';

/** What this way tells the shell. */
export interface SalePageProps {
  search: SaleSearch;
  onSearch: (search: SaleSearch) => void;
  /** Which accounts are shown. */
  view: PortfolioView;
  onView: (view: PortfolioView) => void;
  onImport: () => void;
}

/** Draws the off-ramp stress test: if a rival offered this, what share of the base is for sale? */
export function SalePage({ search, onSearch, view, onView, onImport }: SalePageProps) {
  const only = onlyOf(view);
  const query = useQuery({
    queryKey: ['ways', 'sale', only],
    queryFn: () => api.sale(only),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => beat(state.data?.waiting),
  });
  const sale = query.data;
  const state = useOffer(sale, search, onSearch);
  const left = sale?.unpriced.filter((one) => one.reason !== 'cancelled').length ?? 0;
  return (
    <WayPage
      way="sale"
      view={view}
      onView={onView}
      all={sale?.all}
      accounts={sale === undefined ? undefined : countOf(sale, left)}
      waiting={sale?.waiting}
      error={query.error}
      onImport={onImport}
    >
      {sale !== undefined && state !== undefined && <Test sale={sale} state={state} />}
    </WayPage>
  );
}

function countOf(sale: api.Sale, left: number): number {
  const { waiting, accounts, unpriced } = sale;
  if (waiting.accounts > 0) return waiting.accounts;
  // Who has left is listed, but is no account of the base.
  return accounts.length + left === 0 ? unpriced.length : accounts.length + left;
}

function Test({ sale, state }: { sale: api.Sale; state: OfferState }) {
  const { t } = useTranslation('ways');
  const format = useFormat();
  const { offer, found, scale } = state;
  // The answer and the slider keep up with the hand; what has thousands of parts follows, and is
  // left where it is when the hand has gone on.
  const later = useDeferredValue(state);
  const curves = useCurves(later.priced);
  const sold = shareOf(found.sold.arr, found.priced.arr);
  const may = shareOf(found.may.arr, found.priced.arr);
  const words = offerWords(t, format, offer, sale.currency);
  const share = format.percent(sold ?? 0);
  const answer =
    found.priced.accounts === 0
      ? t('sale.noPrices')
      : found.priced.arr === 0
        ? t('sale.answerAccounts', { offer: words, count: found.sold.accounts })
        : t('sale.answer', { offer: words, share });
  return (
    <div className={classes['room']}>
      <section className={classes['test']} aria-labelledby="sale-answer">
        <h2 id="sale-answer" className={classes['answer']} aria-live="polite">
          {answer}
        </h2>
        <p className={classes['detail']}>
          {found.priced.accounts === 0
            ? t('sale.noPricesText')
            : t('sale.ofAccounts', {
                count: found.sold.accounts,
                formatted: format.number(found.sold.accounts),
                all: format.number(found.priced.accounts),
              })}{' '}
          {found.maybe.length > 0 &&
            t('sale.withMaybe', {
              count: found.may.accounts,
              formatted: format.number(found.may.accounts),
              share: format.percent(may ?? 0),
            })}
        </p>
        {found.priced.accounts > 0 && (
          <>
            <Sliders state={state} currency={sale.currency} usual={sale.cheque} />
            <Curve
              steps={curves.yes}
              maybe={curves.maybe}
              cheque={offer.cheque}
              share={sold}
              currency={sale.currency}
              scale={scale}
              label={t('sale.curve', { answer })}
            />
          </>
        )}
      </section>
      <SaleList sale={sale} state={later} />
    </div>
  );
}
