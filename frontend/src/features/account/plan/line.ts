import type { Milestone } from '@/api/plan';
import { type Day, dayOf, monthStart } from '../value/days';

/** A milestone on the line: its mark, and where its words stand. */
export interface LineMark {
  milestone: Milestone;
  x: number;
  /** 0 stands next to the line, the others further out. */
  row: number;
  /** The words stand left of the mark, right-aligned. */
  left: boolean;
  /** How much room the words have. */
  room: number;
  sub: string;
}

/** What waits for what: a dotted arc from one mark to a later one. */
export interface LineArc {
  key: string;
  from: number;
  to: number;
}

/** The two-sided line: theirs above, ours below. */
export interface MilestoneLine {
  x: (day: Day) => number;
  /** How wide one day is drawn. */
  dayWidth: number;
  /** The days on which a milestone of the line may stand. */
  first: Day;
  last: Day;
  months: Day[];
  marks: LineMark[];
  arcs: LineArc[];
  /** Milestones without a day, or from before the line begins. */
  rest: Milestone[];
  rows: { client: number; us: number };
}

interface Span {
  from: number;
  to: number;
}

/** Where the line may be written on, and where today's upright stands. */
interface Area {
  left: number;
  right: number;
  today: number;
}

/** How high a row of words is. */
export const rowHeight = 36;

/** How many days before today the line begins at most. */
const past = 110;
const mostRows = 4;

/** How wide words may be before they are cut. */
const widest = 240;

/** Places milestones on a line of a width, in pixels; `widthOf` measures words. */
export function layLine(
  milestones: readonly Milestone[],
  today: Day,
  edges: { left: number; right: number },
  widthOf: (text: string, strong: boolean) => number,
  subOf: (milestone: Milestone) => string,
): MilestoneLine {
  const dated = milestones.filter((one) => standsOn(one) !== '');
  const shown = dated.filter((one) => dayOf(standsOn(one)) >= today - past);
  const days = shown.map((one) => dayOf(standsOn(one)));
  const from = monthStart(Math.min(today - 20, ...days));
  const to = Math.max(monthStart(Math.max(today + 45, ...days), 1) + 12, today + 60);
  const x = (day: Day) => edges.left + ((day - from) / (to - from)) * (edges.right - edges.left);
  const area = { ...edges, today: x(today) };
  const taken: Record<'client' | 'us', Span[][]> = { client: [], us: [] };
  const marks = shown.map((milestone): LineMark => {
    const sub = subOf(milestone);
    const wide = Math.max(widthOf(milestone.title, true), widthOf(sub, false)) + 14;
    const at = x(dayOf(standsOn(milestone)));
    return { milestone, sub, x: at, ...place(taken[milestone.side], at, wide, area) };
  });
  return {
    x,
    dayWidth: (edges.right - edges.left) / (to - from),
    first: Math.max(from, today - past),
    last: to - 1,
    months: monthsBetween(from, to),
    marks,
    arcs: arcsOf(marks),
    rest: milestones.filter((one) => !shown.includes(one)),
    rows: {
      client: rowsOf(marks, 'client'),
      us: rowsOf(marks, 'us'),
    },
  };
}

/** Returns the day on which a milestone stands: done, else due. */
export function standsOn(milestone: Milestone): string {
  return milestone.done_on === '' ? milestone.due : milestone.done_on;
}

/** Finds the row nearest to the line in which words have room, right of the mark if they can. */
function place(
  rows: Span[][],
  x: number,
  wide: number,
  area: Area,
): { row: number; left: boolean; room: number } {
  for (const wanted of [Math.min(wide, widest), Math.min(wide, 150), Math.min(wide, 96)]) {
    for (const choice of choices) {
      const { row, left } = choice;
      rows[row] ??= [];
      if (!isFree(rows[row], row, x, wanted, left, area)) continue;
      rows[row].push(left ? { from: x - wanted, to: x + 9 } : { from: x - 9, to: x + wanted });
      return { ...choice, room: wanted - 14 };
    }
  }
  // A crowd: the mark stands further out without words; its name is read and shown on it.
  return { row: mostRows, left: false, room: 0 };
}

/** The places of words in the order in which they are tried. */
const choices = [0, 1, 2, 3].flatMap((row) => [
  { row, left: false },
  { row, left: true },
]);

/** Says whether words of a width have room beside a mark, clear of others and of today. */
function isFree(
  taken: readonly Span[],
  row: number,
  x: number,
  wide: number,
  left: boolean,
  area: Area,
): boolean {
  const box = left ? { from: x - wide, to: x + 9 } : { from: x - 9, to: x + wide };
  const words = left ? { from: x - wide, to: x - 10 } : { from: x + 10, to: x + wide };
  if (box.from < area.left - 60 || box.to > area.right + 4) return false;
  // The tag of today stands on the line: the first row keeps clear of it, others of its upright.
  const clear = row === 0 ? 26 : 4;
  if (words.to > area.today - clear && words.from < area.today + clear) return false;
  return taken.every((other) => box.to + 6 <= other.from || box.from >= other.to + 6);
}

function rowsOf(marks: readonly LineMark[], side: Milestone['side']): number {
  return Math.max(1, ...marks.filter((m) => m.milestone.side === side).map((m) => m.row + 1));
}

function arcsOf(marks: readonly LineMark[]): LineArc[] {
  const at = new Map(marks.map((mark) => [mark.milestone.id, mark.x]));
  return marks.flatMap((mark) =>
    mark.milestone.depends_on.flatMap((id) => {
      const from = at.get(id);
      return from === undefined ? [] : [{ key: `${id}-${mark.milestone.id}`, from, to: mark.x }];
    }),
  );
}

function monthsBetween(from: Day, to: Day): Day[] {
  const months: Day[] = [];
  for (let day = from; day < to; day = monthStart(day, 1)) months.push(day);
  return months;
}

/** Returns how high a mark stands: theirs above the line, ours below. */
export function markY(mark: LineMark, middle: number): number {
  const away = mark.row * rowHeight;
  return mark.milestone.side === 'client' ? middle - away - 26 : middle + away + 20;
}
