/** Returns a number of each, in a list that is quick to go through. */
export function numbers<T>(list: readonly T[], read: (one: T) => number): Float64Array {
  const out = new Float64Array(list.length);
  for (let at = 0; at < list.length; at++) out[at] = read(list[at] as T);
  return out;
}

/** How many bits are looked at in a round, and how many numbers those can be: 32 is divided by them. */
const bits = 8;
const digits = 1 << bits;

/**
 * Returns the places of numbers that are not below 0, in the order of these; equal ones come as in
 * `start`, which has every place once and is the plain order where it is left out. A slider asks for
 * 10,000 of them within a frame: so they are dealt out by their bits, which stand in the order of
 * the numbers, the lowest first (a radix sort), and nothing is compared.
 */
export function placesBy(list: Float64Array, start?: Uint32Array): Uint32Array {
  const n = list.length;
  // A number is two words, the lower one first on every processor that we run on.
  const words = new Uint32Array(list.buffer, list.byteOffset, 2 * n);
  let now: Uint32Array = start?.slice() ?? new Uint32Array(n).map((_, at) => at);
  const part = new Uint32Array(n);
  for (let bit = 0; bit < 64; bit += bits) {
    takeBits(words, bit, part);
    now = deal(now, part);
  }
  return now;
}

/** Takes some bits of each number. */
function takeBits(words: Uint32Array, bit: number, part: Uint32Array): void {
  const word = bit >> 5;
  const shift = bit & 31;
  for (let at = 0; at < part.length; at++) {
    part[at] = ((words[2 * at + word] ?? 0) >>> shift) & (digits - 1);
  }
}

/** Deals places out by their digits; those of one digit stay in their order. */
function deal(places: Uint32Array, digitOf: Uint32Array): Uint32Array {
  if (!findStarts(digitOf)) return places;
  const out = new Uint32Array(places.length);
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0;
    out[count(digitOf[place] ?? 0)] = place;
  }
  return out;
}

/** How many there are of each digit, then where the next one of it goes. */
const starts = new Uint32Array(digits);

/** Finds where those of each digit begin; false where all have the same and nothing moves. */
function findStarts(digitOf: Uint32Array): boolean {
  starts.fill(0);
  for (let at = 0; at < digitOf.length; at++) count(digitOf[at] ?? 0);
  if (starts[digitOf[0] ?? 0] === digitOf.length) return false;
  let end = 0;
  for (let digit = 0; digit < digits; digit++) {
    const many = starts[digit] ?? 0;
    starts[digit] = end;
    end += many;
  }
  return true;
}

/** Adds one of a digit, and returns what was there before. */
function count(digit: number): number {
  const was = starts[digit] ?? 0;
  starts[digit] = was + 1;
  return was;
}
