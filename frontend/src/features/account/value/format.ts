import { plainMonth } from './ticks';

/** How the amounts of one picture are written: all in one unit, so that they can be compared and added. */
export interface MoneyForm {
  readonly locale: string;
  readonly currency: string;
  /** What one unit is worth: 1, 1,000 or 1,000,000. */
  readonly unit: number;
}

/** Chooses one unit for all amounts of a picture by its highest. */
export function moneyForm(highest: number, currency: string, locale: string): MoneyForm {
  const unit = highest >= 10_000_000 ? 1_000_000 : highest >= 10_000 ? 1_000 : 1;
  return { locale, currency, unit };
}

/** How thousands and millions are written behind the digits; German puts them to the currency. */
const suffixes: Record<string, Record<number, string>> = {
  de: { 1: '', 1000: '\u00A0T', 1000000: '\u00A0Mio.\u00A0' },
  en: { 1: '', 1000: 'k', 1000000: 'M' },
};

/** Writes an amount in the picture's unit: "€909k", "+€314k", "909 T€". */
export function writeMoney(form: MoneyForm, amount: number, signed = false): string {
  const digits = form.unit === 1_000_000 ? 1 : 0;
  const scaled = amount / form.unit;
  const shown = Math.abs(scaled) < 0.5 * 10 ** -digits ? 0 : scaled;
  const parts = formatter(form, digits, signed).formatToParts(shown);
  const language = form.locale.slice(0, 2) === 'de' ? 'de' : 'en';
  const suffix = shown === 0 ? '' : (suffixes[language]?.[form.unit] ?? '');
  const last = parts.reduce((at, p, i) => (isDigits(p) ? i : at), -1);
  return parts
    .map((p, i) => {
      if (p.type === 'minusSign') return '−';
      // The literal between the digits and the currency is part of a German suffix.
      if (p.type === 'literal' && language === 'de' && suffix !== '') return '';
      return p.value + (i === last ? suffix : '');
    })
    .join('');
}

function isDigits(part: Intl.NumberFormatPart): boolean {
  return part.type === 'integer' || part.type === 'fraction';
}

const made = new Map<string, Intl.NumberFormat>();

function formatter(form: MoneyForm, digits: number, signed: boolean): Intl.NumberFormat {
  const key = `${form.locale}|${form.currency}|${digits}|${signed}`;
  let found = made.get(key);
  if (found === undefined) {
    found = new Intl.NumberFormat(form.locale, {
      style: 'currency',
      currency: /^[A-Z]{3}$/.test(form.currency) ? form.currency : 'XXX',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: 0,
      maximumFractionDigits: digits,
      signDisplay: signed ? 'exceptZero' : 'auto',
    });
    made.set(key, found);
  }
  return found;
}

/** Writes a whole number with its sign: "+18", "−2", "0". */
export function writeChange(value: number, locale: string): string {
  const text = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(value);
  return text.replace('-', '−');
}

/** Writes a day that never breaks: "9 Jun 2026", or "9 Jun" without its year. */
export function writeDay(iso: string, locale: string, year = true): string {
  const at = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(at)) return '';
  const parts = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(year ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).formatToParts(at);
  const words = parts.map((p) => (p.type === 'month' ? plainMonth(p.value) : p.value));
  return words.join('').replaceAll(' ', '\u00A0');
}

/** Joins names as a sentence does: "Sofie Brandt, Piotr Zieliński and Mette Lindqvist". */
export function joinNames(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/**
 * Reads an amount as a person types it in their locale ("126.000,50", "126,000.50",
 * "126k") and returns it as a plain decimal in major units; null where it is none.
 */
export function readAmount(text: string, locale: string): string | null {
  const decimal =
    new Intl.NumberFormat(locale).formatToParts(1.5).find((p) => p.type === 'decimal')?.value ??
    '.';
  const match = /^([\d.,'’\s\u00A0\u202F]+)(k|m|tsd\.?|mio\.?)?$/i.exec(
    text
      .trim()
      .replace(/^[^\d]{0,4}/, '')
      .replace(/\s*[^\d\skm.,a-z]{0,3}$/i, ''),
  );
  const digits = match?.[1];
  if (digits === undefined) return null;
  const plain = [...digits].map((c) => (c === decimal ? '.' : /\d/.test(c) ? c : '')).join('');
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  const factor = /^(k|tsd)/i.test(match?.[2] ?? '')
    ? 1_000
    : /^(m|mio)/i.test(match?.[2] ?? '')
      ? 1_000_000
      : 1;
  return factor === 1 ? plain : String(Number((Number(plain) * factor).toFixed(2)));
}
