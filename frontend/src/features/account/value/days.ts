/** A calendar day counted from 1 January 1970; every picture is drawn in these. */
export type Day = number;

const MS = 86_400_000;

/** Reads YYYY-MM-DD as a day; NaN for anything else. */
export function dayOf(iso: string): Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso)
    ? Math.round(Date.parse(`${iso}T00:00:00Z`) / MS)
    : Number.NaN;
}

/** Writes a day as YYYY-MM-DD. */
export function isoOf(day: Day): string {
  return new Date(Math.round(day) * MS).toISOString().slice(0, 10);
}

/** Returns the first day of the month that lies `months` after the month of a day. */
export function monthStart(day: Day, months = 0): Day {
  const at = new Date(Math.round(day) * MS);
  return Math.round(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1) / MS);
}

/** Returns the year and the month (0 to 11) of a day. */
export function monthOf(day: Day): { year: number; month: number } {
  const at = new Date(Math.round(day) * MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() };
}
