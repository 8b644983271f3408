import { addDays } from './dates';

/**
 * Reads a day as a person types it and answers it as ISO, or undefined where it is none:
 * "9 Jun 2026", "9.6.26", "6/9/2026" in the order of the locale, "9.6." in today's year,
 * 2026-06-09 everywhere, "+3" and "-3" counted from today, and 0 or "today".
 */
export function readDay(typed: string, locale: string, today: string): string | undefined {
  const text = typed.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return made(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const counted = /^([+-])(\d{1,4})$/.exec(text);
  if (counted !== null) {
    return addDays(today, Number(counted[2]) * (counted[1] === '-' ? -1 : 1));
  }
  const relative = relativeDay(text, locale);
  if (relative !== undefined) return addDays(today, relative);
  return inWords(text, locale, today) ?? inFigures(text, locale, today);
}

/** Says whether a text is a day as we keep it: ISO, and in the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && readDay(text, 'en', '2000-01-01') !== undefined;
}

/** "today" and its neighbours, as the locale calls them. */
function relativeDay(text: string, locale: string): number | undefined {
  for (const language of [locale, 'en']) {
    const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    const found = [0, -1, 1].find((days) => words.format(days, 'day').toLowerCase() === text);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inFigures(text: string, locale: string, today: string): string | undefined {
  const figures = text.split(/[\s./-]+/).filter((part) => part !== '');
  if (figures.length < 2 || figures.length > 3 || figures.some((one) => !/^\d+$/.test(one))) {
    return undefined;
  }
  const order = orderOf(locale).filter((part) => figures.length === 3 || part !== 'year');
  const part = (name: Part) => figures[order.indexOf(name)];
  return made(yearOf(part('year'), today), Number(part('month')), Number(part('day')));
}

function inWords(text: string, locale: string, today: string): string | undefined {
  const parts = text.split(/[\s.,/-]+/).filter((part) => part !== '');
  const word = parts.findIndex((part) => /^\p{L}{3,}$/u.test(part));
  if (word === -1 || parts.length < 2 || parts.length > 3) return undefined;
  const month = monthOf(parts[word] ?? '', locale);
  const [day, year] = parts.filter((_, i) => i !== word);
  if (month === undefined || day === undefined || !/^\d{1,2}$/.test(day)) return undefined;
  if (year !== undefined && !/^\d{2,4}$/.test(year)) return undefined;
  return made(yearOf(year, today), month, Number(day));
}

/** Finds the month that begins like this, in the locale or in English; no two may do. */
function monthOf(word: string, locale: string): number | undefined {
  for (const language of [locale, 'en']) {
    const names = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    const short = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
    const fits = Array.from({ length: 12 }, (_, i) => i + 1).filter((month) => {
      const on = Date.UTC(2024, month - 1, 1);
      return [names, short].some((form) =>
        form.format(on).toLowerCase().replace('.', '').startsWith(word),
      );
    });
    if (fits.length === 1) return fits[0];
  }
  return undefined;
}

type Part = 'day' | 'month' | 'year';

function orderOf(locale: string): Part[] {
  return new Intl.DateTimeFormat(locale)
    .formatToParts(0)
    .map((part) => part.type)
    .filter((type): type is Part => type === 'day' || type === 'month' || type === 'year');
}

/** Two figures are of this century; none are today's year. */
function yearOf(text: string | undefined, today: string): number {
  if (text === undefined) return Number(today.slice(0, 4));
  return text.length <= 2 ? 2000 + Number(text) : Number(text);
}

/** Makes the ISO day; 31 June is none. */
function made(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1900 && year <= 9999)) return undefined;
  const on = new Date(Date.UTC(year, month - 1, day));
  if (on.getUTCMonth() !== month - 1 || on.getUTCDate() !== day) return undefined;
  return on.toISOString().slice(0, 10);
}
