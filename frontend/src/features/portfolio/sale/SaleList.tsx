import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ways } from '@/api';
import { useFormat } from '@/state';
import type { Priced } from './offer';
import { ReplyLine } from './ReplyLine';
import classes from './SaleList.module.css';
import { SaleWhy } from './SaleWhy';
import type { OfferState } from './useOffer';
import { priceWords, reasonOf } from './words';

type Item =
  | { kind: 'head'; key: string; text: string; note?: string }
  | { kind: 'priced'; key: string; one: Priced; sold: boolean; may: boolean }
  | { kind: 'unpriced'; key: string; one: ways.Unpriced };

const reasons = ['too new', 'not priced', 'not yet known', 'cancelled'] as const;

/** Draws the accounts that the offer buys, those it may buy, the next ones, and those without a price. */
export const SaleList = memo(function SaleList(props: { sale: ways.Sale; state: OfferState }) {
  const { sale, state } = props;
  const { t } = useTranslation('ways');
  const items = useItems(sale, state);
  const [open, setOpen] = useState<string>();
  const [hand, setHand] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  // The same while the items are: else every row is placed again with each render.
  const keyAt = useCallback((index: number) => items[index]?.key ?? index, [items]);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (items[index]?.kind === 'head' ? 46 : 58),
    getItemKey: keyAt,
    overscan: 6,
    initialRect: { width: 400, height: 700 },
  });
  const places = useMemo(() => {
    const found: number[] = [];
    for (let at = 0; at < items.length; at++) if (items[at]?.kind !== 'head') found.push(at);
    return found;
  }, [items]);
  const first = items[places[0] ?? 0]?.key;
  const inHand = items.some((item) => item.key === hand) ? hand : first;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = places.findIndex((index) => items[index]?.key === inHand);
    const to = target(event.key, at, places.length);
    if (to === undefined) return;
    event.preventDefault();
    const index = places[to];
    const item = index === undefined ? undefined : items[index];
    if (index === undefined || item === undefined) return;
    setHand(item.key);
    rows.scrollToIndex(index, { align: 'auto' });
    // The row may have to be drawn first.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        box.current?.querySelector<HTMLElement>(`[data-key="${item.key}"] a`)?.focus(),
      ),
    );
  };
  return (
    <aside className={classes['side']} aria-label={t('sale.list')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go through the rows inside */}
      <div ref={box} className={classes['scroll']} onKeyDown={onKeyDown}>
        <ul className={classes['list']} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((line) => {
            const item = items[line.index];
            if (item === undefined) return null;
            return (
              <li
                key={line.key}
                ref={rows.measureElement}
                data-index={line.index}
                data-key={item.key}
                aria-setsize={items.length}
                aria-posinset={line.index + 1}
                className={classes['line']}
                style={{ transform: `translateY(${line.start}px)` }}
              >
                <Line
                  item={item}
                  sale={sale}
                  state={state}
                  inHand={item.key === inHand}
                  open={open === item.key}
                  onHand={() => setHand(item.key)}
                  onToggle={() => setOpen(open === item.key ? undefined : item.key)}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </aside>
  );
});

function target(key: string, at: number, count: number): number | undefined {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 10,
    PageUp: at - 10,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}

function useItems(sale: ways.Sale, { found }: OfferState): Item[] {
  const { t } = useTranslation('ways');
  const { number } = useFormat();
  return useMemo(() => {
    const head = (key: string, text: string, note?: string): Item => ({
      kind: 'head',
      key,
      text,
      ...(note !== undefined && { note }),
    });
    const of = (list: readonly Priced[], sold: boolean, may: boolean): Item[] =>
      list.map((one) => ({ kind: 'priced', key: one.account.id, one, sold, may }));
    const items: Item[] = [];
    if (found.priced.accounts > 0) {
      items.push(
        head(
          'yes',
          t('sale.yes', { count: found.yes.length, formatted: number(found.yes.length) }),
          t('sale.price'),
        ),
      );
      items.push(...of(found.yes, true, true));
    }
    if (found.maybe.length > 0) {
      items.push(
        head(
          'maybe',
          t('sale.maybe', { count: found.maybe.length, formatted: number(found.maybe.length) }),
          t('sale.maybeNote'),
        ),
      );
      items.push(...of(found.maybe, false, true));
    }
    if (found.no.length > 0) {
      items.push(
        head('no', t('sale.no', { count: found.no.length, formatted: number(found.no.length) })),
      );
      items.push(...of(found.no, false, false));
    }
    for (const reason of reasons) {
      const without = sale.unpriced.filter((one) => one.reason === reason);
      if (without.length === 0) continue;
      items.push(
        head(
          reason,
          t(`sale.without.${key(reason)}`, {
            count: without.length,
            formatted: number(without.length),
          }),
          t(`sale.withoutWhy.${key(reason)}`),
        ),
        ...without.map((one): Item => ({ kind: 'unpriced', key: one.id, one })),
      );
    }
    return items;
  }, [sale.unpriced, found, t, number]);
}

function key(reason: ways.NoPrice): 'tooNew' | 'notPriced' | 'notYetKnown' | 'cancelled' {
  const keys = {
    'too new': 'tooNew',
    'not priced': 'notPriced',
    'not yet known': 'notYetKnown',
    cancelled: 'cancelled',
  } as const;
  return keys[reason];
}

function Line(props: {
  item: Item;
  sale: ways.Sale;
  state: OfferState;
  inHand: boolean;
  open: boolean;
  onHand: () => void;
  onToggle: () => void;
}) {
  const { item, sale, inHand } = props;
  const { t } = useTranslation(['ways', 'common']);
  const format = useFormat();
  const tab = inHand ? 0 : -1;
  if (item.kind === 'head') {
    return (
      <div className={classes['listHead']}>
        <h3>{item.text}</h3>
        {item.note !== undefined && <span>{item.note}</span>}
      </div>
    );
  }
  if (item.kind === 'unpriced') {
    const { id, name, book_arr } = item.one;
    return (
      <div className={classes['row']}>
        <div className={classes['rowLine']}>
          <a href={`#/accounts/${id}/overview`} tabIndex={tab} onFocus={props.onHand}>
            {name}
          </a>
          {book_arr > 0 && (
            <span className={classes['arrOf']}>
              {t('ways:sale.arrOf', { amount: format.money(Math.round(book_arr), sale.currency) })}
            </span>
          )}
        </div>
      </div>
    );
  }
  const { account, price } = item.one;
  const amount = priceWords(price, account.currency, format);
  return (
    <div className={classes['row']}>
      <div className={classes['rowLine']}>
        <a href={`#/accounts/${account.id}/overview`} tabIndex={tab} onFocus={props.onHand}>
          {account.name}
        </a>
        <button
          type="button"
          className={classes['price']}
          tabIndex={tab}
          aria-expanded={props.open}
          aria-label={t('ways:sale.priceOf', { name: account.name, amount })}
          onFocus={props.onHand}
          onClick={props.onToggle}
        >
          {amount}
        </button>
      </div>
      <div className={classes['rowSub']}>
        <span>{reasonOf(t, format, account)}</span>
        <span className={classes['arrOf']}>
          {t('ways:sale.arrOf', {
            amount: format.money(Math.round(account.arr), account.currency),
          })}
        </span>
      </div>
      {account.replies !== null && <ReplyLine replies={account.replies} />}
      {props.open && <SaleWhy one={item.one} offer={props.state.offer} sale={sale} />}
    </div>
  );
}
