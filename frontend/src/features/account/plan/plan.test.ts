import { describe, expect, it } from 'vitest';
import type { Measure, Milestone, PlanPerson } from '@/api/plan';
import { readNumber, restOfUnit, writeAlike, writeValue } from '@/lib/numbers';
import { dayOf } from '../value/days';
import { barOf, sparkPoints } from './bar';
import { layLine } from './line';
import { readQuote, statementOf } from './quote';

const measure = (part: Partial<Measure>): Measure =>
  ({
    direction: 'down',
    baseline: 6.5,
    target: 2,
    now: 2.1,
    progress: 0.978,
    state: 'on track',
    readings: [],
    ...part,
  }) as Measure;

describe('bars', () => {
  it('run from baseline to target, left to right, also when down is good', () => {
    const bar = barOf(measure({}), 108);
    expect(bar.from).toBe(6);
    expect(bar.now).toBeGreaterThan(bar.from);
    expect(bar.now).toBeLessThan(bar.to);
    expect([bar.mark, bar.tone, bar.dotted]).toEqual(['disc', 'good', false]);
  });

  it('let the mark pass the tick when the target is passed, but never the edge', () => {
    const bar = barOf(measure({ progress: 4, state: 'met' }), 108);
    expect(bar.now).toBeGreaterThan(bar.to);
    expect(bar.now).toBeLessThanOrEqual(108 - 6);
    expect(bar.mark).toBe('tick');
  });

  it('stand at the baseline when things got worse', () => {
    const bar = barOf(measure({ progress: -0.4, state: 'off track' }), 108);
    expect([bar.now, bar.mark, bar.tone]).toEqual([6, 'diamond', 'bad']);
  });

  it('are dotted and bear no mark without a baseline', () => {
    const bar = barOf(measure({ baseline: null, progress: null, state: 'no baseline' }), 108);
    expect([bar.now, bar.dotted, bar.mark]).toEqual([null, true, 'none']);
  });

  it('place a measure to hold by how far it is off', () => {
    const held = { direction: 'hold', baseline: 10, target: 10, progress: null } as const;
    expect(barOf(measure({ ...held, now: 10.2, state: 'met' }), 108).mark).toBe('tick');
    const off = barOf(measure({ ...held, now: 15, state: 'off track' }), 108);
    expect(off.now).toBeCloseTo(6 + (off.to - 6) / 2);
  });

  it('draw no line of readings from one reading or one day', () => {
    expect(sparkPoints([{ on: '2026-01-01', value: 1 }], 42, 20)).toEqual([]);
    expect(
      sparkPoints(
        [
          { on: '2026-01-01', value: 1 },
          { on: '2026-01-01', value: 2 },
        ],
        42,
        20,
      ),
    ).toEqual([]);
    const flat = sparkPoints(
      [
        { on: '2026-01-01', value: 1 },
        { on: '2026-01-09', value: 1 },
      ],
      42,
      20,
    );
    expect(flat.map((p) => p.y)).toEqual([10, 10]);
  });
});

describe('numbers', () => {
  it.each([
    ['2.1', 'en-GB', '2.1'],
    ['2,1', 'en-GB', '2.1'],
    ['2,1 h', 'de-DE', '2.1'],
    ['1.234,5', 'de-DE', '1234.5'],
    ['1,234.5', 'en-GB', '1234.5'],
    ['19,500', 'en-GB', '19500'],
    ['19.500', 'de-DE', '19500'],
    ['19,500', 'de-DE', '19.500'],
    ['0,500', 'en-GB', '0.500'],
    ['€19.5', 'en-GB', '19.5'],
    ['71 %', 'de-DE', '71'],
    ['−3', 'en-GB', '-3'],
    ['1.234.567', 'de-DE', '1234567'],
    ['.5', 'en-GB', '0.5'],
    ['', 'en-GB', null],
    ['six', 'en-GB', null],
    ['1,2,3', 'en-GB', null],
    ['12 May', 'en-GB', '12'],
  ])('reads %s in %s as %s', (text, locale, want) => expect(readNumber(text, locale)).toBe(want));

  it('writes values with their units, and as many places under each other', () => {
    expect(writeValue(19.5, '€k a month', 'en-GB')).toBe('€19.5k');
    expect(writeValue(71, '%', 'en-GB')).toBe('71%');
    expect(writeValue(2, 'h', 'de-DE')).toBe('2 h');
    expect(writeAlike([6.5, 2.1, 2], 'h', 'en-GB')).toEqual(['6.5 h', '2.1 h', '2.0 h']);
    expect(writeAlike([null, 96.4, 98], '%', 'en-GB')).toEqual(['', '96.4%', '98.0%']);
    expect(writeAlike([46, 19.5, 18], '€k a month', 'en-GB')).toEqual([
      '€46.0k',
      '€19.5k',
      '€18.0k',
    ]);
    expect([restOfUnit('€k a month'), restOfUnit('per 1,000'), restOfUnit('min')]).toEqual([
      'a month',
      'per 1,000',
      '',
    ]);
  });
});

describe('quotes', () => {
  const people = [
    { id: 'm', name: 'Mette Lindqvist', title: 'Operations', role: '', left: false },
  ] as PlanPerson[];
  const today = '2026-06-09';

  it('are read with who and when from their last line', () => {
    const text = '“We bought the wrong thing.”\n— Mette Lindqvist, Operations, 12 Sep 2024';
    expect(readQuote(text, people, today)).toEqual({
      quote: 'We bought the wrong thing.',
      person: 'm',
      newPerson: '',
      newTitle: '',
      on: '2024-09-12',
    });
  });

  it('bring somebody new, also from a single line', () => {
    const read = readQuote('"Home by five." – Ida Moen, Planner', people, today);
    expect([read.quote, read.newPerson, read.newTitle, read.on]).toEqual([
      'Home by five.',
      'Ida Moen',
      'Planner',
      today,
    ]);
  });

  it('never lie in the future and keep dashes of their own', () => {
    expect(readQuote('a\n- Mette Lindqvist, 2027-01-01', people, today).on).toBe(today);
    expect(readQuote('late – as ever', people, today).quote).toBe('late – as ever');
    expect(readQuote('> it was\n> fine', people, today).quote).toBe('it was\nfine');
  });

  it('suggest their first sentence as the outcome', () => {
    expect(statementOf('Home by five. Every day.')).toBe('Home by five');
    expect(statementOf('word '.repeat(40)).length).toBeLessThanOrEqual(71);
    expect(statementOf('')).toBe('');
  });
});

describe('the line of milestones', () => {
  const one = (
    id: string,
    side: 'client' | 'us',
    due: string,
    part: Partial<Milestone> = {},
  ): Milestone =>
    ({
      id,
      side,
      due,
      done_on: '',
      title: id,
      owner: '',
      late: 0,
      depends_on: [],
      ...part,
    }) as Milestone;
  const lay = (list: Milestone[]) =>
    layLine(
      list,
      dayOf('2026-06-09'),
      { left: 92, right: 1176 },
      (text) => text.length * 7,
      () => '3 Jun, Somebody',
    );

  it('gives words that would touch another row', () => {
    const { marks } = lay([
      one('first step of ours', 'us', '2026-07-01'),
      one('second step of ours', 'us', '2026-07-03'),
    ]);
    expect(marks.map((m) => `${m.row}${m.left}`)).not.toEqual(['0false', '0false']);
    expect(new Set(marks.map((m) => `${m.row}${m.left}`)).size).toBe(2);
  });

  it('keeps words clear of today', () => {
    const { marks } = lay([one('just before today', 'client', '2026-06-03')]);
    expect(marks[0]?.left).toBe(true);
  });

  it('draws an arc for what waits, and leaves out what has no day', () => {
    const line = lay([
      one('a', 'us', '2026-06-01'),
      one('b', 'client', '2026-07-01', { depends_on: ['a', 'gone'] }),
      one('c', 'us', ''),
    ]);
    expect(line.arcs).toHaveLength(1);
    expect(line.rest.map((m) => m.id)).toEqual(['c']);
  });
});
