import { useTranslation } from 'react-i18next';
import type { Indicator, Outcome, Part } from '@/api/alignment';
import { useFormat } from '@/state';
import classes from './Alignment.module.css';
import { partWord } from './words';

/** Draws what a sign indicates: a line for each value with its share and interval, against that of all. */
export function IndicatorDetail({
  indicator,
  outcome,
}: {
  indicator: Indicator;
  outcome: Outcome;
}) {
  const { t } = useTranslation('alignment');
  const format = useFormat();
  const { percent, number } = format;
  const base = indicator.base_rate;
  const known = (['chi2', 'fisher', 'mann-whitney'] as const).find((one) => one === indicator.test);
  return (
    <>
      {indicator.parts.length > 0 && (
        <table className={classes['chart']}>
          <thead>
            <tr>
              <th scope="col">{t('figure.value')}</th>
              <th scope="col" className={classes['end']}>
                {t('figure.n')}
              </th>
              <th scope="col" className={classes['end']}>
                {t(outcome === 'action' ? 'figure.rateAction' : 'figure.rate')}
              </th>
              <th scope="col" colSpan={2} className={classes['end']}>
                {t('figure.interval')}
              </th>
              <th scope="col" className={classes['end']}>
                {t('figure.lift')}
              </th>
            </tr>
          </thead>
          <tbody>
            {indicator.parts.map((part) => (
              <tr key={`${part.value} ${part.quartile}`}>
                <th scope="row">{partWord(part, indicator.kind, t, format)}</th>
                <td className={classes['end']}>{number(part.n)}</td>
                <td className={classes['end']}>
                  <b>{percent(part.rate)}</b>
                </td>
                <td className={classes['plot']}>
                  <Interval part={part} base={base} />
                </td>
                <td className={classes['end']}>
                  {t('range', { from: percent(part.low), to: percent(part.high) })}
                </td>
                <td className={classes['end']}>
                  {part.lift !== null && t('figure.times', { lift: number(part.lift, 2) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {indicator.more > 0 && (
        <p className={classes['quiet']}>{t('figure.more', { count: indicator.more })}</p>
      )}
      <p className={classes['how']}>
        {t(known === undefined ? 'how.none' : `how.${known}`, { n: number(indicator.n) })}{' '}
        {indicator.reading === 'too few' && t('how.few')}{' '}
        {base !== null && indicator.parts.length > 0 && t('how.interval', { rate: percent(base) })}
      </p>
    </>
  );
}

/** Draws a share with its interval on the line from 0 to 1, and that of all as an upright. */
function Interval({ part, base }: { part: Part; base: number | null }) {
  const x = (share: number) => 6 + share * 188;
  return (
    <svg viewBox="0 0 200 20" className={classes['interval']} aria-hidden="true">
      <line x1={x(0)} x2={x(1)} y1="10" y2="10" className={classes['track']} />
      {base !== null && (
        <line x1={x(base)} x2={x(base)} y1="1" y2="19" className={classes['base']} />
      )}
      <line x1={x(part.low)} x2={x(part.high)} y1="10" y2="10" className={classes['whisker']} />
      <circle cx={x(part.rate)} cy="10" r="4.5" className={classes['dot']} />
    </svg>
  );
}
