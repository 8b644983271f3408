import type { ValueColumn } from '@/api/alignment';

/** What was typed and not saved yet: account and indicator, parted by a dot. */
export type Typed = Readonly<Record<string, string>>;

/** Names a cell. */
export const cellKey = (account: string, indicator: string) => `${account}.${indicator}`;

/**
 * Reads a typed value as its indicator wants it: yes and no by their first letter in English and
 * German, a number as the locale writes it; undefined for what does not fit.
 */
export function readCell(text: string, column: ValueColumn, locale: string): string | undefined {
  const typed = text.trim();
  if (typed === '') return '';
  if (column.kind === 'yes/no') {
    const word = typed.toLocaleLowerCase();
    if (['y', 'yes', 'j', 'ja', 'true', 'wahr', '1', 'x'].includes(word)) return 'yes';
    if (['n', 'no', 'nein', 'false', 'falsch', '0'].includes(word)) return 'no';
    return undefined;
  }
  return column.kind === 'number' ? readNumber(typed, locale) : typed;
}

function readNumber(typed: string, locale: string): string | undefined {
  const comma = new Intl.NumberFormat(locale).format(1.5).includes(',');
  const bare = typed.replaceAll(/[\s'’]/g, '').replace('−', '-');
  const plain = comma ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : undefined;
}

/** Two columns at least: what a sheet puts on the clipboard. */
export function isTable(text: string): boolean {
  return text.includes('\t') && text.trim().includes('\n');
}
