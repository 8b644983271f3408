import { describe, expect, it } from 'vitest';
import type { Check, Principle } from '@/api/overview';
import { i18next } from '@/i18n';
import { fieldName, writeChanged } from '../history/words';
import { standingOf, wordsOf } from './principle';

const say = (group: string) => (key: string, values?: Record<string, string | number>) =>
  String(i18next.t(`${group}:${key}` as never, { ...values, lng: 'en' } as never));

const check = (key: string, part: Partial<Check> = {}): Check => ({
  key,
  holds: false,
  count: 0,
  what: '',
  days: 0,
  kind: '',
  id: '',
  field: '',
  ...part,
});

const principle = (checks: Check[]): Principle => ({
  key: 'success',
  holds: checks.filter((one) => one.holds).length,
  checks,
  facts: { count: 0, of: 0, share: 0, days: null },
});

describe('a principle', () => {
  it('has three states', () => {
    const holds = check('plan_signed', { holds: true });
    expect(standingOf(principle([holds]))).toBe('all');
    expect(standingOf(principle([holds, check('plan_signed')]))).toBe('some');
    expect(standingOf(principle([check('plan_signed')]))).toBe('none');
  });

  it('names what fails, twice at most, and the one next step', () => {
    const words = wordsOf(
      principle([
        check('readings_fresh', { count: 2, what: 'Calls' }),
        check('plan_signed'),
        check('measures_are_theirs', { count: 1, what: 'Logins' }),
      ]),
      say('overview'),
    );
    expect(words.reasons).toEqual([
      '2 readings are stale or missing.',
      'The plan is not agreed as it stands.',
    ]);
    expect(words.more).toBe(1);
    expect(words.next).toBe('Take a reading: Calls');
  });

  it('says once that a whole list lacks', () => {
    const words = wordsOf(
      principle([check('outcomes_quoted'), check('outcomes_validated')]),
      say('overview'),
    );
    expect(words.reasons).toEqual(['No outcome is agreed yet.']);
    expect(words.next).toBe('Ask what success is, and write it down in their words');
  });

  it('does not count levels or days of which there are none', () => {
    const alone = check('three_active_stakeholders');
    const levels = check('two_levels');
    expect(wordsOf(principle([alone, levels]), say('overview')).reasons).toEqual([
      'Nobody at the client is on record.',
    ]);
    const some = check('three_active_stakeholders', { count: 2 });
    expect(wordsOf(principle([some, levels]), say('overview')).reasons[1]).toBe(
      'Nobody’s role in a decision is on record.',
    );
    const one = check('two_levels', { count: 2 });
    expect(wordsOf(principle([one]), say('overview')).reasons).toEqual([
      'We know people on one level only.',
    ]);
    expect(wordsOf(principle([check('not_silent')]), say('overview')).reasons).toEqual([
      'Nothing is proved yet.',
    ]);
  });

  it('does not ask for a first value that has come, only late', () => {
    const late = check('first_value_in_time', { days: 99 });
    const silent = check('not_silent', { days: 200 });
    const both = wordsOf(principle([late, silent]), say('overview'));
    expect(both.reasons[0]).toBe('First value came after 99 days, later than planned.');
    expect(both.next).not.toContain('Find the smallest');
    expect(wordsOf(principle([late]), say('overview')).next).toBe(
      'Note what held it up, for the next client',
    );
    const missing = wordsOf(principle([check('first_value_in_time')]), say('overview'));
    expect(missing.next).toContain('Find the smallest');
  });

  it('has a reason, a label and a next step for every check in both languages', () => {
    for (const lng of ['en', 'de']) {
      const checks = i18next.getResourceBundle(lng, 'overview').check as Record<string, object>;
      expect(Object.keys(checks)).toHaveLength(31);
      for (const texts of Object.values(checks)) {
        expect(Object.keys(texts).sort().join()).toMatch(/^label,next,reason(_one,reason_other)?$/);
      }
    }
  });
});

describe('a change', () => {
  const writing = {
    locale: 'en-GB',
    money: (amount: number, currency: string) => `${currency} ${amount}`,
  };

  it('is written by its type', () => {
    const write = (value: string, type: string) =>
      writeChanged(value, type, writing, say('chronicle'));
    expect(write('', 'text')).toBe('nothing');
    expect(write('2026-06-09', 'date')).toBe('9\u00A0Jun\u00A02026');
    expect(write('true', 'bool')).toBe('yes');
    expect(write('{"amount":"12.50","currency":"EUR"}', 'money')).toBe('EUR 12.5');
    expect(write('12500', 'number')).toBe('12,500');
  });

  it('names its field, and a key of a map by itself', () => {
    expect(fieldName('said_on', say('chronicle'))).toBe('said on');
    expect(fieldName('attributes/Industry', say('chronicle'))).toBe('Industry');
    expect(fieldName('previous_term_id', say('chronicle'))).toBe('previous term');
  });
});
