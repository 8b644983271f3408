/** The scale of cheques: logarithmic, with a place for nothing. x = log(1 + K/1000). */
export interface ChequeScale {
  max: number;
  /** 0..1 along the axis. */
  at: (cheque: number) => number;
  chequeAt: (place: number) => number;
  ticks: number[];
}

const thousand = 1000;

/** Makes the scale up to a round cheque above the highest. */
export function chequeScale(highest: number): ChequeScale {
  const max = roundUp(Math.max(highest, 20 * thousand));
  const whole = Math.log1p(max / thousand);
  return {
    max,
    at: (cheque) => Math.min(1, Math.log1p(Math.max(0, cheque) / thousand) / whole),
    chequeAt: (place) => roundCheque(thousand * Math.expm1(place * whole), max),
    ticks: ticksUpTo(max),
  };
}

function roundUp(amount: number): number {
  const power = 10 ** Math.floor(Math.log10(amount));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((one) => one * power >= amount) ?? 10;
  return step * power;
}

/** A slider gives cheques that a person would write: two digits that count. */
function roundCheque(amount: number, max: number): number {
  if (amount >= max * 0.999) return max;
  if (amount < 50) return 0;
  const step = Math.max(100, 10 ** (Math.floor(Math.log10(amount)) - 1));
  return Math.round(amount / step) * step;
}

/** Round cheques that have room on the axis; the ends are among them. */
function ticksUpTo(max: number): number[] {
  const all = [0];
  for (let power = thousand; power < max; power *= 10) {
    for (const step of [1, 2, 5]) all.push(step * power);
  }
  const apart = 0.075;
  const whole = Math.log1p(max / thousand);
  const at = (cheque: number) => Math.log1p(cheque / thousand) / whole;
  const kept: number[] = [];
  for (const one of all) {
    const last = kept.at(-1);
    const free = last === undefined || at(one) - at(last) >= apart;
    if (one < max && free && 1 - at(one) >= apart) kept.push(one);
  }
  return [...kept, max];
}
