import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '@/i18n';
import { dayAndMonth, moment, shortDate } from '@/lib/dates';
import { money, number, percent, shortMoney } from '@/lib/money';

/** Returns how figures and days are written in the person's locale. */
export function useFormat() {
  const { i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  return useMemo(
    () => ({
      locale,
      money: (amount: number, currency: string) => money(amount, currency, locale),
      shortMoney: (amount: number, currency: string, signed = false) =>
        shortMoney(amount, currency, locale, signed),
      percent: (share: number, digits = 0) => percent(share, locale, digits),
      number: (value: number, digits = 0) => number(value, locale, digits),
      date: (date: string) => shortDate(date, locale),
      dayAndMonth: (date: string) => dayAndMonth(date, locale),
      moment: (instant: string) => moment(instant, locale),
    }),
    [locale],
  );
}
