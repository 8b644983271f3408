import { useTranslation } from 'react-i18next';
import type { Card, Group, RenewalsPage } from '@/api/renewals';
import { useFormat } from '@/state';
import { Button } from '@/ui';
import classes from './Renewals.module.css';
import { addressOf, cardsOf } from './view';
import { CallAndSignal, Readiness, useWhen } from './words';

/** Draws the renewals by the month of their decision. */
export function Calendar({ page, onMore }: { page: RenewalsPage; onMore: () => void }) {
  const { t } = useTranslation('renewals');
  const cards = cardsOf(page);
  const most = Math.max(...page.months.map((month) => month.arr), 1);
  return (
    <section className={classes['months']} aria-label={t('month.calendar')}>
      {page.months.map((month) => (
        <Month
          key={month.key}
          month={month}
          cards={cards}
          currency={page.currency}
          share={month.arr / most}
          onMore={onMore}
        />
      ))}
    </section>
  );
}

function Month(props: {
  month: Group;
  cards: ReadonlyMap<string, Card>;
  currency: string;
  share: number;
  onMore: () => void;
}) {
  const { t } = useTranslation('renewals');
  const { locale, shortMoney } = useFormat();
  const { month } = props;
  const name = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${month.key}-01`));
  const more = month.count - month.terms.length;
  return (
    <section className={classes['month']} aria-label={name}>
      <div className={classes['monthHead']}>
        <h2>{name}</h2>
        <p className={classes['quiet']}>
          {t('column.sum', { count: month.count, amount: shortMoney(month.arr, props.currency) })}
        </p>
        <span className={classes['bar']} aria-hidden="true">
          <span style={{ width: `${100 * props.share}%` }} />
        </span>
      </div>
      <ul>
        {month.terms.map((term) => {
          const card = props.cards.get(term);
          return card === undefined ? null : <Day key={term} card={card} />;
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

function Day({ card }: { card: Card }) {
  const { shortMoney } = useFormat();
  const when = useWhen();
  return (
    <li className={classes['day']}>
      <b className={classes['number']} data-past={card.days < 0} aria-hidden="true">
        {Number(card.decision.slice(8))}
      </b>
      <span>
        <a href={addressOf(card.account, card.term)}>{card.name}</a>
        <span className={card.days < 0 ? classes['warn'] : classes['quiet']}>{when(card)}</span>
      </span>
      <span className={classes['amount']}>
        {card.arr > 0 && shortMoney(card.arr, card.currency)}
      </span>
      <CallAndSignal card={card} />
      <Readiness card={card} />
    </li>
  );
}
