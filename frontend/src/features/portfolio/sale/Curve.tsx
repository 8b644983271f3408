import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/state';
import { differ, labelsOf, type Steps, stepLine } from './curve';
import classes from './Sale.module.css';
import type { ChequeScale } from './scale';

const height = 400;
const top = 20;
const bottom = 34;
const left = 44;

/** Draws the share that is for sale over the cheque: a solid step line for ARR, a dotted one for accounts. */
export function Curve(props: {
  steps: Steps;
  maybe: Steps;
  cheque: number;
  share: number | undefined;
  currency: string;
  scale: ChequeScale;
  label: string;
}) {
  const { t } = useTranslation('ways');
  const format = useFormat();
  const { ref, width: measured } = useElementSize();
  const width = measured > 0 ? measured : 700;
  const { steps, maybe, cheque, currency, scale } = props;
  const drawn = useMemo(() => {
    const x = (amount: number) =>
      left + scale.at(Math.min(amount, scale.max)) * (width - left - 14);
    const y = (share: number) => top + (1 - share) * (height - top - bottom);
    return {
      x,
      y,
      arr: stepLine(steps, 'arr', x, y, scale.max),
      may: differ(steps, maybe) ? stepLine(maybe, 'arr', x, y, scale.max) : undefined,
      accounts: stepLine(steps, 'accounts', x, y, scale.max),
      labels: labelsOf(steps, x, y, width - 6, (first, rest) =>
        t('sale.andMore', { name: first, count: rest }),
      ),
    };
  }, [steps, maybe, scale, width, t]);
  const { x, y } = drawn;
  const at = x(cheque);
  const words = format.money(cheque, currency);
  const flip = at < 170;
  return (
    <div ref={ref} className={classes['curve']}>
      <svg width={width} height={height} role="img" aria-label={props.label}>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line x1={left} x2={width - 14} y1={y(share)} y2={y(share)} data-zero={share === 0} />
            <text x={left - 8} y={y(share) + 4} textAnchor="end">
              {format.percent(share)}
            </text>
          </g>
        ))}
        {scale.ticks.map((tick, index) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={y(0)} y2={y(0) + 5} data-tick />
            <text
              x={x(tick)}
              y={height - 14}
              textAnchor={index === scale.ticks.length - 1 ? 'end' : 'middle'}
            >
              {format.shortMoney(tick, currency)}
            </text>
          </g>
        ))}
        <polygon
          className={classes['sold']}
          points={`${stepLine(steps, 'arr', x, y, Math.min(cheque, scale.max))} ${at},${y(0)} ${x(0)},${y(0)}`}
        />
        <polyline className={classes['accounts']} points={drawn.accounts} />
        {drawn.may !== undefined && <polyline className={classes['may']} points={drawn.may} />}
        <polyline className={classes['arr']} points={drawn.arr} />
        <line className={classes['cheque']} x1={at} x2={at} y1={8} y2={y(0)} />
        <circle className={classes['here']} cx={at} cy={y(props.share ?? 0)} r="5" />
        {drawn.labels.map((label) => (
          <text
            key={`${label.text} ${label.cheque}`}
            x={label.x}
            y={label.y}
            textAnchor={label.end ? 'end' : 'start'}
            className={label.cheque <= cheque ? classes['soldName'] : classes['name']}
          >
            {label.text}
          </text>
        ))}
        <text
          className={classes['chequeName']}
          x={flip ? at + 9 : at - 9}
          y={16}
          textAnchor={flip ? 'start' : 'end'}
        >
          {t('sale.chequeOf', { amount: words })}
        </text>
      </svg>
      <p className={classes['axis']}>
        <span>{t('sale.axis')}</span>
        <span data-line="arr">{t('sale.shareOfArr')}</span>
        {drawn.may !== undefined && <span data-line="may">{t('sale.mayBe')}</span>}
        <span data-line="accounts">{t('sale.shareOfAccounts')}</span>
      </p>
    </div>
  );
}
