import { describe, expect, it } from 'vitest';
import { isColumns, readColumns } from './paste';
import {
  answered,
  answerOf,
  checkRound,
  type Round,
  usable,
  withAnswer,
  withPasted,
} from './round';

const measures = [
  { id: 'dock', name: 'Daily dock plan' },
  { id: 'calls', name: '“Where is it?” calls' },
  { id: 'over', name: 'Planner overtime a month' },
];
const ids = measures.map((one) => one.id);
const empty: Round = { on: '2026-06-09', by: '', source: '', answers: {} };

describe('pasted columns', () => {
  it('are matched by name, with decimal commas and without the heading', () => {
    const lines = readColumns(
      'Measure\tValue\nDaily dock plan\t1,9\nwhere is it? CALLS\t48\n',
      measures,
      'de-DE',
    );
    expect(lines.map((l) => [l.measure, l.value])).toEqual([
      ['dock', '1.9'],
      ['calls', '48'],
    ]);
  });

  it('may be parted by semicolons, quoted, and say that nothing was measured', () => {
    const lines = readColumns(
      '"Daily dock plan";"2,0 h"\nPlanner overtime;n/a\nUnknown;3\nDaily dock plan;7',
      measures,
      'de-DE',
    );
    expect(lines.map((l) => [l.measure, l.value, l.notMeasured])).toEqual([
      ['dock', '2.0', false],
      ['over', '', true],
      ['', '3', false],
      ['', '7', false],
    ]);
    expect(usable(lines).map((l) => l.measure)).toEqual(['dock', 'over']);
  });

  it('are told from a single value', () => {
    expect(isColumns('2,1')).toBe(false);
    expect(isColumns('2;1')).toBe(true);
    expect(isColumns('a\t1')).toBe(true);
  });
});

describe('a round', () => {
  it('takes a dash for not measured, and a value takes it back', () => {
    const skipped = withAnswer(empty, 'dock', { text: ' - ' });
    expect(answerOf(skipped, 'dock')).toEqual({ text: '', notMeasured: true, by: '' });
    expect(answered(skipped, ids)).toBe(1);
    expect(answerOf(withAnswer(skipped, 'dock', { text: '2' }), 'dock').notMeasured).toBe(false);
  });

  it('writes only what was answered, as plain decimals', () => {
    const lines = readColumns('Daily dock plan;1,9\nPlanner overtime a month;-', measures, 'de-DE');
    const checked = checkRound(
      'a',
      withPasted({ ...empty, by: 'Mette' }, lines),
      ids,
      '2026-06-09',
      'de-DE',
    );
    expect(checked).toEqual({
      ok: true,
      input: {
        account: 'a',
        on: '2026-06-09',
        confirmed_by: 'Mette',
        source: '',
        rows: [
          {
            measure: 'dock',
            value: '1.9',
            not_measured: false,
            on: '',
            confirmed_by: '',
            source: '',
          },
          { measure: 'over', value: '', not_measured: true, on: '', confirmed_by: '', source: '' },
        ],
      },
    });
  });

  it('says at which field it is wrong', () => {
    const wrong = (round: Round) => {
      const checked = checkRound('a', round, ids, '2026-06-09', 'en-GB');
      return checked.ok ? {} : checked.errors;
    };
    expect(wrong(empty)).toEqual({ rows: 'nothing' });
    expect(wrong(withAnswer({ ...empty, on: '2026-06-10' }, 'dock', { text: '2' }))).toEqual({
      on: 'future',
    });
    expect(wrong(withAnswer({ ...empty, on: '' }, 'dock', { text: 'x' }))).toEqual({
      on: 'badDay',
      'value.dock': 'badNumber',
    });
  });
});
