import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { today as api } from '@/api';
import type { TodayRow } from '@/api/today';
import { useFormat, useWrite } from '@/state';

/** What can be done about a row. Each resolves when it is written, and throws a Problem. */
export interface Acts {
  answered: (row: TodayRow) => Promise<unknown>;
  decide: (row: TodayRow, call: string, reason: string) => Promise<unknown>;
  read: (row: TodayRow, value: string) => Promise<unknown>;
  notMeasured: (row: TodayRow) => Promise<unknown>;
  kept: (row: TodayRow) => Promise<unknown>;
  learned: (row: TodayRow, answer: string) => Promise<unknown>;
  stoodBy: (row: TodayRow, person: string, outcomes: readonly string[]) => Promise<unknown>;
  compose: (row: TodayRow) => Promise<unknown>;
  snooze: (row: TodayRow, until: string, reason?: string) => Promise<unknown>;
  mute: (row: TodayRow, reason: string) => Promise<unknown>;
  back: (row: TodayRow) => Promise<unknown>;
}

/** Returns what can be done about rows; each has its toast with Undo. */
export function useActs(): Acts {
  const { t } = useTranslation('today');
  const write = useWrite();
  const { locale, date } = useFormat();
  return useMemo(() => {
    const named = ({ account, key }: TodayRow) => ({ account, key });
    return {
      answered: (row) => write(() => api.answered(named(row)), t('done.answered')),
      decide: (row, call, reason) =>
        write(() => api.decide(named(row), call, reason), t('done.decided')),
      read: (row, value) => write(() => api.read(named(row), value, false), t('done.read')),
      notMeasured: (row) => write(() => api.read(named(row), '', true), t('done.notMeasured')),
      kept: (row) => write(() => api.kept(named(row)), t('done.kept')),
      learned: (row, answer) => write(() => api.learned(named(row), answer), t('done.learned')),
      stoodBy: (row, person, outcomes) =>
        write(() => api.stoodBy(named(row), person, outcomes), t('done.validated')),
      compose: async (row) => {
        const { id } = await write(() => api.compose(named(row), locale), t('done.composed'));
        // Addresses stand behind the hash, which the router follows.
        window.location.hash = `/accounts/${row.account}/story/${id}`;
      },
      snooze: (row, until, reason = '') =>
        write(
          () => api.setAside(named(row), until, reason),
          t('done.snoozed', { day: date(until) }),
        ),
      mute: (row, reason) => write(() => api.setAside(named(row), '', reason), t('done.muted')),
      back: (row) => write(() => api.bringBack(named(row)), t('done.back')),
    };
  }, [t, write, locale, date]);
}
