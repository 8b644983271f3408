import type { Measure } from './layout';

/** A rectangle in pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Reports whether two rectangles share any room. */
export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** A label that wants to stand at a height. */
export interface AtHeight {
  readonly key: string;
  readonly y: number;
  readonly height: number;
}

/**
 * Moves labels in one column apart so that none overlap, as little as can be, and
 * inside the bounds. Returns the middle of each by key.
 */
export function spread(
  labels: readonly AtHeight[],
  top: number,
  foot: number,
): Map<string, number> {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  const at = sorted.map((l) => Math.min(Math.max(l.y, top + l.height / 2), foot - l.height / 2));
  for (let round = 0; round < 40; round += 1) {
    let moved = false;
    for (let i = 1; i < sorted.length; i += 1) {
      moved = pushApart(sorted, at, i, top, foot) || moved;
    }
    if (!moved) break;
  }
  return new Map(sorted.map((l, i) => [l.key, at[i] ?? l.y]));
}

function pushApart(
  sorted: readonly AtHeight[],
  at: number[],
  i: number,
  top: number,
  foot: number,
): boolean {
  const above = sorted[i - 1];
  const below = sorted[i];
  const yAbove = at[i - 1];
  const yBelow = at[i];
  if (above === undefined || below === undefined || yAbove === undefined || yBelow === undefined)
    return false;
  const lack = (above.height + below.height) / 2 - (yBelow - yAbove);
  if (lack <= 0.1) return false;
  at[i - 1] = Math.max(yAbove - lack / 2, top + above.height / 2);
  at[i] = Math.min(yBelow + lack - (yAbove - (at[i - 1] ?? yAbove)), foot - below.height / 2);
  return true;
}

/** A place for the name of a line: its right end and the top of its box. */
export interface NamePlace {
  readonly x: number;
  readonly y: number;
}

/** What a name on the plot must keep clear of. */
export interface Surroundings {
  readonly left: number;
  readonly right: number;
  readonly foot: number;
  /** Heights in pixels of the line itself and of the other one, at an x. */
  readonly own: (x: number) => number;
  readonly other: (x: number) => number;
  readonly verticals: readonly number[];
  readonly taken: readonly Rect[];
}

/**
 * Finds room for a name under a line, ending at the right end of a level stretch:
 * right-aligned, not crossing the other line, a vertical or another name. Returns
 * null where there is none.
 */
export function nameUnder(
  width: number,
  height: number,
  ends: readonly number[],
  around: Surroundings,
): NamePlace | null {
  for (const end of ends) {
    const x = end - 5;
    const y = lowest(around.own, x - width, x) + 5;
    const box: Rect = { x: x - width, y, width, height };
    if (isRoom(box, around)) return { x, y };
  }
  return null;
}

function isRoom(box: Rect, around: Surroundings): boolean {
  const right = box.x + box.width;
  if (box.x < around.left || right > around.right || box.y + box.height > around.foot - 4)
    return false;
  if (around.verticals.some((v) => v > box.x - 3 && v < right + 3)) return false;
  if (around.taken.some((t) => overlap(box, t))) return false;
  const low = lowest(around.other, box.x, right) + 2;
  const high = highest(around.other, box.x, right) - 1;
  return low <= box.y || high >= box.y + box.height;
}

function sample(line: (x: number) => number, from: number, to: number): number[] {
  return Array.from({ length: 9 }, (_, i) => line(from + ((to - from) * i) / 8));
}

function lowest(line: (x: number) => number, from: number, to: number): number {
  return Math.max(...sample(line, from, to));
}

function highest(line: (x: number) => number, from: number, to: number): number {
  return Math.min(...sample(line, from, to));
}

/** Returns the widest gap between verticals inside a band. */
export function widestGap(
  from: number,
  to: number,
  verticals: readonly number[],
): { from: number; to: number } {
  const stops = [
    from,
    ...verticals.filter((v) => v > from + 4 && v < to - 4).sort((a, b) => a - b),
    to,
  ];
  let best = { from, to: from };
  stops.forEach((stop, i) => {
    const next = stops[i + 1];
    if (next !== undefined && next - stop > best.to - best.from) best = { from: stop, to: next };
  });
  return best;
}

/** Chooses the longest of some wordings that fits a width; empty where none does. */
export function longestThatFits(
  wordings: readonly string[],
  width: number,
  size: number,
  weight: number,
  measure: Measure,
): string {
  return wordings.find((w) => measure(w, size, weight) <= width) ?? '';
}
