import { describe, expect, it } from 'vitest';
import { differ, labelsOf, stepLine, stepsOf } from './curve';
import { type Priced, priceAll } from './offer';

const account = (name: string, low: number, high: number, book_arr: number) => ({
  id: name,
  name,
  arr: book_arr,
  book_arr,
  rate: 1,
  felt: 1000,
  low,
  high,
  switching: 0,
});

const priced = priceAll(
  [
    account('C', 0.2, 0.9, 50),
    account('A', 0.1, 0.5, 25),
    account('B', 0.1, 0.5, 100),
    account('D', 0, 0.9, 25),
  ],
  { discount: 0, migration: 1, match: 1 },
) as unknown as Priced[];

describe('the curve of what is for sale', () => {
  it('has a step for each cheque, with what is for sale from there on', () => {
    const steps = stepsOf(priced, 'high');
    expect(steps.count).toBe(2);
    expect([...steps.cheque.slice(0, 2)]).toEqual([500, 900]);
    expect([...steps.arr.slice(0, 2)]).toEqual([0.625, 1]);
    expect([...steps.accounts.slice(0, 2)]).toEqual([0.5, 1]);
    // Of one cheque the largest comes first.
    expect([0, 1, 2, 3].map(steps.nameAt)).toEqual(['B', 'A', 'C', 'D']);
  });

  it('puts what may be for sale in an order of its own', () => {
    const steps = stepsOf(priced, 'low');
    const cheques = [...steps.cheque.slice(0, steps.count)];
    expect(cheques.map((cheque) => Math.round(cheque))).toEqual([0, 100, 200]);
    expect([0, 1, 2, 3].map(steps.nameAt)).toEqual(['D', 'B', 'A', 'C']);
    expect(differ(steps, stepsOf(priced, 'high'))).toBe(true);
    expect(differ(steps, stepsOf(priced, 'low'))).toBe(false);
  });

  it('draws steps of one pixel as one, and stops where the axis ends', () => {
    const steps = stepsOf(priced, 'high');
    const y = (share: number) => 100 - 100 * share;
    expect(stepLine(steps, 'arr', (cheque) => cheque / 10, y, 1000)).toBe(
      '0,100 0,100 50,100 50,37.5 90,37.5 90,0 100,0',
    );
    expect(stepLine(steps, 'arr', (cheque) => cheque / 10, y, 600)).toBe(
      '0,100 0,100 50,100 50,37.5 60,37.5',
    );
  });

  it('names the highest steps', () => {
    const labels = labelsOf(
      stepsOf(priced, 'high'),
      (cheque) => cheque,
      (share) => 400 - 400 * share,
      2000,
      (first, rest) => `${first} and ${rest} more`,
    );
    expect(labels.map((label) => label.text)).toEqual(['B, A', 'C, D']);
  });

  it('is empty without accounts', () => {
    expect(stepsOf([], 'high').count).toBe(0);
  });
});
