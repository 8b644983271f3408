import { describe, expect, it } from 'vitest';
import { answer, type Offer, priceAll, saleAt, shareOf, walkAway } from './offer';
import file from './testdata/sale.json';

interface Account {
  id: string;
  arr: number;
  book_arr: number;
  rate: number;
  felt: number;
  low: number;
  high: number;
  switching: number;
}

interface Said extends Offer {
  for_sale: string[];
  prices: { low: number; high: number }[];
  totals: Record<string, number | null>;
}

const cases = file as unknown as { name: string; accounts: Account[]; answers: Said[] }[];

describe('an offer', () => {
  it.each(cases)('is answered as the program answers it: $name', ({ accounts, answers }) => {
    expect(answers.length).toBeGreaterThan(4);
    for (const said of answers) {
      // To the last bit: a cheque that is exactly a price buys, the next number below does not.
      accounts.forEach((account, at) => {
        const price = walkAway(account, said);
        expect(price).toEqual(said.prices[at]);
        expect(saleAt(account, price, said)).toBe(said.for_sale[at]);
      });
      const found = answer(priceAll(accounts, said), said);
      const { totals } = said;
      expect(found.priced.accounts).toBe(totals['priced_accounts']);
      const same = (part: number, whole: number, name: string) => {
        const share = shareOf(part, whole) ?? null;
        if (share === null || totals[name] === null) expect(share).toBe(totals[name]);
        else expect(share).toBeCloseTo(totals[name] as number, 12);
      };
      same(found.sold.accounts, found.priced.accounts, 'for_sale_share_accounts');
      same(found.sold.arr, found.priced.arr, 'for_sale_share_arr');
      same(found.may.accounts, found.priced.accounts, 'maybe_share_accounts');
      same(found.may.arr, found.priced.arr, 'maybe_share_arr');
    }
  });

  it('has accounts that may be for sale, and currencies besides the workspace’s', () => {
    const words = new Set(cases.flatMap((one) => one.answers.flatMap((said) => said.for_sale)));
    expect([...words].sort()).toEqual(['maybe', 'no', 'yes']);
    expect(cases.some((one) => one.accounts.some((account) => account.rate !== 1))).toBe(true);
  });

  it('puts first who leaves for the smallest cheque', () => {
    const at = (id: string, felt: number) => ({
      id,
      arr: 100,
      book_arr: 100,
      rate: 1,
      felt,
      low: 1,
      high: 1,
      switching: 0,
    });
    const priced = priceAll([at('b', 500), at('a', 20)], { discount: 0.5, migration: 1, match: 1 });
    expect(priced.map((one) => one.account.id)).toEqual(['a', 'b']);
    // A discount that is worth more than the price needs no cheque at all.
    expect(priced.map((one) => one.from.high)).toEqual([0, 450]);
  });
});
