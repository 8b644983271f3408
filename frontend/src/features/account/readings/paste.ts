import { readNumber } from '@/lib/numbers';

/** A line that was pasted, and what became of it. */
export interface PastedLine {
  name: string;
  text: string;
  /** The measure it belongs to, or '' where none has this name. */
  measure: string;
  /** A plain decimal; '' where the text is no number. */
  value: string;
  notMeasured: boolean;
}

/** A measure that a line may belong to. */
export interface Named {
  id: string;
  name: string;
}

const nothing = /^(n\/?a|n\.\s?a\.|not measured|nicht gemessen|k\.\s?a\.|-|–|—)$/iu;

/**
 * Reads two columns of a sheet: a measure's name and a value, parted by a tab or a
 * semicolon; numbers with a decimal comma or point. A line without a second column
 * and a heading ("Measure; Value") are left out. Names match without regard to case,
 * quotation marks and spaces, else by their beginning where that fits one measure only.
 */
export function readColumns(
  text: string,
  measures: readonly Named[],
  locale: string,
): PastedLine[] {
  const used = new Set<string>();
  const lines = text.split(/\r?\n/).flatMap((line): PastedLine[] => {
    const [name = '', value = ''] = line.split(line.includes('\t') ? '\t' : ';').map(unquoted);
    if (name === '' || value === '') return [];
    const measure = match(name, measures, used);
    if (measure !== '') used.add(measure);
    const notMeasured = nothing.test(value);
    const number = notMeasured ? null : readNumber(value, locale);
    return [{ name, text: value, measure, value: number ?? '', notMeasured }];
  });
  const isHeading = (line: PastedLine | undefined) =>
    line !== undefined && line.measure === '' && line.value === '' && !line.notMeasured;
  return isHeading(lines[0]) ? lines.slice(1) : lines;
}

/** Says whether a pasted text looks like columns of a sheet and not like one value. */
export function isColumns(text: string): boolean {
  return text.split(/\r?\n/).some((line) => /^[^\t;]+[\t;]\s*\S/.test(line));
}

function unquoted(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/u, '$1')
    .replaceAll('""', '"')
    .trim();
}

function match(name: string, measures: readonly Named[], used: ReadonlySet<string>): string {
  const wanted = plain(name);
  const free = measures.filter((one) => !used.has(one.id));
  const exact = free.find((one) => plain(one.name) === wanted);
  if (exact !== undefined) return exact.id;
  const near = free.filter(
    (one) => plain(one.name).startsWith(wanted) || wanted.startsWith(plain(one.name)),
  );
  return near.length === 1 && wanted.length >= 4 ? (near[0]?.id ?? '') : '';
}

/** A name without what people and sheets write differently. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f"“”„«»'‘’]/gu, '')
    .replace(/[\s\u00A0]+/gu, ' ')
    .trim()
    .toLowerCase();
}
