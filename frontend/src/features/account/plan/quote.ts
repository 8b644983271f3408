import type { PlanPerson } from '@/api/plan';

/** What could be read of a pasted piece: their words, who said it and when. */
export interface ReadQuote {
  quote: string;
  person: string;
  newPerson: string;
  newTitle: string;
  on: string;
}

const outer = /^["“”„«»'‘’‚\s]+|["“”„«»'‘’‚\s]+$/gu;

/**
 * Reads what was pasted: quotation marks around it go, and a last line such as
 * "— Mette Lindqvist, Operations, 12 Sep 2024" says who and when.
 */
export function readQuote(text: string, people: readonly PlanPerson[], today: string): ReadQuote {
  const lines = text.trim().split(/\r?\n/);
  const last = lines.at(-1)?.trim() ?? '';
  const signed = /^[-–—~]\s*(.+)$/u.exec(lines.length > 1 ? last : '');
  const inline = /^(["“„«].+["”“»])\s*[-–—,]\s*(.+)$/su.exec(text.trim());
  const body = signed !== null ? lines.slice(0, -1).join('\n') : (inline?.[1] ?? text);
  const by = signed?.[1] ?? inline?.[2] ?? '';
  const on = dayIn(by, today);
  const [name = '', ...rest] = withoutDay(by)
    .split(/[,·|(]/u)
    .map((part) => part.replace(/[)\s]+$/u, '').trim())
    .filter((part) => part !== '');
  const known = people.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return {
    quote: body.replace(/^>\s?/gm, '').replace(outer, '').trim(),
    person: known?.id ?? '',
    newPerson: known === undefined ? name : '',
    newTitle: known === undefined ? rest.join(', ') : '',
    on: on === '' ? today : on,
  };
}

const written =
  /\b(\d{4})-(\d{2})-(\d{2})\b|\b(\d{1,2})\.?\s+(\p{L}{3,})\.?\s+(\d{4})\b|\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/u;

const months: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  mär: 3,
  apr: 4,
  may: 5,
  mai: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  dez: 12,
};

/** Finds a day in a text; '' where there is none, or one that has not come yet. */
function dayIn(text: string, today: string): string {
  const found = written.exec(text);
  if (found === null) return '';
  const [, year, month, day, day2, word, year2, day3, month3, year3] = found;
  const y = Number(year ?? year2 ?? year3);
  const m = Number(month ?? month3 ?? months[(word ?? '').toLowerCase().slice(0, 3)] ?? Number.NaN);
  const d = Number(day ?? day2 ?? day3);
  const at = new Date(Date.UTC(y, m - 1, d));
  if (Number.isNaN(at.getTime()) || at.getUTCDate() !== d) return '';
  const iso = at.toISOString().slice(0, 10);
  return iso > today ? '' : iso;
}

function withoutDay(text: string): string {
  return text.replace(written, '').trim();
}

/** Suggests a short statement of a quote: its first sentence, of at most 70 letters. */
export function statementOf(quote: string): string {
  const first = /^[^.!?\n]+/u.exec(quote.trim())?.[0].trim() ?? '';
  if (first.length <= 70) return first;
  const cut = first.slice(0, 70);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 30))}…`;
}
