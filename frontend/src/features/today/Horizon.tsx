import { useTranslation } from 'react-i18next';
import type { TodayPage, TodayRenewal } from '@/api/today';
import { addDays, daysBetween } from '@/lib/dates';
import { useFormat } from '@/state';
import classes from './Week.module.css';

const width = 404;
const line = 46;
const weeks = 12;
const days = weeks * 7;
/** A name with its amount wants so much room. */
const room = 62;

const xOf = (today: string, on: string) => 6 + (daysBetween(today, on) / days) * (width - 30);

/** Draws the renewals that are decided within twelve weeks on one line; a table stands behind it. */
export function Horizon({ page }: { page: TodayPage }) {
  const { t } = useTranslation('today');
  const { locale, shortMoney, money, date } = useFormat();
  const { today, horizon } = page;
  if (horizon.length === 0) {
    return <p className={classes['noRenewals']}>{t('strip.noRenewals')}</p>;
  }
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const named = labelled(horizon, today);
  return (
    <figure className={classes['horizon']}>
      <svg viewBox={`0 0 ${width} 70`} role="img" aria-label={t('strip.horizon')}>
        <line x1="0" x2={width} y1={line} y2={line} stroke="var(--line-2)" strokeWidth="1.5" />
        <rect x="0" y={line - 2} width={xOf(today, addDays(today, 7))} height="4" rx="1" />
        {monthsOf(today).map((on) => (
          <g key={on}>
            <line
              x1={xOf(today, on)}
              x2={xOf(today, on)}
              y1={line}
              y2={line + 4}
              stroke="var(--line-ctl)"
            />
            <text x={xOf(today, on)} y="63" textAnchor="middle" className={classes['axis']}>
              {month.format(Date.parse(on))}
            </text>
          </g>
        ))}
        {horizon.map((one) => (
          <Mark key={one.account} risk={one.risk} x={xOf(today, one.on)} />
        ))}
        {named.map(({ one, x, anchor }) => (
          <g key={one.account} textAnchor={anchor}>
            <text x={x} y="15" className={classes['markName']}>
              {short(one.name)}
            </text>
            <text x={x} y="30" className={classes['axis']}>
              {shortMoney(one.arr, one.currency)}
            </text>
          </g>
        ))}
      </svg>
      <table className="visually-hidden">
        <caption>{t('strip.horizon')}</caption>
        <thead>
          <tr>
            <th>{t('strip.table.account')}</th>
            <th>{t('strip.table.day')}</th>
            <th>{t('strip.table.arr')}</th>
            <th>{t('strip.table.risk')}</th>
          </tr>
        </thead>
        <tbody>
          {horizon.map((one) => (
            <tr key={one.account}>
              <td>{one.name}</td>
              <td>{date(one.on)}</td>
              <td>{money(one.arr, one.currency)}</td>
              <td>{one.risk === '' ? '' : t(`risk.${one.risk as 'watch'}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** The first days of the months ahead. */
function monthsOf(today: string): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return [0, 1, 2]
    .map((n) => new Date(Date.UTC(year, month + n, 1)).toISOString().slice(0, 10))
    .filter((on) => daysBetween(today, on) <= days);
}

/** A name with its amount: where it is written, and the middle of what it covers. */
interface Label {
  one: TodayRenewal;
  x: number;
  anchor: 'start' | 'middle' | 'end';
  middle: number;
}

/** Those whose names find room beside each other, the largest first. */
function labelled(horizon: readonly TodayRenewal[], today: string): Label[] {
  const taken: Label[] = [];
  for (const one of [...horizon].sort((a, b) => b.arr - a.arr)) {
    const label = labelOf(one, xOf(today, one.on));
    if (taken.every((other) => Math.abs(other.middle - label.middle) >= room)) taken.push(label);
  }
  return taken;
}

function labelOf(one: TodayRenewal, x: number): Label {
  if (x < room / 2) return { one, x, anchor: 'start', middle: x + room / 2 };
  if (x > width - room / 2) return { one, x, anchor: 'end', middle: x - room / 2 };
  return { one, x, anchor: 'middle', middle: x };
}

/** The first word of a name, as far as there is room. */
function short(name: string): string {
  const [word = ''] = name.split(' ');
  return word.length > 10 ? `${word.slice(0, 9)}…` : word;
}

/** A mark whose shape says the risk as its colour does. */
function Mark({ risk, x }: { risk: string; x: number }) {
  if (risk === 'critical') {
    return (
      <path
        d={`M${x - 2.7} ${line - 6.5}h5.4l3.8 3.8v5.4l-3.8 3.8h-5.4l-3.8-3.8v-5.4z`}
        fill="var(--red-mark)"
      />
    );
  }
  if (risk === 'at risk') {
    return <path d={`M${x} ${line - 6.5}l6.5 11.5h-13z`} fill="var(--amber-mark)" />;
  }
  if (risk === 'watch') {
    return (
      <path
        d={`M${x} ${line - 6.5}l6.5 11.5h-13z`}
        fill="var(--paper)"
        stroke="var(--amber-mark)"
        strokeWidth="1.5"
      />
    );
  }
  const known = risk === 'on track';
  return (
    <rect
      x={x - 5.5}
      y={line - 5.5}
      width="11"
      height="11"
      rx="2"
      fill={known ? 'var(--green)' : 'var(--paper)'}
      stroke={known ? 'none' : 'var(--ink-3)'}
      strokeWidth="1.5"
    />
  );
}
