import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card, Group, RenewalsPage } from '@/api/renewals';
import { useFormat } from '@/state';
import { Button } from '@/ui';
import classes from './Renewals.module.css';
import { addressOf, cardsOf } from './view';
import { CallAndSignal, Readiness, useWhen } from './words';

/** Draws the renewals in columns, one for each gate; the arrow keys go from card to card. */
export function Board({ page, onMore }: { page: RenewalsPage; onMore: () => void }) {
  const { t } = useTranslation('renewals');
  const board = useRef<HTMLDivElement>(null);
  const cards = cardsOf(page);
  // A column in which nothing stands is narrow: it says only that.
  const widths = page.columns.map((one) => (one.count > 0 ? 'minmax(13rem, 1fr)' : '6.25rem'));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section has no keys, and this is not a form's group
    <div
      ref={board}
      role="group"
      aria-label={t('board')}
      className={classes['board']}
      style={{ gridTemplateColumns: widths.join(' ') }}
      onKeyDown={(event) => move(event, board.current)}
    >
      {page.columns.map((column) => (
        <Column
          key={`${column.key}${column.gate}`}
          column={column}
          cards={cards}
          currency={page.currency}
          onMore={onMore}
        />
      ))}
    </div>
  );
}

function Column(props: {
  column: Group;
  cards: ReadonlyMap<string, Card>;
  currency: string;
  onMore: () => void;
}) {
  const { t } = useTranslation('renewals');
  const { shortMoney } = useFormat();
  const { column } = props;
  const title =
    column.key === 'gate'
      ? t('column.gate', { count: column.gate })
      : t(column.key === 'passed' ? 'column.passed' : 'column.ahead');
  const more = column.count - column.terms.length;
  return (
    <section
      className={classes['column']}
      data-column={column.key}
      data-empty={column.count === 0}
      aria-label={title}
    >
      <h2>{title}</h2>
      <p className={classes['quiet']}>
        {column.count === 0
          ? t('column.none')
          : t('column.sum', {
              count: column.count,
              amount: shortMoney(column.arr, props.currency),
            })}
      </p>
      <ul>
        {column.terms.map((term) => {
          const card = props.cards.get(term);
          return card === undefined ? null : <CardRow key={term} card={card} />;
        })}
      </ul>
      {more > 0 && (
        <Button size="small" onClick={props.onMore}>
          {t('column.more', { count: more })}
        </Button>
      )}
    </section>
  );
}

function CardRow({ card }: { card: Card }) {
  const { shortMoney } = useFormat();
  const when = useWhen();
  return (
    <li>
      <a className={classes['card']} href={addressOf(card.account, card.term)} data-card>
        <span className={classes['line']}>
          <b>{card.name}</b>
          <span>{card.arr > 0 && shortMoney(card.arr, card.currency)}</span>
        </span>
        <span className={card.days < 0 ? classes['warn'] : classes['quiet']}>{when(card)}</span>
        <CallAndSignal card={card} />
        <Readiness card={card} />
      </a>
    </li>
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
};

/** Moves the focus by a card, or to the nearest column that has one. */
function move(event: KeyboardEvent, board: HTMLElement | null) {
  const step = steps[event.key];
  if (step === undefined || board === null || event.ctrlKey || event.altKey || event.metaKey)
    return;
  const columns = [...board.querySelectorAll('section')]
    .map((column) => [...column.querySelectorAll<HTMLElement>('[data-card]')])
    .filter((list) => list.length > 0);
  const from = columns.findIndex((list) => list.some((card) => card === document.activeElement));
  const at = columns[from]?.indexOf(document.activeElement as HTMLElement) ?? -1;
  if (at < 0) return;
  event.preventDefault();
  const to = columns[Math.max(0, Math.min(columns.length - 1, from + step[0]))] ?? [];
  to[Math.max(0, Math.min(to.length - 1, at + step[1]))]?.focus();
}
