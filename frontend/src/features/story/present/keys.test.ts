import { expect, test } from 'vitest';
import { begin, follow, lasted, type Place } from './keys';

/** Presses keys one after another in a show of five slides. */
function press(...keys: string[]): Place {
  return keys.reduce<Place>((place, key) => follow(place, key, false, 5) ?? place, begin);
}

test('arrows, space and page keys go on and back, and stop at the ends', () => {
  expect(press('ArrowRight', ' ', 'PageDown').at).toBe(3);
  expect(press('End', 'ArrowDown').at).toBe(4);
  expect(press('ArrowLeft').at).toBe(0);
  expect(press('End', 'PageUp', 'ArrowUp', 'Backspace').at).toBe(1);
  expect(press('End', 'Home').at).toBe(0);
  expect(follow({ ...begin, at: 2 }, ' ', true, 5)?.at).toBe(1);
});

test('a number and Enter go to that slide, as far as there is one', () => {
  expect(press('4')).toMatchObject({ at: 0, typed: '4' });
  expect(press('4', 'Enter')).toMatchObject({ at: 3, typed: '' });
  expect(press('1', '2', 'Enter').at).toBe(4);
  expect(press('0', 'Enter').at).toBe(0);
  expect(press('4', 'ArrowRight', 'Enter').at).toBe(2);
});

test('a black screen comes back before the show goes on', () => {
  expect(press('b')).toMatchObject({ at: 0, black: true });
  expect(press('b', 'ArrowRight')).toMatchObject({ at: 0, black: false });
  expect(press('b', 'ArrowRight', 'ArrowRight').at).toBe(1);
  expect(press('B', '.').black).toBe(false);
});

test('notes come and go, and other keys are nobody’s', () => {
  expect(press('n').notes).toBe(true);
  expect(press('n', 'ArrowRight', 'N')).toMatchObject({ at: 1, notes: false });
  expect(follow(begin, 'c', false, 5)).toBeUndefined();
});

test('a time is written as clocks write it', () => {
  expect([0, 59, 247, 3729].map(lasted)).toEqual(['0:00', '0:59', '4:07', '1:02:09']);
});
