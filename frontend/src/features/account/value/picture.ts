import type { Line, Silence, Timeline } from '@/api/value';
import { type Day, dayOf } from './days';
import { type LaneBox, oneLine, type RowHeights, stackLanes, twoLines } from './lanes';
import { type Layout, layoutFor, type Measure, wordsGap } from './layout';
import { claimedSteps, feltAt, feltSteps, levelAt, provedSteps, type Step } from './levels';
import { areaUnder, claimedAreas, claimedEdges, feltCurve, type Point, staircase } from './paths';
import { linear, type MoneyAxis, moneyAxis, type Scale, type Window } from './scale';
import { type Tick, timeTicks } from './ticks';
import { lineTop, type Placed, placeWords } from './verticals';
import { keyOf, type Voice, wantedWords } from './words';

/** The three series as steps. */
export interface Series {
  readonly proved: Step[];
  readonly claimed: Step[];
  readonly felt: Step[];
  readonly halfLife: number;
}

/** The lines and areas of a stretch of time: what was, or what is to come. */
export interface Stretch {
  readonly proved: Point[];
  readonly area: Point[];
  readonly claimed: Point[][];
  readonly claimedEdges: Point[][];
  readonly felt: Point[];
}

/** A vertical with its words and its ends. */
export interface Vertical extends Placed {
  readonly line: Line | null;
  readonly top: number;
  readonly foot: number;
}

/** A silence as a band. */
export interface Band {
  readonly silence: Silence;
  readonly from: number;
  readonly to: number;
}

/** How the words right of today stand: in one line, in two, or nowhere. */
export type WordsFit = 'one' | 'two' | 'none';

/** Everything the picture draws, in pixels. */
export interface Picture {
  readonly layout: Layout;
  readonly window: Window;
  readonly today: Day;
  readonly x: Scale;
  readonly y: Scale;
  readonly axis: MoneyAxis;
  readonly ticks: Tick[];
  readonly series: Series;
  readonly past: Stretch | null;
  readonly ahead: Stretch | null;
  readonly bands: Band[];
  readonly verticals: Vertical[];
  readonly lanes: LaneBox[];
  readonly words: WordsFit;
  readonly height: number;
}

/** What a picture is made of. */
export interface PictureInput {
  readonly timeline: Timeline;
  readonly window: Window;
  readonly width: number;
  /** Height that is there for the whole picture; it takes more where the lanes need it. */
  readonly height: number;
  readonly unit: number;
  readonly voice: Voice;
  readonly measure: Measure;
}

/** Lays out the whole picture. It reads nothing but its input, so the same input draws the same. */
export function pictureOf(input: PictureInput): Picture {
  const { timeline, window, width, height, unit, voice, measure } = input;
  const series = seriesOf(timeline);
  const today = dayOf(timeline.today);
  const first = layoutFor(width, 0, unit);
  const x = linear(window, { from: first.left, to: first.right });
  const words = wordsFit(x, today, window, unit, width);
  const heights = words === 'two' ? twoLines : oneLine;
  const layout = layoutFor(width, plotHeight(timeline, heights, height, unit), unit);
  const lanes = stackLanes(timeline.lanes, layout.lanes, heights, unit);
  const foot = lanes.reduce((at, l) => Math.max(at, l.top + l.height), layout.foot + 26 * unit);
  const axis = moneyAxis(highest(series), headroom(timeline, series, window, layout));
  const y = linear({ from: 0, to: axis.top }, { from: layout.foot, to: layout.top });
  const draw = (part: Window | null) =>
    part === null ? null : stretch(series, part, x, y, layout.foot);
  return {
    layout,
    window,
    today,
    x,
    y,
    axis,
    ticks: timeTicks(window, x, voice.locale, unit, measure),
    series,
    past: draw(part(window.from, Math.min(today, window.to))),
    ahead: draw(part(Math.max(today, window.from), window.to)),
    bands: bandsOf(timeline, window, x),
    verticals: verticalsOf(input, x, y, series, layout, foot),
    lanes,
    words,
    height: foot,
  };
}

/** Returns the series of a timeline. */
export function seriesOf(timeline: Timeline): Series {
  return {
    proved: provedSteps(timeline.level),
    claimed: claimedSteps(timeline.level),
    felt: feltSteps(timeline.felt),
    halfLife: timeline.half_life_days,
  };
}

function part(from: Day, to: Day): Window | null {
  return to > from ? { from, to } : null;
}

function stretch(series: Series, window: Window, x: Scale, y: Scale, foot: number): Stretch {
  const proved = staircase(series.proved, window, x, y);
  return {
    proved,
    area: areaUnder(proved, foot),
    claimed: claimedAreas(series.proved, series.claimed, window, x, y),
    claimedEdges: claimedEdges(series.proved, series.claimed, window, x, y),
    felt: feltCurve(series.felt, series.halfLife, window, x, y),
  };
}

function wordsFit(x: Scale, today: Day, window: Window, unit: number, width: number): WordsFit {
  if (today < window.from || today >= window.to) return 'none';
  const room = width - x(today) - (wordsGap + 10) * unit;
  if (room >= 310 * unit) return 'one';
  return room >= 120 * unit ? 'two' : 'none';
}

function plotHeight(timeline: Timeline, heights: RowHeights, height: number, unit: number): number {
  const lanes = stackLanes(timeline.lanes, 0, heights, unit);
  const below = lanes.reduce((sum, l) => sum + l.height, 0) + (26 + 46) * unit;
  return Math.min(Math.max(height - below, 200 * unit), 460 * unit);
}

function highest(series: Series): number {
  const felt = series.felt.map((s) => s.value);
  return Math.max(0, ...series.claimed.map((s) => s.value), ...felt);
}

/**
 * Returns how high the axis must reach so that words have room above a level: those of
 * a silence, and today's value where its line runs on level to the right.
 */
function headroom(timeline: Timeline, series: Series, window: Window, layout: Layout): number {
  const over = (level: number, pixels: number) => {
    const share = 1 - (pixels * layout.unit) / (layout.foot - layout.top);
    return share > 0.2 ? level / share : level;
  };
  const today = dayOf(timeline.today);
  const now = levelAt(series.claimed, today);
  const soon = levelAt(series.claimed, today + (window.to - window.from) * 0.05);
  const start = soon >= now * 0.97 ? over(now, 34) : 0;
  return timeline.silences.reduce((top, s) => {
    const from = dayOf(s.from);
    const to = dayOf(s.to);
    if (to <= window.from || from >= window.to) return top;
    return Math.max(top, over(highestBetween(series.claimed, from, to), 46));
  }, start);
}

/** Returns the highest level of a staircase from a day until before another. */
function highestBetween(steps: readonly Step[], from: Day, to: Day): number {
  const inside = steps.filter((s) => s.day > from && s.day < to).map((s) => s.value);
  return Math.max(levelAt(steps, from), ...inside);
}

function bandsOf(timeline: Timeline, window: Window, x: Scale): Band[] {
  return timeline.silences
    .filter((s) => dayOf(s.to) > window.from && dayOf(s.from) < window.to)
    .map((silence) => ({
      silence,
      from: x(Math.max(dayOf(silence.from), window.from)),
      to: x(Math.min(dayOf(silence.to), window.to)),
    }));
}

function verticalsOf(
  { timeline, window, unit, voice, measure }: PictureInput,
  x: Scale,
  y: Scale,
  series: Series,
  layout: Layout,
  foot: number,
): Vertical[] {
  const inside = (iso: string) => dayOf(iso) >= window.from && dayOf(iso) <= window.to;
  const lines = timeline.lines.filter((l) => inside(l.on) && (l.kind !== 'leaves' || l.proved));
  const byKey = new Map(lines.map((l) => [keyOf(l), l]));
  const wanted = wantedWords(timeline, lines, x, voice).filter(
    (w) => w.key !== 'today' || inside(timeline.today),
  );
  return placeWords(wanted, { from: 0, to: layout.right }, unit, measure).map((placed) => {
    const line = byKey.get(placed.key) ?? null;
    return {
      ...placed,
      line,
      top: lineTop(placed, unit),
      foot: lineFoot(line, timeline.today, y, series, layout, foot),
    };
  });
}

/** Past verticals run through the lanes, future ones stop at the axis, a leaving one at its fall. */
function lineFoot(
  line: Line | null,
  today: string,
  y: Scale,
  series: Series,
  layout: Layout,
  foot: number,
): number {
  if (line === null) return foot;
  if (line.kind === 'leaves')
    return y(levelAt(series.proved, dayOf(line.on) - 1)) - 5 * layout.unit;
  return line.kind === 'first_value' || line.on > today ? layout.foot : foot;
}

/** Returns the heights in pixels of the proved and the felt line at an x. */
export function heightsAt(picture: Picture): {
  proved: (x: number) => number;
  felt: (x: number) => number;
} {
  const { x, y, series } = picture;
  return {
    proved: (px) => y(levelAt(series.proved, x.invert(px))),
    felt: (px) => y(feltAt(series.felt, x.invert(px), series.halfLife)),
  };
}
