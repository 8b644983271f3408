import type { Day } from './days';

/** Two ends of a scale: days, amounts or pixels. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A straight line from one range to another, and back. */
export interface Scale {
  (value: number): number;
  invert(pixel: number): number;
}

/** Makes the straight line from `domain` to `pixels`. A domain of no width is drawn at its start. */
export function linear(domain: Range, pixels: Range): Scale {
  const width = domain.to - domain.from;
  const factor = width === 0 ? 0 : (pixels.to - pixels.from) / width;
  const scale = (value: number) => pixels.from + (value - domain.from) * factor;
  return Object.assign(scale, {
    invert: (pixel: number) =>
      factor === 0 ? domain.from : domain.from + (pixel - pixels.from) / factor,
  });
}

/** The money axis: zero at the foot, at most four hairlines above it. */
export interface MoneyAxis {
  readonly top: number;
  readonly lines: readonly number[];
}

/** Finds round steps so that at most four hairlines lie under `highest`; money starts at zero. */
export function moneyAxis(highest: number, headroom = 0): MoneyAxis {
  if (highest <= 0) return { top: 1, lines: [] };
  const needed = highest;
  const step = roundStep(needed);
  const lines: number[] = [];
  for (let at = step; at <= needed * 1.0001 && lines.length < 4; at += step) lines.push(at);
  const top = Math.max(needed * 1.078, headroom);
  for (let at = (lines.length + 1) * step; at <= top && lines.length < 4; at += step)
    lines.push(at);
  return { top, lines };
}

function roundStep(highest: number): number {
  const rough = highest / 4.9;
  const power = 10 ** Math.floor(Math.log10(rough));
  for (const factor of [1, 2, 2.5, 5, 10]) {
    if (factor * power >= rough) return factor * power;
  }
  return 10 * power;
}

/** The part of the axis one looks at, in days. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
}

/** Narrowest window that the brush may leave, in days. */
export const narrowest = 28;

/** Makes a window of two days in any order, inside the whole axis and not too narrow to read. */
export function windowOf(a: Day, b: Day, whole: Window): Window {
  const width = Math.min(Math.max(Math.abs(b - a), narrowest), whole.to - whole.from);
  const from = Math.min(Math.max(Math.min(a, b), whole.from), whole.to - width);
  return { from, to: from + width };
}

/** The three windows of the segmented control. */
export type Span = 'all' | 'term' | 'year';

/**
 * Returns a span's window. Room for what stands right of today is kept: half as much
 * as lies behind, as far as the axis goes.
 */
export function spanWindow(span: Span, whole: Window, today: Day, term: Window | null): Window {
  if (span === 'all') return whole;
  const from = Math.max(whole.from, span === 'term' && term !== null ? term.from : today - 365);
  const ahead = Math.max(
    (today - from) / 2,
    span === 'term' && term !== null ? term.to + 30 - today : 0,
    90,
  );
  return windowOf(from, Math.min(whole.to, today + ahead), whole);
}

/** Returns the window between two others, for a zoom that moves; `share` runs from 0 to 1. */
export function between(a: Window, b: Window, share: number): Window {
  return { from: a.from + (b.from - a.from) * share, to: a.to + (b.to - a.to) * share };
}
