const day = 86_400_000;

/** Counts the days from one ISO day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

/** Adds days to an ISO day. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

/** Writes an ISO day shortly: "9 Jun 2026". */
export function shortDate(date: string, locale: string): string {
  return format(locale, 'short').format(Date.parse(date));
}

/** Writes an ISO day without its year: "9 Jun". */
export function dayAndMonth(date: string, locale: string): string {
  return format(locale, 'day').format(Date.parse(date));
}

/** Writes the time of an RFC 3339 instant in the machine's zone: "9 Jun, 14:05". */
export function moment(instant: string, locale: string): string {
  return format(locale, 'moment').format(Date.parse(instant));
}

type Form = 'short' | 'day' | 'moment';

const forms: Record<Form, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  day: { day: 'numeric', month: 'short', timeZone: 'UTC' },
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
};

const made = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, form: Form): Intl.DateTimeFormat {
  const key = `${locale}|${form}`;
  let found = made.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(locale, forms[form]);
    made.set(key, found);
  }
  return found;
}
