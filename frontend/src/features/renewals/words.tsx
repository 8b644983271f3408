import { IconArrowsDiff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Card } from '@/api/renewals';
import { useFormat } from '@/state';
import { Chip } from '@/ui';
import classes from './Renewals.module.css';

/** How many missing lines a card names. */
const mostMissing = 2;

/** Says when a renewal is decided. */
export function useWhen(): (card: Card) => string {
  const { t } = useTranslation('renewals');
  const { dayAndMonth } = useFormat();
  return (card) => {
    const day = dayAndMonth(card.decision);
    if (card.days === 0) return t('card.today');
    return t(card.days > 0 ? 'card.in' : 'card.past', { day, count: Math.abs(card.days) });
  };
}

/** Draws what is called, and what the records say beside it. */
export function CallAndSignal({ card }: { card: Card }) {
  const { t } = useTranslation('renewals');
  const tone = card.call === 'at risk' ? 'bad' : card.call === 'on track' ? 'good' : 'plain';
  return (
    <span className={classes['calls']}>
      <Chip tone={card.due ? 'warn' : tone}>
        {t(called(card), { call: t(`call.${card.call}`) })}
      </Chip>
      {card.due && card.call !== '' && (
        <span className={classes['signal']} data-signal={card.call}>
          {t('card.last', { call: t(`call.${card.call}`) })}
        </span>
      )}
      <span className={classes['signal']} data-signal={card.signal}>
        {t('card.signal', { signal: t(`signal.${card.signal}`) })}
      </span>
      {card.disagrees !== '' && (
        <span className={classes['differ']} title={t(`disagrees.${card.disagrees}`)}>
          <IconArrowsDiff size={13} stroke={1.8} aria-hidden />
          <span className="visually-hidden">{t('differ')}</span>
        </span>
      )}
    </span>
  );
}

/** Says whether the call of the gate that stands is made. */
function called(card: Card) {
  if (card.due) return 'card.due';
  return card.call === '' ? 'card.noCall' : 'card.called';
}

/** Draws how much of what is due is ready, and what is missing. */
export function Readiness({ card }: { card: Card }) {
  const { t } = useTranslation('renewals');
  if (card.ended) return <p className={classes['warn']}>{t('card.ended')}</p>;
  if (card.of === 0) return <p className={classes['quiet']}>{t('card.early')}</p>;
  const rest = card.open.length - mostMissing;
  return (
    <div className={classes['ready']}>
      <span className={classes['bar']} aria-hidden="true">
        <span style={{ width: `${(100 * card.holds) / card.of}%` }} />
      </span>
      <span>{t('card.ready', { holds: card.holds, of: card.of })}</span>
      {card.open.length > 0 && (
        <ul>
          {card.open.slice(0, mostMissing).map((key) => (
            <li key={key}>{t(`ready.${key}.next`)}</li>
          ))}
          {rest > 0 && <li>{t('card.andMore', { count: rest })}</li>}
        </ul>
      )}
    </div>
  );
}
