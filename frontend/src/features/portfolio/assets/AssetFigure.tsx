import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ways as api } from '@/api';
import { useFormat } from '@/state';
import { type SumLine, Sums, Why } from '@/ui';
import { useOpenRecord, WhyLines } from '@/why';
import classes from './Assets.module.css';

/** The figures of a group, in the order of the columns. */
export const figures: readonly api.AssetFigure[] = [
  'grr',
  'nrr',
  'logo',
  'payback',
  'expected',
  'spread',
  'herfindahl',
];

interface Props {
  figure: api.AssetFigure;
  group: api.AssetGroup;
  /** What the group is called, and its key; "*" is all. */
  name: string;
  groupKey: string;
  assets: api.Assets;
  asked: api.AssetsQuery;
}

/** Draws a figure of a group; it opens its why. What is not known is a dash with a reason. */
export function AssetFigure(props: Props) {
  const { t } = useTranslation('ways');
  const words = useWords(props);
  const { figure, group, name } = props;
  if (words === undefined) {
    return (
      <span className={classes['none']} title={t(`assets.missing.${figure}`)}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{t(`assets.missing.${figure}`)}</span>
      </span>
    );
  }
  const left = figure === 'expected' ? group.accounts - group.expected_of : 0;
  return (
    <>
      <Why
        title={t('assets.whyOf', { figure: t(`assets.figure.${figure}`), name })}
        panel={() => <Panel {...props} words={words} />}
      >
        {words}
      </Why>
      {left > 0 && <span className={classes['sub']}>{t('assets.without', { count: left })}</span>}
    </>
  );
}

/** Writes a figure, or undefined where there is nothing to reckon it of. */
function useWords({ figure, group, assets }: Props): string | undefined {
  const { t } = useTranslation('ways');
  const format = useFormat();
  const money = (amount: number) => format.money(Math.round(amount), assets.currency);
  switch (figure) {
    case 'payback':
      return group.payback === null
        ? undefined
        : t('assets.months', { count: group.payback, formatted: format.number(group.payback, 1) });
    case 'expected':
      return group.expected_of === 0 ? undefined : money(group.expected);
    case 'spread':
      return group.spread === 0 ? undefined : money(group.spread);
    case 'herfindahl':
      return group.herfindahl === null ? undefined : format.number(group.herfindahl, 2);
    default: {
      const share = group[figure];
      return share === null ? undefined : format.percent(share, 1);
    }
  }
}

function Panel(props: Props & { words: string }) {
  const { figure, group, assets, asked } = props;
  const { t } = useTranslation('ways');
  const format = useFormat();
  const money = (amount: number) => format.money(Math.round(amount), assets.currency);
  const count = (value: number) => format.number(value);
  const total: SumLine = { label: t(`assets.figure.${figure}`), value: props.words, total: true };
  const lines: Record<api.AssetFigure, SumLine[]> = {
    grr: [
      { label: t('assets.was', { from: format.date(assets.from) }), value: money(group.was) },
      { label: t('assets.keptOfIt'), value: money(group.was * (group.grr ?? 0)) },
    ],
    nrr: [
      { label: t('assets.was', { from: format.date(assets.from) }), value: money(group.was) },
      { label: t('assets.isNow', { to: format.date(assets.to) }), value: money(group.is) },
    ],
    logo: [
      { label: t('assets.base', { from: format.date(assets.from) }), value: count(group.base) },
      { label: t('assets.stillHere', { to: format.date(assets.to) }), value: count(group.kept) },
    ],
    payback: [
      {
        label: t('assets.costAndMargin'),
        value: `${count(group.payback_of)} / ${count(group.accounts)}`,
      },
    ],
    expected: [
      {
        label: t('assets.counted'),
        value: `${count(group.expected_of)} / ${count(group.accounts)}`,
      },
      { label: t('assets.withoutMargin'), value: count(group.no_margin) },
      { label: t('assets.withoutFinite'), value: count(group.no_finite) },
      { label: t('assets.withoutRate'), value: count(group.no_rate) },
      { label: t('assets.discount'), value: format.percent(asked.discount, 1) },
      { label: t('assets.growth'), value: format.percent(asked.growth, 1) },
    ],
    spread: [],
    herfindahl: [
      {
        label: t('assets.likeEqual'),
        value: group.herfindahl ? format.number(1 / group.herfindahl, 1) : '',
      },
    ],
  };
  return (
    <>
      <p>{t(`assets.rule.${figure}`)}</p>
      <Sums lines={[...lines[figure], total]} />
      <Behind {...props} />
    </>
  );
}

function Behind({ figure, groupKey, assets, asked }: Props) {
  const { t } = useTranslation('ways');
  const format = useFormat();
  const open = useOpenRecord();
  const query = useQuery({
    queryKey: ['ways', 'assetWhy', asked, groupKey, figure],
    queryFn: () => api.assetWhy(asked, groupKey, figure),
  });
  if (query.error !== null) return <p role="alert">{query.error.message}</p>;
  if (query.data === undefined || query.data.length === 0) return null;
  const money = (amount: number) => format.money(Math.round(amount), assets.currency);
  const amountOf = (one: api.AssetWhy) => {
    if (one.value === null) return '';
    if (figure === 'payback')
      return t('assets.months', { count: one.value, formatted: format.number(one.value, 1) });
    return one.was === null
      ? money(one.value)
      : t('assets.fromTo', { from: money(one.was), to: money(one.value) });
  };
  return (
    <div className={classes['behind']}>
      <WhyLines
        caption={t('assets.behind')}
        lines={query.data.map((one) => ({
          key: one.id,
          label: one.name,
          detail:
            figure === 'expected'
              ? t('assets.keeps', { rate: format.percent(one.rate) })
              : undefined,
          value: amountOf(one),
          onOpen: () => open('account', one.id),
        }))}
      />
    </div>
  );
}
