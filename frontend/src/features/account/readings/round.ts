import type { ReadingInput, RoundInput } from '@/api/readings';
import { isDay } from '@/lib/day';
import { readNumber } from '@/lib/numbers';
import type { PastedLine } from './paste';

/** One measure's answer as it is typed. */
export interface Answer {
  text: string;
  notMeasured: boolean;
  by: string;
}

/** A round as it is typed. */
export interface Round {
  on: string;
  by: string;
  source: string;
  answers: Readonly<Record<string, Answer>>;
}

const blank: Answer = { text: '', notMeasured: false, by: '' };

/** Returns what a round says of a measure. */
export function answerOf(round: Round, measure: string): Answer {
  return round.answers[measure] ?? blank;
}

/** Returns the round with a part of one answer changed. "-" alone means not measured. */
export function withAnswer(round: Round, measure: string, part: Partial<Answer>): Round {
  const next = { ...answerOf(round, measure), ...part };
  if (part.text !== undefined && /^\s*[-–—]\s*$/.test(part.text)) {
    next.text = '';
    next.notMeasured = true;
  } else if (part.text !== undefined && part.text.trim() !== '') next.notMeasured = false;
  if (part.notMeasured === true) next.text = '';
  return { ...round, answers: { ...round.answers, [measure]: next } };
}

/** Takes the lines that were matched into the round. */
export function withPasted(round: Round, lines: readonly PastedLine[]): Round {
  return usable(lines).reduce(
    (now, line) =>
      withAnswer(now, line.measure, line.notMeasured ? { notMeasured: true } : { text: line.text }),
    round,
  );
}

/** Returns the lines that say something of a measure. */
export function usable(lines: readonly PastedLine[]): PastedLine[] {
  return lines.filter((line) => line.measure !== '' && (line.value !== '' || line.notMeasured));
}

/** Counts the measures that have an answer. */
export function answered(round: Round, measures: readonly string[]): number {
  return measures.filter((id) => {
    const { text, notMeasured } = answerOf(round, id);
    return notMeasured || text.trim() !== '';
  }).length;
}

/** What may be wrong with a field of a round. */
type Wrong = 'future' | 'badDay' | 'badNumber' | 'nothing';

/** A round that can be written, or what is wrong with it, by field. */
export type Checked =
  | { ok: true; input: RoundInput }
  | { ok: false; errors: Record<string, Wrong> };

/** Checks a round: a day that has come, numbers, and at least one answer. */
export function checkRound(
  account: string,
  round: Round,
  measures: readonly string[],
  today: string,
  locale: string,
): Checked {
  const errors: Record<string, Wrong> = dayErrors(round.on, today);
  const rows = measures.flatMap((measure): ReadingInput[] => {
    const { text, notMeasured, by } = answerOf(round, measure);
    if (text.trim() === '' && !notMeasured) return [];
    const value = notMeasured ? '' : readNumber(text, locale);
    if (value === null) errors[`value.${measure}`] = 'badNumber';
    return [
      {
        measure,
        value: value ?? '',
        not_measured: notMeasured,
        on: '',
        confirmed_by: by,
        source: '',
      },
    ];
  });
  if (rows.length === 0) errors['rows'] = 'nothing';
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    input: { account, on: round.on, confirmed_by: round.by, source: round.source, rows },
  };
}

function dayErrors(on: string, today: string): Record<string, Wrong> {
  if (!isDay(on)) return { on: 'badDay' };
  return on > today ? { on: 'future' } : {};
}
