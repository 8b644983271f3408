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
import { feltAt, levelAt } from './levels';
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
    const height = (rest === '' ? 16 : 31) * unit;
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
  const values = [
    ...(claimed > 0.5
      ? [
          {
            key: 'claimed',
            y: y(proved + claimed) + 5 * unit,
            text: writeMoney(form, claimed, true),
          },
        ]
      : []),
    { key: 'proved', y: y(proved) + 5 * unit, text: writeMoney(form, proved) },
    ...(felt > 0.5
      ? [{ key: 'felt', y: feltHeight(y(felt), y(proved), unit), text: writeMoney(form, felt) }]
      : []),
  ];
  const boxes: AtHeight[] = values.map((v) => ({ key: v.key, y: v.y, height: 28 * unit }));
  const middle = spread(boxes, layout.top, layout.foot);
  return values.map((v) => {
    const at = middle.get(v.key) ?? v.y;
    const width = Math.max(
      measure(v.text, 12.5 * unit, 650),
      measure(say(`name.${v.key}Today`), 11 * unit, 500),
    );
    taken.push({ x: left - 2, y: at - 14 * unit, width: width + 8, height: 28 * unit });
    return {
      key: v.key,
      x: left,
      y: at - 3 * unit,
      anchor: 'start',
      strong: v.text,
      rest: say(`name.${v.key}Today`),
    };
  });
}

/** Keeps the felt value's words above its falling curve, unless the proved line is close. */
function feltHeight(felt: number, proved: number, unit: number): number {
  return felt - proved < 48 * unit
    ? Math.max(felt + 14 * unit, proved + 33 * unit)
    : felt - 13 * unit;
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
  const { layout, y } = picture;
  const { unit } = layout;
  if (value <= 0.5) return [];
  const amount = writeMoney(form, value);
  const x = layout.right - 10 * unit;
  const at = heightsAt(picture);
  for (const text of [say(`name.${key}`, { amount }), amount]) {
    const width = measure(text, 11 * unit, 500);
    for (const offset of offsets) {
      const base = y(value) + offset * unit;
      const box: Rect = { x: x - width, y: base - 11 * unit, width, height: 14 * unit };
      const inside =
        box.y > layout.top && base < layout.foot - 2 && box.x > picture.x(picture.today) + 8 * unit;
      const crossed = [at.proved, at.felt].some((line) => crosses(line, box));
      if (!inside || crossed || taken.some((t) => overlap(t, box))) continue;
      taken.push(box);
      return [{ key, x, y: base, anchor: 'end', strong: text, rest: '' }];
    }
  }
  return [];
}

function crosses(line: (x: number) => number, box: Rect): boolean {
  for (let i = 0; i <= 8; i += 1) {
    const at = line(box.x + (box.width * i) / 8);
    if (at > box.y - 1 && at < box.y + box.height) return true;
  }
  return false;
}
