import type { Priced } from './offer';
import { numbers, placesBy } from './places';

/**
 * The steps of a curve over the cheque, in order. A list for each of their numbers, as a slider asks
 * for 10,000 of them within a frame: step `i` is from `cheque[i]` on, where the accounts from place
 * `first[i]` up to `first[i + 1]` are for sale as well.
 */
export interface Steps {
  count: number;
  cheque: Float64Array;
  /** The share of ARR and of accounts for sale from there on, 0..1. */
  arr: Float64Array;
  accounts: Float64Array;
  first: Int32Array;
  /** The name of the account at a place. */
  nameAt: (place: number) => string;
}

/**
 * Returns the steps of the share that is for sale over the cheque, in order. `end` says which end of
 * a price counts: the upper one makes the curve of yes, the lower one that of maybe.
 */
export function stepsOf(priced: readonly Priced[], end: 'low' | 'high'): Steps {
  const n = priced.length;
  const from = numbers(priced, (one) => one.from[end]);
  const weight = numbers(priced, (one) => one.account.book_arr);
  // By the upper end they come in order.
  const order = end === 'low' ? placesBy(from) : undefined;
  const placeOf = (place: number) => (order === undefined ? place : (order[place] ?? 0));
  let whole = 0;
  for (let at = 0; at < n; at++) whole += weight[at] ?? 0;
  const steps: Steps = {
    count: 0,
    cheque: new Float64Array(n),
    arr: new Float64Array(n),
    accounts: new Float64Array(n),
    first: new Int32Array(n + 1),
    nameAt: (place) => priced[placeOf(place)]?.account.name ?? '',
  };
  let arr = 0;
  let last = -1;
  for (let place = 0; place < n; place++) {
    const at = placeOf(place);
    const cheque = from[at] ?? 0;
    arr += weight[at] ?? 0;
    if (last < 0 || steps.cheque[last] !== cheque) {
      last += 1;
      steps.cheque[last] = cheque;
      steps.first[last] = place;
    }
    steps.arr[last] = whole === 0 ? 0 : arr / whole;
    steps.accounts[last] = (place + 1) / n;
  }
  steps.count = last + 1;
  steps.first[steps.count] = n;
  return steps;
}

/** Says whether two curves go apart anywhere. */
export function differ(a: Steps, b: Steps): boolean {
  if (a.count !== b.count) return true;
  for (let at = 0; at < a.count; at++) if (a.cheque[at] !== b.cheque[at]) return true;
  return false;
}

/** The points of a step line in a plot; steps that fall on one pixel become one. */
export function stepLine(
  steps: Steps,
  share: 'arr' | 'accounts',
  x: (cheque: number) => number,
  y: (share: number) => number,
  upTo = Number.POSITIVE_INFINITY,
): string {
  const out: string[] = [`${x(0)},${y(0)}`];
  let level = 0;
  let column = Math.round(x(0));
  for (let step = 0; step < steps.count; step++) {
    const cheque = steps.cheque[step] ?? 0;
    if (cheque > upTo) break;
    const at = Math.round(x(cheque));
    if (at !== column) {
      out.push(`${column},${y(level)}`, `${at},${y(level)}`);
      column = at;
    }
    level = steps[share][step] ?? 0;
  }
  out.push(`${column},${y(level)}`, `${Math.round(x(upTo))},${y(level)}`);
  return out.join(' ');
}

/** A name beside its step. */
export interface StepLabel {
  text: string;
  x: number;
  y: number;
  end: boolean;
  cheque: number;
}

/** Names a step: by its account, by two, or by the first and how many more. */
function nameOf(steps: Steps, step: number, more: (first: string, rest: number) => string): string {
  const place = steps.first[step] ?? 0;
  const count = (steps.first[step + 1] ?? place) - place;
  const first = steps.nameAt(place);
  if (count === 1) return first;
  return count === 2 ? `${first}, ${steps.nameAt(place + 1)}` : more(first, count - 1);
}

/** How many steps are looked at for a name. */
const mostNamed = 40;

/** Returns the steps that rise most, the highest first, with how much they rise. */
function highest(steps: Steps): { step: number; rise: number }[] {
  const found: { step: number; rise: number }[] = [];
  let least = 0;
  for (let step = 0; step < steps.count; step++) {
    const rise = (steps.arr[step] ?? 0) - (step === 0 ? 0 : (steps.arr[step - 1] ?? 0));
    if (found.length >= mostNamed && rise <= least) continue;
    found.push({ step, rise });
    if (found.length < 2 * mostNamed) continue;
    found.sort((a, b) => b.rise - a.rise);
    found.length = mostNamed;
    least = found.at(-1)?.rise ?? 0;
  }
  return found.sort((a, b) => b.rise - a.rise).slice(0, mostNamed);
}

/** Places names where they have room: beside their step, below its level. */
export function labelsOf(
  steps: Steps,
  x: (cheque: number) => number,
  y: (share: number) => number,
  right: number,
  more: (first: string, rest: number) => string,
): StepLabel[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  const out: StepLabel[] = [];
  for (const { step, rise } of highest(steps)) {
    const cheque = steps.cheque[step] ?? 0;
    const level = steps.arr[step] ?? 0;
    const text = nameOf(steps, step, more);
    const width = text.length * 6.4;
    const px = x(cheque);
    const end = px + 8 + width > right;
    const left = end ? px - 8 - width : px + 8;
    const py = Math.min(y(level) + 15, y(level - rise) - 2);
    const box = { left, right: left + width, top: py - 11, bottom: py + 3 };
    const free = taken.every(
      (one) =>
        box.right < one.left ||
        box.left > one.right ||
        box.bottom < one.top ||
        box.top > one.bottom,
    );
    if (!free || left < 46) continue;
    taken.push(box);
    out.push({ text, x: end ? px - 8 : px + 8, y: py, end, cheque });
  }
  return out;
}
