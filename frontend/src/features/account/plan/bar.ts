import type { Measure } from '@/api/plan';

/** How a measure's mark looks; never by colour alone. */
export type BarMark = 'disc' | 'diamond' | 'tick' | 'ring' | 'none';

/** A measure's bar: baseline at the left tick, target at the right one. */
export interface Bar {
  from: number;
  to: number;
  /** Where now stands, or null without a reading to place. */
  now: number | null;
  mark: BarMark;
  /** Without a baseline the track is dotted. */
  dotted: boolean;
  tone: 'good' | 'bad' | 'calm';
}

/** How far the mark may pass the target's tick, as a share of the way there. */
const past = 0.12;

/**
 * Draws a measure as a bar: always left to right, also when down is good. Past the
 * target the mark passes the tick; before the baseline it stands at its tick.
 */
export function barOf(measure: Measure, width: number): Bar {
  const from = 6;
  const to = from + (width - 12) / (1 + past);
  const share = shareOf(measure);
  const now =
    share === null ? null : from + (to - from) * Math.min(1 + past / 2, Math.max(0, share));
  return {
    from,
    to,
    now,
    dotted: share === null,
    mark: markOf(measure, now),
    tone: toneOf(measure),
  };
}

/** A measure to hold stands at its target while it holds, and falls back by what it is off. */
function shareOf(measure: Measure): number | null {
  if (measure.now === null || measure.target === null) return null;
  if (measure.direction !== 'hold') return measure.baseline === null ? null : measure.progress;
  if (measure.state === 'met') return 1;
  const off = Math.abs(measure.now - measure.target);
  return measure.target === 0 ? 0 : Math.max(0, 1 - off / Math.abs(measure.target));
}

function markOf(measure: Measure, now: number | null): BarMark {
  if (now === null) return 'none';
  if (measure.state === 'stale') return 'ring';
  if (measure.state === 'met') return 'tick';
  return measure.state === 'off track' ? 'diamond' : 'disc';
}

function toneOf(measure: Measure): Bar['tone'] {
  if (measure.state === 'met' || measure.state === 'on track') return 'good';
  return measure.state === 'off track' ? 'bad' : 'calm';
}

/** The points of a small line of readings, on its own scale: time across, value up. */
export function sparkPoints(
  readings: readonly { on: string; value: number }[],
  width: number,
  height: number,
): { x: number; y: number }[] {
  const days = readings.map((r) => Date.parse(r.on));
  const first = Math.min(...days);
  const span = Math.max(...days) - first;
  const values = readings.map((r) => r.value);
  const low = Math.min(...values);
  const range = Math.max(...values) - low;
  if (readings.length < 2 || span === 0) return [];
  return readings.map((r, i) => ({
    x: 2 + (((days[i] ?? first) - first) / span) * (width - 5),
    y: range === 0 ? height / 2 : height - 3 - ((r.value - low) / range) * (height - 6),
  }));
}
