import type { TFunction } from 'i18next';
import type { TodayRow, TodoKind } from '@/api/today';
import type { useFormat } from '@/state';

/** What wording a row needs. */
export interface Voice {
  t: TFunction<'today'>;
  format: ReturnType<typeof useFormat>;
}

type Words = Record<TodoKind, (row: TodayRow, voice: Voice) => string>;

const what: Words = {
  leaving: ({ person }, { t }) =>
    person === '' ? t('what.leavingNobody') : t('what.leaving', { person }),
  message: ({ person }, { t }) =>
    person === '' ? t('what.messageNobody') : t('what.message', { person }),
  gate: ({ gate }, { t, format }) => t('what.gate', { days: format.number(gate) }),
  reading: ({ words }, { t }) => t('what.reading', { words }),
  promise: ({ person, words, theirs }, { t }) => {
    if (!theirs) return t('what.ours', { words });
    return person === '' ? t('what.theirsNobody', { words }) : t('what.theirs', { person, words });
  },
  question: ({ person, words }, { t }) =>
    person === '' ? t('what.questionNobody', { words }) : t('what.question', { person, words }),
  validate: ({ person, outcomes }, { t }) => {
    const count = outcomes.length;
    return person === ''
      ? t('what.validateNobody', { count })
      : t('what.validate', { count, person });
  },
  story: (_, { t }) => t('what.story'),
};

/** Says what is to be done. */
export function whatOf(row: TodayRow, voice: Voice): string {
  return what[row.kind](row, voice);
}

const why: Words = {
  leaving: ({ days }, { t }) =>
    days === 0 ? t('why.leavingToday') : t('why.leaving', { count: days }),
  message: ({ days, since }, { t, format }) => {
    if (days === 0) return t('why.messageToday');
    const key = days > 0 ? 'why.messageLate' : 'why.messageAhead';
    return t(key, { count: Math.abs(days), day: format.dayAndMonth(since) });
  },
  gate: (row, { t, format }) => {
    const signal = t(`risk.${row.signal as 'watch'}`, { defaultValue: row.signal });
    if (row.days === 0) return t('why.gateToday', { signal });
    return t('why.gate', { count: row.days, day: format.dayAndMonth(row.since), signal });
  },
  reading: ({ days, value_on }, { t, format }) => {
    if (value_on === '') return t('why.readingNever');
    const last = format.dayAndMonth(value_on);
    return days === 0 ? t('why.readingToday', { last }) : t('why.reading', { count: days, last });
  },
  promise: ({ days, since, theirs, person }, { t, format }) => {
    const day = format.dayAndMonth(since);
    if (theirs) return t('why.theirs', { count: days, day });
    const key = person === '' ? 'why.oursNobody' : 'why.ours';
    return t(key, { count: days, day, person });
  },
  question: ({ days }, { t }) => t('why.question', { count: days }),
  validate: ({ days, since }, { t, format }) =>
    days < 0
      ? t('why.validateAhead', { count: -days })
      : t('why.validate', { day: format.date(since) }),
  story: ({ left, silence }, { t, format }) => {
    const first = left < 0 ? t('why.storyPast') : t('why.story', { count: left });
    if (silence === null || silence < 120) return first;
    return `${first}, ${t('why.silence', { days: format.number(silence) })}`;
  },
};

/** Says why it is to be done now. */
export function whyOf(row: TodayRow, voice: Voice): string {
  return why[row.kind](row, voice);
}

/** How much a row presses: the tone of its reason. */
export function toneOf(row: TodayRow): 'bad' | 'warn' | 'calm' {
  if (row.kind === 'leaving' || (row.kind === 'gate' && row.days > 0)) return 'bad';
  if (row.now || row.kind === 'reading') return 'warn';
  return 'calm';
}
