import { writeMoney } from './format';
import {
  type AtHeight,
  longestThatFits,
  nameUnder,
  overlap,
  type Rect,
  spread,
  widestGap,
} from './labels';
import { type Measure, wordsGap } from './layout';
import { feltAt, levelAt, type Step } from './levels';
import { type Band, heightsAt, type Picture } from './picture';
import { lossWords, silenceWords, type Voice } from './words';

/** Words on the plot: one strong line and a quieter one under it. */
export interface Name {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly strong: string;
  readonly rest: string;
  /** Whether it needs a halo of the paper, as it stands on a hatch. */
  readonly halo?: boolean;
}

/** All words that stand on the plot itself. */
export interface Names {
  readonly silences: Name[];
  readonly lines: Name[];
  readonly today: Name[];
  readonly ends: Name[];
}

/** Places the words of a picture so that none overlap. */
export function namesOf(picture: Picture, voice: Voice, measure: Measure): Names {
  const taken: Rect[] = [];
  const silences = picture.bands.flatMap((b) => silenceName(b, picture, voice, measure, taken));
  const today = todayNames(picture, voice, taken, measure);
  const lines = [
    ...lineName('proved', picture, voice, measure, taken),
    ...lineName('felt', picture, voice, measure, taken),
  ];
  const ends = endNames(picture, voice, measure, taken);
  return { silences, lines, today, ends };
}

function silenceName(
  band: Band,
  picture: Picture,
  { say }: Voice,
  measure: Measure,
  taken: Rect[],
): Name[] {
  const { unit, top } = picture.layout;
  const gap = widestGap(
    band.from,
    band.to,
    picture.verticals.filter((v) => v.top < top).map((v) => v.x),
  );
  const room = gap.to - gap.from - 14 * unit;
  const strong = longestThatFits(silenceWords(band.silence, say), room, 12 * unit, 640, measure);
  if (strong === '') return [];
  const rest = longestThatFits([lossWords(band.silence, say)], room, 11 * unit, 450, measure);
  const name: Name = {
    key: `silence-${band.silence.from}`,
    x: gap.from + 8 * unit,
    y: top + 18 * unit,
    anchor: 'start',
    strong,
    rest,
  };
  taken.push({ x: name.x, y: top, width: room, height: (rest === '' ? 24 : 40) * unit });
  return [name];
}

function lineName(
  which: 'proved' | 'felt',
  picture: Picture,
  { say }: Voice,
  measure: Measure,
  taken: Rect[],
): Name[] {
  const { past, layout, series } = picture;
  const { unit } = layout;
  if (past === null || series.proved.every((s) => s.value === 0)) return [];
  const at = heightsAt(picture);
  const rests = which === 'proved' ? say('name.provedRest') : fadeWords(series.halfLife, say);
  const strong = say(`name.${which}`);
  for (const rest of [rests, '']) {
    const width = Math.max(measure(strong, 12 * unit, 620), measure(rest, 11 * unit, 450));
    const height = (rest === '' ? 16 : 29) * unit;
    const place = nameUnder(width, height, treadEnds(picture), {
      left: layout.left,
      right: layout.right,
      foot: layout.foot,
      own: at[which],
      other: which === 'proved' ? at.felt : at.proved,
      verticals: picture.verticals.map((v) => v.x),
      taken,
    });
    if (place === null) continue;
    taken.push({ x: place.x - width, y: place.y, width, height });
    return [{ key: which, x: place.x, y: place.y + 12 * unit, anchor: 'end', strong, rest }];
  }
  return [];
}

function fadeWords(halfLife: number, say: Voice['say']): string {
  return halfLife === 365 ? say('name.feltRest') : say('name.feltRestDays', { count: halfLife });
}

/** Returns the right ends of the level stretches of the proved line, the longest first. */
function treadEnds(picture: Picture): number[] {
  const path = picture.past?.proved ?? [];
  const treads: { end: number; width: number }[] = [];
  for (let i = 1; i < path.length; i += 1) {
    const a = path[i - 1];
    const b = path[i];
    if (a === undefined || b === undefined || a[1] !== b[1] || a[1] >= picture.layout.foot)
      continue;
    treads.push({ end: b[0], width: b[0] - a[0] });
  }
  // On a long stretch a name may also stand before a vertical that crosses it.
  return treads
    .sort((a, b) => b.width - a.width)
    .flatMap((t) => [
      t.end,
      ...picture.verticals.map((v) => v.x - 3).filter((v) => v > t.end - t.width && v < t.end),
    ]);
}

/** Room for a value of today with its word under it. */
const todayHeight = 28;

function todayNames(
  picture: Picture,
  { say, form }: Voice,
  taken: Rect[],
  measure: Measure,
): Name[] {
  const { layout, x, y, today, series, ahead } = picture;
  const { unit } = layout;
  const left = x(today) + wordsGap * unit;
  if (ahead === null || today < picture.window.from || layout.right - left < 60 * unit) return [];
  const proved = levelAt(series.proved, today);
  const claimed = levelAt(series.claimed, today) - proved;
  const felt = feltAt(series.felt, today, series.halfLife);
  if (proved + claimed === 0) return [];
  const there = picture.x.invert(left + 30 * unit);
  const line = (steps: readonly Step[]) => y(levelAt(steps, there));
  const values = [
    ...(claimed > 0.5
      ? [
          {
            key: 'claimed',
            y: beside(y(proved + claimed), line(series.claimed), unit),
            value: claimed,
          },
        ]
      : []),
    ...(proved > 0.5
      ? [{ key: 'proved', y: provedHeight(picture, proved, claimed, line, unit), value: proved }]
      : []),
    ...(felt > 0.5 ? [{ key: 'felt', y: feltHeight(y(felt), y(proved), unit), value: felt }] : []),
  ];
  const boxes: AtHeight[] = values.map((v) => ({ key: v.key, y: v.y, height: todayHeight * unit }));
  const middle = spread(boxes, layout.top, layout.foot);
  return values.map((v) => {
    const at = middle.get(v.key) ?? v.y;
    const strong = writeMoney(form, v.value, v.key === 'claimed');
    const rest = say(`name.${v.key}Today`);
    const width = Math.max(measure(strong, 12.5 * unit, 650), measure(rest, 11 * unit, 500));
    taken.push({ x: left - 2, y: at - 14 * unit, width: width + 8, height: todayHeight * unit });
    const above = at < line(series.proved) - 2;
    return {
      key: v.key,
      x: left,
      y: at - 3 * unit,
      anchor: 'start' as const,
      strong,
      rest,
      halo: above,
    };
  });
}

/** Keeps a value's words beside its line, or over it where the line runs on level behind them. */
function beside(now: number, there: number, unit: number): number {
  return there - now < 20 * unit ? now - 17 * unit : now + 5 * unit;
}

/** Keeps the proved value's words under its line where the claims leave no room above it. */
function provedHeight(
  { y, series }: Picture,
  proved: number,
  claimed: number,
  line: (steps: readonly Step[]) => number,
  unit: number,
): number {
  const level = line(series.proved) - y(proved) < 20 * unit;
  const tight = claimed > 0.5 && y(proved) - y(proved + claimed) < 36 * unit;
  return level && tight ? y(proved) + 18 * unit : beside(y(proved), line(series.proved), unit);
}

/** Keeps the felt value's words above its falling curve, unless the proved line is close. */
function feltHeight(felt: number, proved: number, unit: number): number {
  return felt - proved < 36 * unit ? felt + 24 * unit : felt - 14 * unit;
}

function endNames(picture: Picture, voice: Voice, measure: Measure, taken: Rect[]): Name[] {
  const { series, window, today } = picture;
  if (picture.ahead === null || window.to <= today) return [];
  const proved = levelAt(series.proved, window.to);
  const felt = feltAt(series.felt, window.to, series.halfLife);
  return [
    ...endName('provedAhead', proved, [17, -8], picture, voice, measure, taken),
    ...endName('feltAhead', felt, [20, -9], picture, voice, measure, taken),
  ];
}

function endName(
  key: string,
  value: number,
  offsets: readonly number[],
  picture: Picture,
  { say, form }: Voice,
  measure: Measure,
  taken: Rect[],
): Name[] {
  const { layout, today } = picture;
  const { unit } = layout;
  if (value <= 0.5) return [];
  const amount = writeMoney(form, value);
  const at = heightsAt(picture);
  const own = key === 'provedAhead' ? at.proved : at.felt;
  const verticals = picture.verticals.map((v) => v.x).filter((v) => v > picture.x(today));
  const ends = [layout.right - 10 * unit, ...verticals.map((v) => v - 6 * unit).reverse()];
  const places = [say(`name.${key}`, { amount }), amount].flatMap((text) =>
    ends.flatMap((x) => offsets.map((offset) => ({ text, x, offset }))),
  );
  for (const { text, x, offset } of places) {
    const width = measure(text, 11 * unit, 500);
    const base = Math[offset > 0 ? 'max' : 'min'](own(x - width), own(x)) + offset * unit;
    const box: Rect = { x: x - width, y: base - 11 * unit, width, height: 14 * unit };
    if (!isFree(box, picture, verticals, taken)) continue;
    taken.push(box);
    return [{ key, x, y: base, anchor: 'end', strong: text, rest: '' }];
  }
  return [];
}

function isFree(
  box: Rect,
  picture: Picture,
  verticals: readonly number[],
  taken: readonly Rect[],
): boolean {
  const at = heightsAt(picture);
  const right = box.x + box.width + 3;
  return (
    isInside(box, picture) &&
    !verticals.some((v) => v > box.x - 3 && v < right) &&
    ![at.proved, at.felt].some((line) => crosses(line, box)) &&
    !taken.some((t) => overlap(t, box))
  );
}

function isInside(box: Rect, { layout, x, today }: Picture): boolean {
  const above = box.y + box.height < layout.foot;
  return above && box.y > layout.top && box.x > x(today) + 8 * layout.unit;
}

function crosses(line: (x: number) => number, box: Rect): boolean {
  for (let i = 0; i <= 8; i += 1) {
    const at = line(box.x + (box.width * i) / 8);
    if (at > box.y - 1 && at < box.y + box.height) return true;
  }
  return false;
}
