import { type Measure, wordRows } from './layout';

/** A vertical that wants words above the plot. */
export interface Wanted {
  readonly key: string;
  readonly x: number;
  readonly strong: string;
  readonly rest: string;
  /** The row that suits it best: 0 is the upper one. */
  readonly prefer: 0 | 1;
  /** Words stand in the middle of their line, on a tag (today). */
  readonly tag?: boolean;
  /** Higher ones choose their place first. */
  readonly rank: number;
}

/** Where a vertical's words stand; `row` is -1 where there is no room and the line stands alone. */
export interface Placed extends Wanted {
  readonly row: number;
  readonly anchor: 'start' | 'end' | 'middle';
  readonly withRest: boolean;
}

interface Box {
  readonly from: number;
  readonly to: number;
}

interface Try {
  row: number;
  anchor: 'start' | 'end' | 'middle';
  withRest: boolean;
}

const away = 6;

/**
 * Places the words of the verticals in two rows so that none overlap each other or
 * are crossed by a line. The most important choose first; where nothing fits the
 * detail is dropped, then the words.
 */
export function placeWords(
  wanted: readonly Wanted[],
  bounds: Box,
  unit: number,
  measure: Measure,
): Placed[] {
  const taken: [Box[], Box[]] = [[], []];
  const throughLower: number[] = [];
  const placed = new Map<string, Placed>();
  for (const want of [...wanted].sort((a, b) => b.rank - a.rank || a.x - b.x)) {
    const fit = tries(want).find((t) =>
      fits(boxOf(want, t, unit, measure), want, t, bounds, taken, throughLower, unit),
    );
    if (fit === undefined) {
      placed.set(want.key, { ...want, row: -1, anchor: 'start', withRest: false });
      continue;
    }
    (fit.row === 0 ? taken[0] : taken[1]).push(boxOf(want, fit, unit, measure));
    if (fit.row === 0) throughLower.push(want.x);
    placed.set(want.key, { ...want, ...fit });
  }
  return wanted.map(
    (w) => placed.get(w.key) ?? { ...w, row: -1, anchor: 'start', withRest: false },
  );
}

function tries(want: Wanted): Try[] {
  if (want.tag === true) return [{ row: 1, anchor: 'middle', withRest: false }];
  const list: Try[] = [];
  for (const withRest of want.rest === '' ? [false] : [true, false]) {
    for (const anchor of ['start', 'end'] as const) {
      for (const row of [want.prefer, 1 - want.prefer]) list.push({ row, anchor, withRest });
    }
  }
  return list;
}

function boxOf(want: Wanted, t: Try, unit: number, measure: Measure): Box {
  const size = 11 * unit;
  const rest = t.withRest ? 5 * unit + measure(want.rest, size) : 0;
  const width = measure(want.strong, size, 600) + rest;
  if (t.anchor === 'middle')
    return { from: want.x - width / 2 - 9 * unit, to: want.x + width / 2 + 9 * unit };
  const start = t.anchor === 'start' ? want.x + away * unit : want.x - away * unit - width;
  return { from: start, to: start + width };
}

function fits(
  box: Box,
  want: Wanted,
  t: Try,
  bounds: Box,
  taken: readonly [Box[], Box[]],
  throughLower: readonly number[],
  unit: number,
): boolean {
  if (t.anchor !== 'middle' && (box.from < bounds.from || box.to > bounds.to)) return false;
  const gap = 8 * unit;
  const mine = t.row === 0 ? taken[0] : taken[1];
  if (mine.some((b) => box.from < b.to + gap && b.from < box.to + gap)) return false;
  if (t.row === 1)
    return !throughLower.some((x) => x !== want.x && x > box.from - 3 && x < box.to + 3);
  return !taken[1].some((b) => want.x > b.from - 1 && want.x < b.to + 1);
}

/** Returns where a vertical begins: above its own row of words, or at the wash where it has none. */
export function lineTop(placed: Placed, unit: number): number {
  const row = wordRows[placed.row as 0 | 1];
  return row === undefined ? 46 * unit : row.top * unit;
}
