import type { ways } from '@/api';

/** What a rival puts on the table; the cheque is in the workspace's currency, the rest are shares. */
export interface Offer {
  cheque: number;
  /** Off our price. */
  discount: number;
  /** 1 is a magic button, 0 costs all of switching. */
  migration: number;
  /** The part of the technology's value that the rival matches at once. */
  match: number;
}

/** Whether an account is for sale. */
export type ForSale = 'yes' | 'maybe' | 'no';

type Parts = Pick<
  ways.SaleAccount,
  'arr' | 'book_arr' | 'rate' | 'felt' | 'low' | 'high' | 'switching'
>;

/** Both ends of a walk-away price, in the account's currency. */
export interface Price {
  low: number;
  high: number;
}

/**
 * Returns what a rival would have to pay: felt value that he does not match, and the cost of
 * switching that he does not take away. The order of the operations is the program's, so that both
 * say the same to the last bit.
 */
export function walkAway(account: Parts, offer: Offer): Price {
  const price = (bonded: number) =>
    account.felt * (1 - offer.match * (1 - bonded)) + account.switching * (1 - offer.migration);
  return { low: price(account.low), high: price(account.high) };
}

/** Answers whether an account is for sale at a price. */
export function saleAt(account: Parts, price: Price, offer: Offer): ForSale {
  const offered = offer.cheque * account.rate + offer.discount * account.arr;
  if (offered >= price.high) return 'yes';
  return offered >= price.low ? 'maybe' : 'no';
}

/** An account against an offer's terms, whatever the cheque. */
export interface Priced<A extends Parts = ways.SaleAccount> {
  account: A;
  price: Price;
  /** The cheques, in the workspace's currency, from which on it may be, and is, for sale. */
  from: Price;
}

/** Prices all accounts at an offer's terms; those that leave for the smallest cheque come first. */
export function priceAll<A extends Parts>(
  accounts: readonly A[],
  offer: Omit<Offer, 'cheque'>,
): Priced<A>[] {
  const terms = { ...offer, cheque: 0 };
  const priced = accounts.map((account) => {
    const price = walkAway(account, terms);
    const cheque = (amount: number) =>
      Math.max(0, (amount - offer.discount * account.arr) / account.rate);
    return { account, price, from: { low: cheque(price.low), high: cheque(price.high) } };
  });
  return priced.sort(
    (a, b) => a.from.high - b.from.high || b.account.book_arr - a.account.book_arr,
  );
}

/** A part of the portfolio, of the accounts with a price. */
export interface Part {
  accounts: number;
  arr: number;
}

/** What is for sale at an offer; `may` counts those that are and those that may be. */
export interface Answer<A extends Parts = ways.SaleAccount> {
  yes: Priced<A>[];
  maybe: Priced<A>[];
  no: Priced<A>[];
  priced: Part;
  sold: Part;
  may: Part;
}

/** Answers an offer. */
export function answer<A extends Parts>(priced: readonly Priced<A>[], offer: Offer): Answer<A> {
  const found: Answer<A> = {
    yes: [],
    maybe: [],
    no: [],
    priced: { accounts: 0, arr: 0 },
    sold: { accounts: 0, arr: 0 },
    may: { accounts: 0, arr: 0 },
  };
  for (const one of priced) {
    const word = saleAt(one.account, one.price, offer);
    found[word].push(one);
    add(found.priced, one);
    if (word === 'yes') add(found.sold, one);
    if (word !== 'no') add(found.may, one);
  }
  return found;
}

function add(part: Part, one: Priced<Parts>): void {
  part.accounts += 1;
  part.arr += one.account.book_arr;
}

/** Returns a part of a whole, or undefined where there is nothing to take it of. */
export function shareOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
