import { describe, expect, it } from 'vitest';
import { readDay } from './day';

const today = '2026-06-09';

describe('readDay', () => {
  it.each([
    ['en-GB', '9 Jun 2026', '2026-06-09'],
    ['en-GB', '9/6/2026', '2026-06-09'],
    ['en-US', '6/9/2026', '2026-06-09'],
    ['en-US', 'Jun 9, 2026', '2026-06-09'],
    ['de-DE', '9.6.2026', '2026-06-09'],
    ['de-DE', '9. Juni 2026', '2026-06-09'],
    ['de-DE', '09.06.26', '2026-06-09'],
    ['de-DE', '31.12.', '2026-12-31'],
    ['de-DE', '3. Mär 2026', '2026-03-03'],
    ['de-DE', '3 March 2026', '2026-03-03'],
    ['en-GB', '2026-06-09', '2026-06-09'],
    ['de-DE', '2024-02-29', '2024-02-29'],
    ['en-GB', 'today', '2026-06-09'],
    ['de-DE', 'Gestern', '2026-06-08'],
    ['en-GB', '-10', '2026-05-30'],
    ['en-GB', '+30', '2026-07-09'],
    ['en-GB', '12 sep', '2026-09-12'],
  ])('reads %s "%s"', (locale, typed, iso) => {
    expect(readDay(typed, locale, today)).toBe(iso);
  });

  it.each(['', 'soon', '31 June 2026', '2026-02-30', '1', '1 2 3 4', 'j 9', '9 Ju 2026'])(
    'answers nothing for "%s"',
    (typed) => {
      expect(readDay(typed, 'en-GB', today)).toBeUndefined();
    },
  );

  it('never invents a day: what it writes reads back the same in every locale', () => {
    for (const locale of ['en-GB', 'en-US', 'de-DE']) {
      const form = new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      });
      for (let i = 0; i < 800; i += 1) {
        const on = new Date(Date.UTC(2023, 11, 20 + i));
        expect(readDay(form.format(on), locale, today)).toBe(on.toISOString().slice(0, 10));
      }
    }
  });
});
