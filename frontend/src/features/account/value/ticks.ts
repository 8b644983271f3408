import { type Day, monthOf, monthStart } from './days';
import type { Measure } from './layout';
import type { Scale, Window } from './scale';

/** A tick of the time axis; `strong` ones name their year. */
export interface Tick {
  readonly day: Day;
  readonly label: string;
  readonly strong: boolean;
}

/** Chooses how many months lie between two ticks so that their words have room. */
export function tickMonths(window: Window, pixels: number, room: number): number {
  const perMonth = (pixels / Math.max(window.to - window.from, 1)) * 30.44;
  for (const months of [1, 3, 6, 12, 24, 60]) {
    if (perMonth * months >= room) return months;
  }
  return 120;
}

/**
 * Returns the ticks of a window: the first visible month and each January with their
 * year, other months by name alone. The first is left out where it would touch the next.
 */
export function timeTicks(
  window: Window,
  x: Scale,
  locale: string,
  unit: number,
  measure: Measure,
): Tick[] {
  const size = 11 * unit;
  const months = tickMonths(window, x(window.to) - x(window.from), 62 * unit);
  const short = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const named = (day: Day, year: boolean) => {
    const month = plainMonth(short.format(day * 86_400_000));
    return year ? `${month} ${monthOf(day).year}` : month;
  };
  const ticks: Tick[] = [];
  for (let day = monthStart(window.from, 1); day <= window.to; day = monthStart(day, 1)) {
    const { year, month } = monthOf(day);
    if ((year * 12 + month) % months !== 0) continue;
    const strong = month === 0 || months > 12;
    ticks.push({ day, strong, label: named(day, strong) });
  }
  const first: Tick = { day: window.from, strong: true, label: named(window.from, true) };
  const next = ticks[0];
  const clear =
    next === undefined || x(next.day) - x(first.day) > measure(first.label, size, 600) + 10 * unit;
  if (clear) return [first, ...ticks];
  return next?.strong === true ? ticks : [first, ...ticks.slice(1)];
}

/** Writes a month without the full stop and the fourth letter that some locales put. */
export function plainMonth(text: string): string {
  return text.replace('.', '').replace(/^Sept$/, 'Sep');
}
