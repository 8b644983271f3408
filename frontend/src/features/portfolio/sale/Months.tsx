import { useTranslation } from 'react-i18next';
import type { ways } from '@/api';
import { useFormat } from '@/state';
import classes from './SaleList.module.css';

/** Draws the days to an answer by month, small, with a table behind for who reads by ear. */
export function Months({ months }: { months: readonly ways.ReplyMonth[] }) {
  const { t } = useTranslation('ways');
  const format = useFormat();
  const known = months.flatMap((month) => (month.median === null ? [] : [month.median]));
  if (known.length < 2) return null;
  const most = Math.max(...known, 1);
  const monthName = (day: string) =>
    new Date(`${day}T00:00:00Z`).toLocaleDateString(format.locale, {
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
  const days = (median: number | null) =>
    median === null
      ? t('sale.noneAnswered')
      : t('sale.median', { count: median, formatted: format.number(median, 1) });
  return (
    <div className={classes['months']}>
      <p>{t('sale.trend')}</p>
      <svg width="144" height="30" aria-hidden="true">
        {months.map((month, at) => (
          <rect
            key={month.month}
            x={at * 12 + 1}
            width="9"
            y={29 - (26 * (month.median ?? 0)) / most}
            height={(26 * (month.median ?? 0)) / most + 1}
          />
        ))}
      </svg>
      <table className="visually-hidden">
        <caption>{t('sale.trend')}</caption>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{monthName(month.month)}</th>
              <td>{days(month.median)}</td>
              <td>
                {month.share === null
                  ? ''
                  : t('sale.inTime', { share: format.percent(month.share) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <span aria-hidden="true">{`${monthName(months[0]?.month ?? '')} – ${monthName(months.at(-1)?.month ?? '')}`}</span>
    </div>
  );
}
