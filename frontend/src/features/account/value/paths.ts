import type { Day } from './days';
import { feltAt, levelAt, type Step } from './levels';
import type { Scale, Window } from './scale';

/** A point in pixels. */
export type Point = readonly [x: number, y: number];

/** Writes points as an SVG `points` attribute, to a tenth of a pixel. */
export function points(list: readonly Point[]): string {
  return list.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

/**
 * Draws a staircase inside a window: level treads and upright risers, never sloped.
 * A yearly rate holds until the day it changes.
 */
export function staircase(steps: readonly Step[], window: Window, x: Scale, y: Scale): Point[] {
  let level = levelAt(steps, window.from);
  const path: Point[] = [[x(window.from), y(level)]];
  for (const step of steps) {
    if (step.day <= window.from || step.day > window.to || step.value === level) continue;
    path.push([x(step.day), y(level)], [x(step.day), y(step.value)]);
    level = step.value;
  }
  path.push([x(window.to), y(level)]);
  return path;
}

/** Closes a path down to the foot of the plot, for a filled area. */
export function areaUnder(path: readonly Point[], foot: number): Point[] {
  const first = path[0];
  const last = path[path.length - 1];
  return first === undefined || last === undefined
    ? []
    : [[first[0], foot], ...path, [last[0], foot]];
}

/**
 * Returns the polygons between the proved staircase and the one with claims, one for
 * each run of days on which something is claimed besides.
 */
export function claimedAreas(
  proved: readonly Step[],
  claimed: readonly Step[],
  window: Window,
  x: Scale,
  y: Scale,
): Point[][] {
  return claimedRuns(proved, claimed, window).map((run) => [
    ...staircase(claimed, run, x, y),
    ...staircase(proved, run, x, y).reverse(),
  ]);
}

/** Returns the upper edges of the claimed areas, risers at their ends included. */
export function claimedEdges(
  proved: readonly Step[],
  claimed: readonly Step[],
  window: Window,
  x: Scale,
  y: Scale,
): Point[][] {
  return claimedRuns(proved, claimed, window).map((run) => {
    const foot: Point = [x(run.from), y(levelAt(proved, run.from))];
    const edge = staircase(claimed, run, x, y);
    if (run.from > window.from) edge.unshift(foot);
    if (run.to < window.to) edge.push([x(run.to), y(levelAt(proved, run.to))]);
    return edge;
  });
}

/** Returns the runs of days on which the claimed level lies above the proved one. */
export function claimedRuns(
  proved: readonly Step[],
  claimed: readonly Step[],
  window: Window,
): Window[] {
  const days = new Set<Day>([window.from]);
  for (const { day } of [...proved, ...claimed]) {
    if (day > window.from && day < window.to) days.add(day);
  }
  const runs: { from: Day; to: Day }[] = [];
  const sorted = [...days].sort((a, b) => a - b);
  sorted.forEach((day, i) => {
    if (levelAt(claimed, day) - levelAt(proved, day) <= 0.005) return;
    const to = sorted[i + 1] ?? window.to;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.to === day) last.to = to;
    else runs.push({ from: day, to });
  });
  // A run drawn as a staircase must not take in the step that ends it.
  return runs.map((run) => ({ from: run.from, to: run.to === window.to ? run.to : run.to - 1e-6 }));
}

/** Draws the felt curve: upright on a day of news, falling between, a point every few pixels. */
export function feltCurve(
  steps: readonly Step[],
  halfLife: number,
  window: Window,
  x: Scale,
  y: Scale,
): Point[] {
  const path: Point[] = [[x(window.from), y(feltAt(steps, window.from, halfLife))]];
  const every = Math.max(
    ((window.to - window.from) / Math.max(x(window.to) - x(window.from), 1)) * 4,
    0.5,
  );
  let at = window.from;
  const fall = (to: Day) => {
    for (at += every; at < to; at += every) path.push([x(at), y(feltAt(steps, at, halfLife))]);
    at = to;
  };
  for (const step of steps) {
    if (step.day <= window.from || step.day > window.to) continue;
    fall(step.day);
    path.push(
      [x(step.day), y(feltAt(steps, step.day - 1e-6, halfLife))],
      [x(step.day), y(step.value)],
    );
  }
  fall(window.to);
  path.push([x(window.to), y(feltAt(steps, window.to, halfLife))]);
  return path;
}
