import type { FeltPoint, LevelPoint, Timeline } from '@/api/value';
import { type Day, dayOf } from './days';

/** The level from a day on, until the next step. */
export interface Step {
  readonly day: Day;
  readonly value: number;
}

/** What the client gets and feels on one day, in the account's currency a year. */
export interface Values {
  readonly proved: number;
  readonly claimed: number;
  readonly felt: number;
}

/** Returns the proved staircase; of steps on one day the last holds. */
export function provedSteps(points: readonly LevelPoint[]): Step[] {
  return points.map((p) => ({ day: dayOf(p.on), value: p.proved }));
}

/** Returns the staircase with every claim counted. */
export function claimedSteps(points: readonly LevelPoint[]): Step[] {
  return points.map((p) => ({ day: dayOf(p.on), value: p.claimed }));
}

/** Returns the felt curve's days of news, each with the value right after it. */
export function feltSteps(points: readonly FeltPoint[]): Step[] {
  return points.map((p) => ({ day: dayOf(p.on), value: p.value }));
}

/** Returns the last step on or before a day, by bisection. */
export function stepAt(steps: readonly Step[], day: Day): Step | undefined {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const step = steps[middle];
    if (step !== undefined && step.day <= day) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1];
}

/** Returns the level of a staircase on a day; 0 before its first step. */
export function levelAt(steps: readonly Step[], day: Day): number {
  return stepAt(steps, day)?.value ?? 0;
}

/**
 * Returns what is felt on a day. All news fades at one pace, so between two days of
 * news the whole curve halves in a half-life.
 */
export function feltAt(steps: readonly Step[], day: Day, halfLife: number): number {
  const step = stepAt(steps, day);
  return step === undefined ? 0 : step.value * 2 ** (-(day - step.day) / halfLife);
}

/** Returns the three values of a day, for the readout. */
export function valuesAt(timeline: Timeline, day: Day): Values {
  const proved = levelAt(provedSteps(timeline.level), day);
  return {
    proved,
    claimed: levelAt(claimedSteps(timeline.level), day) - proved,
    felt: feltAt(feltSteps(timeline.felt), day, timeline.half_life_days),
  };
}
