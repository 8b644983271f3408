import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { renewals as api } from '@/api';
import type { Amount, Forecast as Data, Quarter } from '@/api/renewals';
import { useFormat } from '@/state';
import { Why } from '@/ui';
import { Decided, Moved, Past } from './Moved';
import classes from './Renewals.module.css';

const sums = ['decided', 'lost', 'committed', 'likely', 'at_risk', 'disputed'] as const;

/** Draws what the renewals bring by quarter, and what moved in it since Monday. */
export function Forecast({ who }: { who: readonly string[] }) {
  const { t } = useTranslation('renewals');
  const { data, error } = useQuery({
    queryKey: ['renewals', 'forecast', who],
    queryFn: () => api.forecast(who),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <p role="alert">{error.message}</p>;
  if (data === undefined) return null;
  if (data.quarters.every((quarter) => quarter.terms === 0)) return null;
  return (
    <section className={classes['forecast']} aria-labelledby="forecast">
      <h2 id="forecast" className="visually-hidden">
        {t('forecast.title')}
      </h2>
      <div className={classes['tableBox']}>
        <Table data={data} />
      </div>
      <Unpriced data={data} />
      <div className={classes['since']}>
        <Moved data={data} />
        <Decided data={data} />
        <Past data={data} />
      </div>
    </section>
  );
}

function Table({ data }: { data: Data }) {
  const { t } = useTranslation('renewals');
  // A column in which no quarter has anything says nothing.
  const shown = sums.filter((key) => data.quarters.some((quarter) => quarter[key].terms > 0));
  const head = (key: 'ends' | 'gross' | 'net' | (typeof sums)[number]) => (
    <th key={key} scope="col">
      <Why title={t(`forecast.${key}`)} panel={() => <p>{t(`forecast.why.${key}`)}</p>}>
        {t(`forecast.${key}`)}
      </Why>
    </th>
  );
  return (
    <table className={classes['quarters']}>
      <caption className="visually-hidden">{t('forecast.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('forecast.quarter')}</th>
          {head('ends')}
          {shown.map(head)}
          {head('gross')}
          {head('net')}
        </tr>
      </thead>
      <tbody>
        {data.quarters.map((quarter) => (
          <Row key={quarter.quarter} quarter={quarter} shown={shown} currency={data.currency} />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: {
  quarter: Quarter;
  shown: readonly (typeof sums)[number][];
  currency: string;
}) {
  const { t } = useTranslation('renewals');
  const { shortMoney, number } = useFormat();
  const { quarter } = props;
  const amount = (one: Amount) =>
    one.terms === 0 ? (
      <span className={classes['quiet']}>–</span>
    ) : (
      <>
        {shortMoney(one.amount, props.currency)} <small>{number(one.terms)}</small>
      </>
    );
  return (
    <tr>
      <th scope="row">
        {t('forecast.name', {
          n: Math.ceil(Number(quarter.quarter.slice(5, 7)) / 3),
          year: quarter.quarter.slice(0, 4),
        })}
      </th>
      <td>{amount({ terms: quarter.terms, amount: quarter.arr })}</td>
      {props.shown.map((key) => (
        <td key={key} data-sum={key}>
          {amount(quarter[key])}
        </td>
      ))}
      <td>
        <Range low={quarter.gross_low} high={quarter.gross_high} />
      </td>
      <td>
        <Range low={quarter.net_low} high={quarter.net_high} />
      </td>
    </tr>
  );
}

/** Draws a share that lies between two. */
function Range({ low, high }: { low: number | null; high: number | null }) {
  const { t } = useTranslation('renewals');
  const { percent } = useFormat();
  // What the program leaves out comes as undefined.
  if (typeof low !== 'number' || typeof high !== 'number') {
    return <span className={classes['quiet']}>–</span>;
  }
  const [from, to] = [percent(low), percent(high)];
  return <>{from === to ? to : t('forecast.range', { low: from, high: to })}</>;
}

function Unpriced({ data }: { data: Data }) {
  const { t } = useTranslation('renewals');
  const count = data.quarters.reduce((sum, quarter) => sum + quarter.unpriced, 0);
  if (count === 0) return null;
  return (
    <p className={classes['warn']}>{t('forecast.unpriced', { count, currency: data.currency })}</p>
  );
}
