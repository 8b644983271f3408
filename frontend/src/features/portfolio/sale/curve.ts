import type { Priced } from './offer';

/** A step of the curve: from this cheque on these accounts are for sale as well. */
export interface Step {
  cheque: number;
  /** The share of ARR and of accounts for sale from here on, 0..1. */
  arr: number;
  accounts: number;
  names: string[];
}

/**
 * Returns the steps of the share that is for sale over the cheque, in order. `end` says which end of
 * a price counts: the upper one makes the curve of yes, the lower one that of maybe.
 */
export function stepsOf(priced: readonly Priced[], end: 'low' | 'high'): Step[] {
  const whole = priced.reduce((sum, one) => sum + one.account.book_arr, 0);
  const order = end === 'high' ? priced : [...priced].sort((a, b) => a.from.low - b.from.low);
  const steps: Step[] = [];
  let arr = 0;
  let accounts = 0;
  for (const one of order) {
    arr += one.account.book_arr;
    accounts += 1;
    const here = {
      cheque: one.from[end],
      arr: whole === 0 ? 0 : arr / whole,
      accounts: accounts / order.length,
    };
    const last = steps.at(-1);
    if (last !== undefined && last.cheque === here.cheque) {
      Object.assign(last, here);
      last.names.push(one.account.name);
    } else {
      steps.push({ ...here, names: [one.account.name] });
    }
  }
  return steps;
}

/** The points of a step line in a plot; steps that fall on one pixel become one. */
export function stepLine(
  steps: readonly Step[],
  share: 'arr' | 'accounts',
  x: (cheque: number) => number,
  y: (share: number) => number,
  upTo = Number.POSITIVE_INFINITY,
): string {
  const out: string[] = [`${x(0)},${y(0)}`];
  let level = 0;
  let column = Math.round(x(0));
  for (const step of steps) {
    if (step.cheque > upTo) break;
    const at = Math.round(x(step.cheque));
    if (at !== column) {
      out.push(`${column},${y(level)}`, `${at},${y(level)}`);
      column = at;
    }
    level = step[share];
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
function nameOf(names: readonly string[], more: (first: string, rest: number) => string): string {
  const [first = '', second = ''] = names;
  if (names.length === 1) return first;
  return names.length === 2 ? `${first}, ${second}` : more(first, names.length - 1);
}

/** Places names where they have room: beside their step, below its level. */
export function labelsOf(
  steps: readonly Step[],
  x: (cheque: number) => number,
  y: (share: number) => number,
  right: number,
  more: (first: string, rest: number) => string,
): StepLabel[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  const out: StepLabel[] = [];
  let before = 0;
  const byWeight = steps.map((step) => {
    const rise = step.arr - before;
    before = step.arr;
    return { step, rise };
  });
  byWeight.sort((a, b) => b.rise - a.rise);
  for (const { step, rise } of byWeight.slice(0, 40)) {
    const text = nameOf(step.names, more);
    const width = text.length * 6.4;
    const px = x(step.cheque);
    const end = px + 8 + width > right;
    const left = end ? px - 8 - width : px + 8;
    const py = Math.min(y(step.arr) + 15, y(step.arr - rise) - 2);
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
    out.push({ text, x: end ? px - 8 : px + 8, y: py, end, cheque: step.cheque });
  }
  return out;
}
