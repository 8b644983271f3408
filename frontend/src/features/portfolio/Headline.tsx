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
      {head.renewals.length > 0 && <Quarter head={head} />}
      <Retention head={head} which="gross" />
      <Retention head={head} which="net" />
      {/* Fresh from an import nothing is known of anybody: no figure is better than a zero. */}
      {head.known > 0 && <AtRisk head={head} />}
      {head.priced > 0 && <ForSale head={head} />}
      {head.not_known > 0 && <NotKnown head={head} />}
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
  if (head.herfindahl !== null && head.herfindahl > 0) {
    lines.push({
      label: t('concentration'),
      value: t('likeEqual', {
        index: format.number(head.herfindahl, 2),
        count: Math.round(1 / head.herfindahl),
      }),
    });
  }
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

/** The terms that end this quarter: how much, and what was called. */
function Quarter({ head }: Props) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const amount = (value: number) => format.money(Math.round(value), head.currency);
  const all = head.renewals.reduce((sum, one) => sum + one.arr, 0);
  const words = (one: portfolio.RenewalSum) =>
    t(`call.${callKeys[one.call]}`, { count: one.terms, formatted: format.number(one.terms) });
  return (
    <Figure
      label={t('quarter')}
      value={format.shortMoney(all, head.currency)}
      detail={head.renewals.slice(0, 3).map(words).join(', ')}
      why={() => (
        <>
          <p>{t('why.quarter', { from: format.date(head.quarter) })}</p>
          <Sums
            lines={[
              ...head.renewals.map((one) => ({ label: words(one), value: amount(one.arr) })),
              { label: t('quarter'), value: amount(all), total: true },
            ]}
          />
        </>
      )}
    />
  );
}

const callKeys = {
  'on track': 'onTrack',
  'at risk': 'atRisk',
  monitor: 'monitor',
  none: 'none',
  renewed: 'renewed',
  expanded: 'expanded',
  contracted: 'contracted',
  cancelled: 'cancelled',
} as const satisfies Record<portfolio.Call, string>;

/** What speaks against accounts: share of ARR and of the base. */
function AtRisk({ head }: Props) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const share = head.known_arr > 0 ? head.at_risk_arr / head.known_arr : 0;
  return (
    <Figure
      label={t('atRisk')}
      value={format.percent(share)}
      unit={t('ofArr')}
      detail={t('partDetail', {
        count: head.at_risk,
        amount: format.shortMoney(head.at_risk_arr, head.currency),
      })}
      why={() => (
        <Reason
          figure="at_risk"
          currency={head.currency}
          text={t('why.atRisk')}
          lines={[
            { label: t('accountsLabel'), value: partOf(format, head.at_risk, head.known) },
            { label: t('shareOfAccounts'), value: format.percent(head.at_risk / head.known, 1) },
            {
              label: t('why.theirArr'),
              value: format.money(Math.round(head.at_risk_arr), head.currency),
            },
            { label: t('ofArr'), value: format.percent(share, 1), total: true },
          ]}
        />
      )}
    />
  );
}

function partOf(format: ReturnType<typeof useFormat>, part: number, whole: number): string {
  return `${format.number(part)} / ${format.number(whole)}`;
}

/** What the usual offer buys: for sale, and what may be. */
function ForSale({ head }: Props) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  const yes = share(head.for_sale_arr, head.priced_arr);
  const may = share(head.maybe_sale_arr, head.priced_arr);
  const differ = head.maybe_sale > head.for_sale;
  return (
    <Figure
      label={t('forSale', { cheque: format.shortMoney(head.cheque, head.currency) })}
      value={
        differ
          ? t('fromTo2', { from: percentOnly(format.percent(yes)), to: format.percent(may) })
          : format.percent(yes)
      }
      unit={t('ofArr')}
      detail={
        differ
          ? t('yesMaybe', { yes: head.for_sale, maybe: head.maybe_sale - head.for_sale })
          : t('partDetail', {
              count: head.for_sale,
              amount: format.shortMoney(head.for_sale_arr, head.currency),
            })
      }
      why={() => (
        <>
          <Reason
            figure="for_sale"
            currency={head.currency}
            text={t('why.forSale', { cheque: format.money(head.cheque, head.currency) })}
            lines={[
              { label: t('why.yes'), value: partOf(format, head.for_sale, head.priced) },
              { label: t('why.maybe'), value: partOf(format, head.maybe_sale, head.priced) },
              { label: t('why.yesArr'), value: format.percent(yes, 1) },
              { label: t('why.maybeArr'), value: format.percent(may, 1), total: true },
            ]}
          />
          <a href="#/portfolio/sale">{t('why.toSale')}</a>
        </>
      )}
    />
  );
}

/** Of "5 %" and "17 %" the first needs no sign of its own. */
function percentOnly(text: string): string {
  return text.replace(/[\s\u00a0]*%/, '');
}

function NotKnown({ head }: Props) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  return (
    <Figure
      label={t('notKnown')}
      spare
      value={format.number(head.not_known)}
      detail={t('ofAll', { all: format.number(head.accounts) })}
      why={() => (
        <Reason
          figure="not_known"
          currency={head.currency}
          text={t('why.notKnown')}
          lines={[
            {
              label: t('accountsLabel'),
              value: partOf(format, head.not_known, head.accounts),
              total: true,
            },
          ]}
        />
      )}
    />
  );
}
