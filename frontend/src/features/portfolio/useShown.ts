import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { exports } from '@/api';
import { verdicts } from '@/lib/verdict';
import { columnName } from './columns';
import { useFieldName } from './useFilterWords';
import { useWord } from './useWords';
import { type PortfolioView, queryOf } from './view';

/** The columns of the window that are more than one in a file. */
const parts: Readonly<Record<string, readonly string[]>> = {
  roads: ['client_phase', 'provider_phase'],
  walk_away: ['price_low', 'price_high', 'sale'],
  risk: ['risk', 'flag'],
};

const sums: readonly string[] = ['arr', 'level', 'price_low', 'price_high'];

/** What the program names by words of its own, by field. */
const worded: Readonly<Record<string, readonly string[]>> = {
  client_phase: ['new', 'growing', 'renewal', 'cancelled'],
  provider_phase: ['integrating', 'tending', 'harvesting', 'saving'],
  verdict: verdicts,
  risk: ['on track', 'watch', 'at risk', 'critical', 'not yet known'],
  sale: ['yes', 'maybe', 'no', 'cancelled', 'not yet known', 'too new', 'not priced'],
  flag: [
    'no_outcome',
    'first_value_overdue',
    'shrinking',
    'static',
    'readings_stale',
    'proof_stale',
    'definition_stale',
    'champion_left',
    'single_threaded',
    'unanswered_message',
    'leaving_unanswered',
    'negative_action',
    'renewal_unsigned',
    'renewal_no_story',
    'term_ended_no_result',
  ],
};

/** Returns what a file of the table as it is shown is made from. */
export function useShown(): (
  view: PortfolioView,
  columns: readonly string[],
) => exports.ShownInput {
  const { t } = useTranslation('portfolio');
  const fieldName = useFieldName();
  const word = useWord();
  return useCallback(
    (view, columns) => {
      const fields = columns.flatMap((id) => parts[id] ?? [id]);
      // Sums are in each account's own currency, which a cell of a number cannot say.
      const last = Math.max(...sums.map((field) => fields.lastIndexOf(field)));
      if (last >= 0) fields.splice(last + 1, 0, 'currency');
      const heading = (field: string) => {
        if (field === 'price_low' || field === 'price_high') return t(`export.${field}`);
        if (field === 'name' || field === 'tags') return columnName(field, t);
        return fieldName(field);
      };
      const words = Object.fromEntries(
        Object.entries(worded).flatMap(([field, values]) =>
          values.map((value) => [`${field}.${value}`, word(field, value)]),
        ),
      );
      return {
        query: queryOf(view, columns),
        columns: fields.map((field) => ({ field, heading: heading(field) })),
        group: view.group === '' ? '' : fieldName(view.group),
        sheet: t('title'),
        words,
      };
    },
    [t, fieldName, word],
  );
}
