import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { portfolio } from '@/api';
import { useFormat } from '@/state';
import { Figure, Strip, type SumLine, Sums } from '@/ui';
import { Behind } from './Behind';
import classes from './Portfolio.module.css';

/** Draws the figures over all accounts; each opens its why. */
export function Headline() {
  const { t } = useTranslation('portfolio');
  const query = useQuery({
    queryKey: ['headline'],
    queryFn: portfolio.headline,
    refetchInterval: ({ state }) => ((state.data?.reckoning ?? 0) > 0 ? beat : false),
  });
  if (query.data === undefined || query.data.accounts === 0) return null;
  const head = query.data;
  if (head.reckoning > 0) return <Reckoning head={head} />;
  return (
    <Strip label={t('headline')}>
      <Arr head={head} />
      <Retention head={head} which="gross" />
      <Retention head={head} which="net" />
      {/* Fresh from an import nothing is known of value: no figure is better than a zero. */}
      {head.not_known < head.accounts && (
        <>
          <Level head={head} />
          <Part head={head} which="growing" />
          <Part head={head} which="silent" />
        </>
      )}
      <Part head={head} which="renewing" />
    </Strip>
  );
}

/** How often one asks how far the figures are, in milliseconds. */
const beat = 400;

/** Says that the figures are still being made, and how far they are: no figure is better than a wrong one. */
function Reckoning({ head }: Props) {
  const { t } = useTranslation('portfolio');
  const { number } = useFormat();
  return (
    <section aria-label={t('headline')} className={classes['reckoning']}>
      <p role="status">
        {t('reckoningAll', { count: head.reckoning, formatted: number(head.reckoning) })}
      </p>
      <progress
        max={head.reckoning}
        value={head.reckoned}
        aria-label={t('reckoningDone', {
          done: number(head.reckoned),
          all: number(head.reckoning),
        })}
      />
      <span aria-hidden="true">
        {t('reckoningDone', { done: number(head.reckoned), all: number(head.reckoning) })}
      </span>
    </section>
  );
}

interface Props {
  head: portfolio.Headline;
}

function Reason(props: {
  text: string;
  lines: readonly SumLine[];
  figure: string;
  currency: string;
}) {
  return (
    <>
      <p>{props.text}</p>
      <Sums lines={props.lines} />
      <Behind figure={props.figure} currency={props.currency} />
    </>
  );
}

function Arr({ head }: Props) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const arr = format.money(Math.round(head.arr), head.currency);
  const lines: SumLine[] = [
    { label: t('accountsLabel'), value: format.number(head.accounts) },
    { label: t('arr'), value: arr, total: true },
  ];
  if (head.unpriced > 0) {
    lines.push({ label: t('unpriced'), value: format.number(head.unpriced) });
  }
  return (
    <Figure
      label={t('arr')}
      value={arr}
      detail={
        head.stale > 0
          ? t('anew', { count: head.stale, formatted: format.number(head.stale) })
          : t('accounts', { count: head.accounts })
      }
      why={() => (
        <Reason
          figure="arr"
          currency={head.currency}
          text={t('why.arr', { currency: head.currency })}
          lines={lines}
        />
      )}
    />
  );
}

function Retention({ head, which }: Props & { which: 'gross' | 'net' }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const share = head[which];
  if (share === null) return null;
  const figure = format.percent(share, 1);
  const amount = (value: number) => format.money(Math.round(value), head.currency);
  const counted = which === 'gross' ? share * head.base_arr : head.base_now;
  return (
    <Figure
      label={t(which)}
      spare={which === 'gross'}
      value={figure}
      detail={t('lastYear')}
      why={() => (
        <Reason
          figure={which}
          currency={head.currency}
          text={t(`why.${which}`, { from: format.date(head.from), count: head.base })}
          lines={[
            {
              label: t('why.before', { from: format.date(head.from) }),
              value: amount(head.base_arr),
            },
            { label: t(which === 'gross' ? 'why.kept' : 'why.now'), value: amount(counted) },
            { label: t(which), value: figure, total: true },
          ]}
        />
      )}
    />
  );
}

function Level({ head }: Props) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const amount = (value: number) => format.money(Math.round(value), head.currency);
  const claimed = head.claimed - head.level;
  return (
    <Figure
      label={t('level')}
      value={format.shortMoney(head.level, head.currency)}
      {...(head.arr > 0 && {
        detail: t('timesArr', { times: format.number(head.level / head.arr, 1) }),
      })}
      why={() => (
        <Reason
          figure="level"
          currency={head.currency}
          text={t('why.level')}
          lines={[
            { label: t('why.proved'), value: amount(head.level), total: true },
            { label: t('why.claimed'), value: amount(claimed) },
          ]}
        />
      )}
    />
  );
}

/** A part of the portfolio: how much of ARR, how many accounts. */
function Part({ head, which }: Props & { which: 'growing' | 'silent' | 'renewing' }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const arr = head[`${which}_arr`];
  const count = head[which];
  const share = head.arr > 0 ? arr / head.arr : 0;
  const known = head.accounts - head.not_known;
  return (
    <Figure
      label={t(which === 'silent' ? 'silent120' : which)}
      spare={which === 'growing'}
      value={format.percent(share)}
      unit={t('ofArr')}
      detail={t('partDetail', { count, amount: format.shortMoney(arr, head.currency) })}
      why={() => (
        <Reason
          figure={which}
          currency={head.currency}
          text={t(`why.${which}`)}
          lines={[
            {
              label: t('accountsLabel'),
              value: `${format.number(count)} / ${format.number(head.accounts)}`,
            },
            { label: t('why.known'), value: format.number(known) },
            { label: t('why.theirArr'), value: format.money(Math.round(arr), head.currency) },
            { label: t('ofArr'), value: format.percent(share, 1), total: true },
          ]}
        />
      )}
    />
  );
}
