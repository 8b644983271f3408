import type { Benefit, Confirmation, Lane, Step } from '@/api/value';
import { dayOf } from './days';
import type { Scale, Window } from './scale';

/** The row of one benefit inside its lane. */
export interface Row {
  readonly benefit: Benefit;
  readonly y: number;
  readonly height: number;
}

/** One dimension's lane, with the rows of its benefits. */
export interface LaneBox {
  readonly dimension: string;
  readonly top: number;
  readonly height: number;
  readonly rows: readonly Row[];
}

/** Heights of a lane: with one benefit, and for each benefit where there are more. */
export interface RowHeights {
  readonly single: number;
  readonly stacked: number;
  readonly pad: number;
}

/** The heights where the words right of today stand in one line. */
export const oneLine: RowHeights = { single: 28, stacked: 17, pad: 4 };

/** The heights where the words right of today need two lines. */
export const twoLines: RowHeights = { single: 36, stacked: 33, pad: 3 };

/** Stacks the lanes under the plot. */
export function stackLanes(
  lanes: readonly Lane[],
  top: number,
  heights: RowHeights,
  unit: number,
): LaneBox[] {
  let at = top;
  return lanes.map((lane) => {
    const many = lane.benefits.length > 1;
    const each = (many ? heights.stacked : heights.single) * unit;
    const pad = many ? heights.pad * unit : 0;
    let y = at + pad;
    const rows = lane.benefits.map((benefit) => {
      // A mark of many people needs more room than a row of words.
      const height = Math.max(each, many ? 1.6 * largestMark(benefit, unit) : each);
      const row = { benefit, y: y + height / 2, height };
      y += height;
      return row;
    });
    const box = { dimension: lane.dimension, top: at, height: y + pad - at, rows };
    at += box.height;
    return box;
  });
}

function largestMark(benefit: Benefit, unit: number): number {
  return Math.max(0, ...benefit.steps.map((s) => outerRadius(s, unit)));
}

/** Returns a mark's radius: its area grows with the people, and it is never too small to see. */
export function markRadius(people: number | null, unit = 1): number {
  return Math.max(1.28 * Math.sqrt(Math.max(people ?? 0, 0)), 3.6) * unit;
}

/** Returns the radius of a mark's outermost part: the ring of a confirmed one, the halo of others. */
export function outerRadius(step: Step, unit = 1): number {
  return (
    markRadius(step.people ?? step.reach, unit) +
    (step.confirmation === 'confirmed' ? 2.6 : 1.4) * unit
  );
}

/** A mark as it is drawn. */
export interface MarkShape {
  readonly step: Step;
  readonly benefit: Benefit;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly look: Confirmation | 'ends';
}

/** Returns the marks of a row inside a window; a step that ends a benefit is an upright, not a disc. */
export function marksOf(row: Row, window: Window, x: Scale, unit: number): MarkShape[] {
  return row.benefit.steps
    .filter((s) => dayOf(s.on) >= window.from && dayOf(s.on) <= window.to)
    .map((step) => ({
      step,
      benefit: row.benefit,
      x: x(dayOf(step.on)),
      y: row.y,
      radius: markRadius(step.people ?? step.reach, unit),
      look: step.kind === 'yearly' && step.amount === 0 ? 'ends' : step.confirmation,
    }));
}

/** A stretch of the line under the marks: solid while proved, dotted while claimed or to come. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly look: 'proved' | 'claimed' | 'ahead';
  /** An upright stands at its end. */
  readonly ends: boolean;
}

/** Returns the line under the marks of a row: the time in force, and a short stub past today. */
export function stretchesOf(
  row: Row,
  window: Window,
  today: number,
  x: Scale,
  stub: number,
): Stretch[] {
  return row.benefit.spans.flatMap((span) => {
    const end = span.to === '' ? Number.POSITIVE_INFINITY : dayOf(span.to);
    const from = Math.max(dayOf(span.from), window.from);
    return [
      ...pastStretch(from, end, span.proved, Math.min(today, window.to), x),
      ...(today >= window.from && today < window.to && end > today
        ? [stubStretch(end, span.proved, today, window, x, stub)]
        : []),
    ];
  });
}

function pastStretch(
  from: number,
  end: number,
  proved: boolean,
  last: number,
  x: Scale,
): Stretch[] {
  const to = Math.min(end, last);
  if (to <= from) return [];
  return [{ from: x(from), to: x(to), look: proved ? 'proved' : 'claimed', ends: end <= last }];
}

function stubStretch(
  end: number,
  proved: boolean,
  today: number,
  window: Window,
  x: Scale,
  stub: number,
): Stretch {
  const furthest = x(today) + stub;
  return {
    from: x(today),
    to: Math.min(x(Math.min(end, window.to)), furthest),
    look: proved ? 'ahead' : 'claimed',
    ends: Number.isFinite(end) && x(end) <= furthest + 2,
  };
}

/** Orders all marks as arrow keys walk them: by lane, then by row, then by day. */
export function walkOrder(lanes: readonly LaneBox[]): { benefit: string; step: string }[] {
  return lanes.flatMap((lane) =>
    lane.rows.flatMap((row) =>
      row.benefit.steps.map((s) => ({ benefit: row.benefit.id, step: s.id })),
    ),
  );
}
