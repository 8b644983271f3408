import { useQueries } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { portfolio } from '@/api';
import { useFormat } from '@/state';
import { attribute, type FilterField, kindOf } from './fields';
import { useWord } from './useWords';

/** The fields whose values are ids, which only the program knows the names of. */
const named = ['type', 'parent'] as const;

/** Says what a field is called; an imported column by its own name. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation('portfolio');
  return useCallback(
    (field) =>
      field.startsWith(attribute)
        ? field.slice(attribute.length)
        : t(`field.${field as FilterField}`),
    [t],
  );
}

/** Returns how a value of a field is called, names of types and accounts too. */
export function useValueName(): (field: string, value: string) => string {
  const word = useWord();
  const lists = useQueries({
    queries: named.map((field) => ({
      queryKey: ['portfolio', 'choices', field],
      queryFn: () => portfolio.choices(field),
    })),
  });
  const [types, parents] = lists.map((query) => query.data);
  return useCallback(
    (field, value) => {
      const list = field === 'type' ? types : field === 'parent' ? parents : undefined;
      return list?.find((one) => one.value === value)?.label ?? word(field, value);
    },
    [types, parents, word],
  );
}

/** Returns how a filter is said in a few words. */
export function useFilterWords(): (filter: portfolio.PortfolioFilter) => string {
  const { t } = useTranslation('portfolio');
  const name = useFieldName();
  const value = useValueName();
  const { number, date } = useFormat();
  return useCallback(
    (filter) => {
      const { field, op, values } = filter;
      const what = name(field);
      const [low = ''] = values;
      switch (op) {
        case 'is':
        case 'not':
          return t(`filters.${op}`, {
            what,
            list: values.map((one) => value(field, one)).join(t('filters.or')),
          });
        case 'between': {
          const write = (text: string) =>
            kindOf(field) === 'days' ? date(text) : number(Number(text));
          return range(t, what, filter, write);
        }
        case 'quarter':
          return t(low === '0' ? 'filters.thisQuarter' : 'filters.nextQuarter', { what });
        default:
          return t(`filters.${op}`, { what, count: Number(low) });
      }
    },
    [t, name, value, number, date],
  );
}

/** Says from where to where, where one of the two may be missing. */
function range(
  t: TFunction<'portfolio'>,
  what: string,
  { values: [low = '', high = ''] }: portfolio.PortfolioFilter,
  write: (text: string) => string,
): string {
  if (high === '') return t('filters.from', { what, low: write(low) });
  if (low === '') return t('filters.to', { what, high: write(high) });
  return t('filters.between', { what, low: write(low), high: write(high) });
}
