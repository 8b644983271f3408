import { useId, useState } from 'react';
import type { TalkMonth } from '@/api/talks';
import { useFormat } from '@/state';
import classes from './LearnChart.module.css';
import { useSay } from './say';
import behind from './Talks.module.css';

const width = 320;
const height = 132;
const foot = 18;
const left = 18;

/** Draws questions asked (up) against teaching (down), month by month, with the table behind. */
export function LearnChart({ months }: { months: readonly TalkMonth[] }) {
  const say = useSay();
  const id = useId();
  const { locale, number } = useFormat();
  const [table, setTable] = useState(false);
  const short = new Intl.DateTimeFormat(locale, { month: 'narrow', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(locale, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const asked = sum(months, (one) => one.asked);
  const taught = sum(months, (one) => one.taught);
  const insights = sum(months, (one) => one.insights);
  const top = Math.max(1, ...months.map((one) => one.asked));
  const low = Math.max(1, ...months.map((one) => one.taught));
  const unit = Math.min(16, (height - foot) / (top + low));
  const zero = 4 + top * unit;
  const step = (width - left) / Math.max(1, months.length);
  return (
    <figure className={classes['learning']} aria-labelledby={id}>
      <figcaption id={id}>
        <h2>{say('learning.title')}</h2>
        <p>
          <i data-what="asked" aria-hidden />
          {say('learning.asked', { count: asked })}
          <i data-what="taught" aria-hidden />
          {say('learning.taught', { count: taught })}
        </p>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${zero + low * unit + foot}`}
        role="img"
        aria-label={say('learning.sentence', { asked, taught, insights })}
      >
        {months.map((one, at) => {
          const x = left + at * step + step * 0.2;
          return (
            <g key={one.month}>
              <rect
                className={classes['asked']}
                x={x}
                width={step * 0.6}
                y={zero - one.asked * unit}
                height={one.asked * unit}
              />
              <rect
                className={classes['taught']}
                x={x}
                width={step * 0.6}
                y={zero + 1}
                height={one.taught * unit}
              />
              <text x={x + step * 0.3} y={zero + low * unit + 13} textAnchor="middle">
                {short.format(Date.parse(one.month))}
              </text>
            </g>
          );
        })}
        <line x1={left} x2={width} y1={zero + 0.5} y2={zero + 0.5} className={classes['axis']} />
        <text x={0} y={zero - top * unit + 8}>
          {number(top)}
        </text>
        <text x={0} y={zero + low * unit}>
          {number(low)}
        </text>
      </svg>
      <p className={classes['verdict']}>
        {say(asked >= taught ? 'learning.good' : 'learning.bad')}{' '}
        {insights > 0 && say('learning.insights', { count: insights })}
      </p>
      <button
        type="button"
        className={classes['link']}
        aria-expanded={table}
        onClick={() => setTable(!table)}
      >
        {say(table ? 'learning.noTable' : 'learning.table')}
      </button>
      {table && (
        <div className={behind['behind']}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('replies.month')}</th>
                <th scope="col">{say('learning.askedHead')}</th>
                <th scope="col">{say('learning.taughtHead')}</th>
                <th scope="col">{say('learning.insightsHead')}</th>
              </tr>
            </thead>
            <tbody>
              {months.map((one) => (
                <tr key={one.month}>
                  <th scope="row">{long.format(Date.parse(one.month))}</th>
                  <td>{number(one.asked)}</td>
                  <td>{number(one.taught)}</td>
                  <td>{number(one.insights)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </figure>
  );
}

function sum(months: readonly TalkMonth[], of: (one: TalkMonth) => number): number {
  return months.reduce((all, one) => all + of(one), 0);
}
