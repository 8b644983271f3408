import { describe, expect, it } from 'vitest';
import { placesBy } from './places';

/** Numbers that look random and are the same each time. */
function drawn(count: number, most: number): Float64Array {
  let seed = 7;
  return Float64Array.from({ length: count }, () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return (seed / 2147483648) * most;
  });
}

describe('places', () => {
  it.each([
    ['none', Float64Array.of()],
    ['one', Float64Array.of(3)],
    ['all alike', Float64Array.of(2, 2, 2)],
    [
      'fractions, wholes, the largest there is and no end',
      Float64Array.of(
        1e300,
        0.1,
        0,
        5e-324,
        0.1,
        Number.POSITIVE_INFINITY,
        3,
        2.5,
        Number.MAX_VALUE,
      ),
    ],
    ['thousands', drawn(3000, 1e6)],
    ['thousands of few values', drawn(3000, 20).map(Math.floor)],
  ])('are those of a sort that compares: %s', (_, list) => {
    const expected = [...list.keys()].sort(
      (a, b) => (list[a] as number) - (list[b] as number) || a - b,
    );
    expect([...placesBy(list)]).toEqual(expected);
  });

  it('keep the order they came in where numbers are equal', () => {
    const list = Float64Array.of(5, 1, 5, 1);
    expect([...placesBy(list, Uint32Array.of(3, 2, 1, 0))]).toEqual([3, 1, 2, 0]);
  });

  it('are of a part of a longer list too', () => {
    expect([...placesBy(Float64Array.of(9, 8, 7, 6).subarray(1, 3))]).toEqual([1, 0]);
  });
});
