import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { account as api } from '@/api';
import type { Explanation, WhyRow } from '@/api/account';
import { inWords } from '@/i18n/words';
import { useFormat } from '@/state';
import { Why } from '@/ui';
import { useOpenRecord } from './place';
import classes from './Why.module.css';
import { type WhyLine, WhyLines } from './WhyLines';

/**
 * Draws a figure of an account that opens its why: the rule, the arithmetic and the records behind
 * it, each of which opens its place. Figures are named as the program names them: "proved.level",
 * "renewal_days", "measure/ID", "story/ID".
 */
export function WhyFigure(props: {
  account: string;
  figure: string;
  title: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslation('why');
  return (
    <Why
      title={t('title', { what: props.title })}
      panel={() => <WhyPanel account={props.account} figure={props.figure} />}
      className={props.className}
    >
      {props.children}
    </Why>
  );
}

/** Draws the rule, the arithmetic and the records behind a figure. */
export function WhyPanel({ account, figure }: { account: string; figure: string }) {
  const { t } = useTranslation('why');
  const query = useQuery({
    queryKey: ['why', account, figure],
    queryFn: () => api.explain(account, figure),
  });
  if (query.error !== null) return <p role="alert">{query.error.message}</p>;
  if (query.data === undefined) return <p>{t('loading')}</p>;
  return <Panel why={query.data} />;
}

function Panel({ why }: { why: Explanation }) {
  const { t } = useTranslation('why');
  const open = useOpenRecord();
  const write = useWrite(why.currency);
  const format = useFormat();
  const line = (row: WhyRow, index: number): WhyLine => ({
    key: `${index}`,
    label: inWords(row.label),
    detail: [row.on === '' ? '' : format.date(row.on), inWords(row.text)]
      .filter((one) => one !== '')
      .join(', '),
    value: row.value === null ? '' : write(row.value, row.unit),
    onOpen: row.kind === '' ? undefined : () => open(row.kind, row.id),
  });
  const result = inWords(resultOf(why, format.date));
  const total = why.total === null ? '' : write(why.total, why.unit);
  const last: WhyLine[] = [];
  if (result !== '') last.push({ key: 'result', label: t('result'), value: result, total: true });
  else if (total !== '') last.push({ key: 'total', label: t('total'), value: total, total: true });
  return (
    <div className={classes['panel']}>
      <p>{inWords(why.rule)}</p>
      {why.rows.length > 0 && <WhyLines lines={[...why.rows.map(line), ...last]} />}
      {why.notes.map((note) => (
        <p key={note} className={classes['note']}>
          {inWords(note)}
        </p>
      ))}
    </div>
  );
}

/** A result may be a day, such as that of a decision. */
function resultOf(why: Explanation, date: (day: string) => string): string {
  return /^\d{4}-\d\d-\d\d$/.test(why.result) ? date(why.result) : why.result;
}

/** Returns how a value of an explanation is written with its unit. */
function useWrite(currency: string): (value: number, unit: string) => string {
  const { t } = useTranslation('why');
  const format = useFormat();
  return (value, unit) => {
    switch (unit) {
      case 'money':
        return format.money(Math.round(value), currency);
      case 'money a year':
        return t('aYear', { amount: format.money(Math.round(value), currency) });
      case 'share':
        return format.percent(value);
      case 'days':
        return t('days', { count: value });
      case 'people':
        return t('people', { count: value });
      case '':
      case 'weight':
        return format.number(value, 2);
      default: // a measure's own unit, in the client's words
        return `${format.number(value, 2)} ${unit}`;
    }
  };
}
