import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Forecast, Move } from '@/api/renewals';
import { useFormat } from '@/state';
import classes from './Renewals.module.css';
import { addressOf } from './view';

/** Draws what moved in the forecast since Monday. */
export function Moved({ data }: { data: Forecast }) {
  const { t } = useTranslation('renewals');
  const { dayAndMonth, shortMoney } = useFormat();
  const since = t('moved.since', { day: dayAndMonth(data.since) });
  if (data.too_much || data.moved === 0) {
    return (
      <p className={classes['quiet']}>
        {since}: {t(data.too_much ? 'moved.tooMuch' : 'moved.none')}
      </p>
    );
  }
  const rest = data.moved - data.moves.length;
  return (
    <Fold
      title={`${since}: ${t('moved.some', {
        count: data.moved,
        amount: shortMoney(data.moved_by, data.currency, true),
      })}`}
    >
      <ul>
        {data.moves.map((move) => (
          <li key={move.term}>
            {move.binned ? (
              <b>{move.name}</b>
            ) : (
              <a href={addressOf(move.account, move.term)}>{move.name}</a>
            )}{' '}
            <Words move={move} data={data} />
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{t('moved.more', { count: rest })}</p>}
      <p className={classes['quiet']}>{t('moved.hint')}</p>
    </Fold>
  );
}

/** Says in words how a term moved. */
function Words({ move, data }: { move: Move; data: Forecast }) {
  const { t } = useTranslation('renewals');
  const { date, shortMoney } = useFormat();
  if (move.from_kind === '') return <>{t('moved.new')}</>;
  if (move.binned)
    return <>{t('moved.binned', { amount: shortMoney(move.from, data.currency) })}</>;
  if (move.to_kind === '') return <>{t('moved.gone')}</>;
  const parts: string[] = [];
  if (move.from_kind !== move.to_kind) {
    parts.push(
      t('moved.kind', { from: t(`kind.${move.from_kind}`), to: t(`kind.${move.to_kind}`) }),
    );
  }
  if (move.from_call !== move.to_call) {
    parts.push(
      t('moved.call', { from: t(`call.${move.from_call}`), to: t(`call.${move.to_call}`) }),
    );
  }
  if (move.from !== move.to) {
    parts.push(
      t('moved.amount', {
        from: shortMoney(move.from, data.currency),
        to: shortMoney(move.to, data.currency),
      }),
    );
  }
  if (move.from_end !== move.to_end) {
    parts.push(t('moved.end', { from: date(move.from_end), to: date(move.to_end) }));
  }
  return <>{parts.join('; ')}</>;
}

/** Draws what was decided in the quarter, and which of it has taught nothing yet. */
export function Decided({ data }: { data: Forecast }) {
  const { t } = useTranslation('renewals');
  const { shortMoney } = useFormat();
  if (data.decided.length === 0) return null;
  return (
    <Fold title={t('decided.title', { count: data.decided.length })}>
      <ul>
        {data.decided.map((one) => (
          <li key={one.term}>
            <a href={addressOf(one.account, one.term)}>{one.name}</a> {t(`results.${one.result}`)},{' '}
            {t('decided.change', {
              from: shortMoney(one.arr, data.currency),
              to: shortMoney(one.to, data.currency),
            })}
            {!one.lessons && <span className={classes['quiet']}>: {t('decided.lessons')}</span>}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** Draws how good past calls were, where the workspace wants to know. */
export function Past({ data }: { data: Forecast }) {
  const { t } = useTranslation('renewals');
  if (data.calls === null) return <p className={classes['quiet']}>{t('past.off')}</p>;
  return (
    <Fold title={t('past.title')}>
      {data.calls.length === 0 && <p className={classes['quiet']}>{t('past.none')}</p>}
      <ul>
        {data.calls.map((one) => (
          <li key={`${one.gate}${one.call}`}>
            {t('past.gate', { count: one.gate })}, {t(`call.${one.call}`)}:{' '}
            {t('past.kept', { kept: one.kept, of: one.terms })}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={classes['fold']}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
