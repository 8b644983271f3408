import type { ways } from '@/api';
import { numbers, placesBy } from './places';

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

const known = new WeakMap<readonly Parts[], Uint32Array>();

/** Returns the places of accounts, the largest first: the same while sliders move. */
function largestFirst(accounts: readonly Parts[]): Uint32Array {
  let places = known.get(accounts);
  if (places === undefined) {
    const most = accounts.reduce((high, one) => Math.max(high, one.book_arr), 0);
    places = placesBy(numbers(accounts, (one) => most - one.book_arr));
    known.set(accounts, places);
  }
  return places;
}

/** Prices all accounts at an offer's terms; those that leave for the smallest cheque come first. */
export function priceAll<A extends Parts>(
  accounts: readonly A[],
  offer: Omit<Offer, 'cheque'>,
): Priced<A>[] {
  const terms = { ...offer, cheque: 0 };
  const priced = accounts.map((account) => {
    const price = walkAway(account, terms);
    const off = offer.discount * account.arr;
    const low = Math.max(0, (price.low - off) / account.rate);
    const high = Math.max(0, (price.high - off) / account.rate);
    return { account, price, from: { low, high } };
  });
  const from = numbers(priced, (one) => one.from.high);
  const order = placesBy(from, largestFirst(accounts));
  const out: Priced<A>[] = [];
  for (let place = 0; place < order.length; place++) {
    out.push(priced[order[place] ?? 0] as Priced<A>);
  }
  return out;
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
  const lists: Record<ForSale, Priced<A>[]> = { yes: [], maybe: [], no: [] };
  // Sums of each word by themselves: what is stored in an object for each account costs more.
  let yes = 0;
  let maybe = 0;
  let no = 0;
  for (let at = 0; at < priced.length; at++) {
    const one = priced[at] as Priced<A>;
    const { account, price } = one;
    const offered = offer.cheque * account.rate + offer.discount * account.arr;
    if (offered >= price.high) {
      lists.yes.push(one);
      yes += account.book_arr;
    } else if (offered >= price.low) {
      lists.maybe.push(one);
      maybe += account.book_arr;
    } else {
      lists.no.push(one);
      no += account.book_arr;
    }
  }
  const sold = { accounts: lists.yes.length, arr: yes };
  const may = { accounts: sold.accounts + lists.maybe.length, arr: yes + maybe };
  return { ...lists, sold, may, priced: { accounts: priced.length, arr: yes + maybe + no } };
}

/** Returns a part of a whole, or undefined where there is nothing to take it of. */
export function shareOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
