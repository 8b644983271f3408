import type { Say } from '../overview/say';
import { writeDay } from '../value/format';

/** What a changed value is written with. */
export interface Writing {
  locale: string;
  money: (amount: number, currency: string) => string;
}

/** Names a field in words; what has no word of its own stands as it is called. */
export function fieldName(field: string, say: Say): string {
  const [name = '', key] = field.split('/');
  const found = say(`field.${name}`);
  const words = found === `field.${name}` ? name.replace(/_id$/, '').replaceAll('_', ' ') : found;
  return key === undefined ? words : key;
}

/** Writes a value of the history as a person reads it; an empty one as "nothing". */
export function writeChanged(value: string, type: string, writing: Writing, say: Say): string {
  if (value === '') return say('nothing');
  switch (type) {
    case 'date':
      return writeDay(value, writing.locale) || value;
    case 'bool':
      return say(value === 'true' ? 'yes' : 'no');
    case 'money':
      return writeMoney(value, writing);
    case 'number':
    case 'whole':
      return Number.isFinite(Number(value))
        ? new Intl.NumberFormat(writing.locale, { maximumFractionDigits: 6 }).format(Number(value))
        : value;
    default:
      return value.length > 240 ? `${value.slice(0, 240).trimEnd()}…` : value;
  }
}

function writeMoney(value: string, writing: Writing): string {
  try {
    const { amount, currency } = JSON.parse(value) as { amount: string; currency: string };
    return writing.money(Number(amount), currency);
  } catch {
    return value;
  }
}
