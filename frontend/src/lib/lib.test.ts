import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, shortDate } from './dates';
import { money, percent, shortMoney } from './money';
import { fileName, initials } from './names';
import { renewalState } from './renewal';
import { spark } from './spark';
import { verdictLook } from './verdict';

const narrow = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  it('writes prices in full and leaves cents out of round and large amounts', () => {
    expect(money(126000, 'EUR', 'en-GB')).toBe('€126,000');
    expect(money(1234.56, 'EUR', 'en-GB')).toBe('€1,235');
    expect(money(12.5, 'EUR', 'en-GB')).toBe('€12.50');
    expect(narrow(money(126000, 'EUR', 'de-DE'))).toBe('126.000 €');
  });

  it('writes yen without cents and survives a code that is none', () => {
    expect(money(12.4, 'JPY', 'en-GB')).toBe('¥12');
    expect(money(5, 'euro', 'en-GB')).toContain('5');
  });

  it('shortens with k and M, before a currency that follows the number', () => {
    expect(shortMoney(909000, 'EUR', 'en-GB')).toBe('€909k');
    expect(shortMoney(1_084_000, 'EUR', 'en-GB')).toBe('€1.08M');
    expect(shortMoney(999_600, 'EUR', 'en-GB')).toBe('€1M');
    expect(narrow(shortMoney(909000, 'EUR', 'de-DE'))).toBe('909 T€');
    expect(narrow(shortMoney(2_780_000, 'EUR', 'de-DE', true))).toBe('+2,78 Mio. €');
    expect(narrow(shortMoney(-950, 'EUR', 'de-DE'))).toBe('−950 €');
  });

  it('signs a change and uses a true minus', () => {
    expect(shortMoney(525000, 'EUR', 'en-GB', true)).toBe('+€525k');
    expect(shortMoney(-130000, 'EUR', 'en-GB', true)).toBe('−€130k');
    expect(shortMoney(-0, 'EUR', 'en-GB', true)).toBe('€0');
  });

  it('writes shares as percentages', () => {
    expect(percent(0.949, 'en-GB', 1)).toBe('94.9%');
  });
});

describe('dates', () => {
  it('counts days over the change of clocks and over leap days', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('writes days in the words of the locale', () => {
    expect(shortDate('2026-06-09', 'en-GB')).toBe('9 Jun 2026');
    expect(shortDate('2026-06-09', 'de-DE')).toBe('9. Juni 2026');
  });
});

describe('names', () => {
  it('takes initials of names, logins and addresses', () => {
    expect(initials('Ines Moreau')).toBe('IM');
    expect(initials('t.adeyemi@example.com')).toBe('TA');
    expect(initials('Cher')).toBe('CH');
    expect(initials(' ')).toBe('');
  });

  it('takes the file of a path of any system', () => {
    expect(fileName('/home/i/accounts.csv')).toBe('accounts.csv');
    expect(fileName('C:\\data\\accounts.csv')).toBe('accounts.csv');
  });
});

describe('renewal state', () => {
  it('is soon within 90 days, over after the day, and none without a date', () => {
    expect(renewalState('2026-08-31', '2026-06-09')).toEqual({
      kind: 'upcoming',
      days: 83,
      soon: true,
    });
    expect(renewalState('2026-09-08', '2026-06-09')).toMatchObject({ days: 91, soon: false });
    expect(renewalState('2026-06-01', '2026-06-09')).toEqual({ kind: 'over', days: 8 });
    expect(renewalState('', '2026-06-09')).toEqual({ kind: 'none' });
  });
});

describe('spark', () => {
  it('draws upright risers and level treads, never slopes', () => {
    const picture = spark([0, 10, 10, 20], [], 90, 28);
    expect(picture?.line).toBe('M0 27L30 27L30 15.5L90 15.5L90 4L90 4');
    expect(picture?.claimed).toBe('');
  });

  it('hatches only where more is claimed than proved', () => {
    expect(spark([0, 10], [0, 20], 90, 28)?.claimed).not.toBe('');
    expect(spark([0, 10], [0, 10], 90, 28)?.claimed).toBe('');
  });

  it('lies on the ground where there is nothing, and needs two points', () => {
    expect(spark([0, 0], [], 90, 28)?.end).toEqual({ x: 90, y: 27 });
    expect(spark([1], [], 90, 28)).toBeNull();
  });
});

describe('verdict', () => {
  it('reads a word of a newer version as not yet known', () => {
    expect(verdictLook('expanding').shape).toBe('up-right');
    expect(verdictLook('splendid').key).toBe('notYetKnown');
  });
});
