import type { TFunction } from 'i18next';
import type { ways } from '@/api';
import { inWords } from '@/i18n/words';
import { verdictLook } from '@/lib/verdict';
import type { useFormat } from '@/state';
import type { Offer } from './offer';

type Format = ReturnType<typeof useFormat>;

/** Says an offer as it stands in a sentence: "For a €5,000 cheque and a painless move". */
export function offerWords(
  t: TFunction<'ways'>,
  format: Format,
  offer: Offer,
  currency: string,
): string {
  const parts: string[] = [t('sale.offerCheque', { amount: format.money(offer.cheque, currency) })];
  if (offer.discount > 0)
    parts.push(
      t('sale.offerDiscount', { share: format.percent(offer.discount, digits(offer.discount)) }),
    );
  parts.push(
    offer.migration === 1
      ? t('sale.offerPainless')
      : offer.migration === 0
        ? t('sale.offerHard')
        : t('sale.offerEase', { share: format.percent(offer.migration, digits(offer.migration)) }),
  );
  if (offer.match !== 1)
    parts.push(t('sale.offerMatch', { share: format.percent(offer.match, digits(offer.match)) }));
  return new Intl.ListFormat(format.locale, { type: 'conjunction' }).format(parts);
}

/** A share that was typed exactly is shown exactly. */
export function digits(share: number): number {
  return Number.isInteger(Math.round(share * 1e6) / 1e4) ? 0 : 1;
}

/** Says in a line how an account is doing: its verdict and what weighs most. */
export function reasonOf(
  t: TFunction<['ways', 'common']>,
  format: Format,
  account: ways.SaleAccount,
): string {
  if (account.verdict === 'no value yet')
    return t('ways:sale.nothingProved', { count: account.since });
  const verdict = t(`common:${verdictLook(account.verdict).key}`);
  const calm = account.verdict === 'expanding' || account.verdict === 'deepening';
  if (account.silence !== null && account.silence >= 120)
    return t('ways:sale.silent', { verdict, count: account.silence });
  if (calm || account.first_flag === '') return verdict;
  const flag = inWords(account.first_flag);
  return account.flagged_on === ''
    ? `${verdict}. ${flag}`
    : t('ways:sale.flagged', { verdict, flag, on: format.dayAndMonth(account.flagged_on) });
}

/** Writes a walk-away price, or both its ends where they differ. */
export function priceWords(
  price: { low: number; high: number },
  currency: string,
  format: Format,
): string {
  const low = format.money(Math.round(price.low), currency);
  const high = format.money(Math.round(price.high), currency);
  return low === high ? low : `${low} – ${high}`;
}
