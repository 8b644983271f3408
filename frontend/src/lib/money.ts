/** Writes an amount of major units as money with its currency: "€126,000"; cents only where they matter. */
export function money(amount: number, currency: string, locale: string): string {
  const whole = Math.abs(amount) >= 100 || Number.isInteger(amount);
  return formatter(locale, {
    style: 'currency',
    currency: safeCurrency(currency),
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: whole ? 0 : undefined,
    maximumFractionDigits: whole ? 0 : undefined,
  }).format(noMinusZero(amount));
}

/**
 * Writes an amount shortly, as charts and prose want it: "€909k", "€1.08M".
 * `signed` puts a plus before what grew.
 */
export function shortMoney(
  amount: number,
  currency: string,
  locale: string,
  signed = false,
): string {
  const size = Math.abs(amount);
  const step = size >= 999_500 ? 1_000_000 : size >= 1_000 ? 1_000 : 1;
  const suffix = step === 1_000_000 ? 'M' : step === 1_000 ? 'k' : '';
  const digits = step === 1_000_000 ? 2 : 0;
  const parts = formatter(locale, {
    style: 'currency',
    currency: safeCurrency(currency),
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
    signDisplay: signed ? 'exceptZero' : 'auto',
  }).formatToParts(noMinusZero(amount / step));
  return withSuffix(parts, locale.startsWith('de') ? germanSuffixes[suffix] : suffix);
}

/** German knows no k and M: it puts thousands to the currency, and millions between. */
const germanSuffixes = { '': '', k: '\u00A0T', M: '\u00A0Mio.\u00A0' } as const;

/** Writes a share as a percentage: 0.949 is "94.9%". */
export function percent(share: number, locale: string, digits = 0): string {
  return formatter(locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share);
}

/** Writes a plain number with the locale's separators. */
export function number(value: number, locale: string, digits = 0): string {
  return formatter(locale, { maximumFractionDigits: digits }).format(noMinusZero(value));
}

/** Puts the k or M behind the last digit, before a currency that follows it. */
function withSuffix(parts: Intl.NumberFormatPart[], suffix: string): string {
  const german = suffix.startsWith('\u00A0');
  let last = -1;
  parts.forEach((part, index) => {
    if (part.type === 'integer' || part.type === 'fraction') last = index;
  });
  return parts
    .map((part, index) => {
      const text = part.type === 'minusSign' ? '−' : part.value;
      // The space before the currency is part of a German suffix.
      if (german && part.type === 'literal') return '';
      return index === last ? text + suffix : text;
    })
    .join('');
}

function noMinusZero(value: number): number {
  return value === 0 ? 0 : value;
}

/** Keeps a wrong code in a file from breaking a screen: it is then shown as a plain generic sign. */
function safeCurrency(code: string): string {
  return /^[A-Z]{3}$/.test(code) ? code : 'XXX';
}

const made = new Map<string, Intl.NumberFormat>();

/** Keeps formatters: making one costs a hundred times as much as using it. */
function formatter(
  locale: string,
  options: { [K in keyof Intl.NumberFormatOptions]?: Intl.NumberFormatOptions[K] | undefined },
): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  let found = made.get(key);
  if (found === undefined) {
    found = new Intl.NumberFormat(locale, options as Intl.NumberFormatOptions);
    made.set(key, found);
  }
  return found;
}
