import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { account as api } from '@/api';
import type { Explanation, WhyRow } from '@/api/account';
import { useFormat } from '@/state';
import { type SumLine, Sums, Why } from '@/ui';
import { writeDay } from './value/format';
import { useSay } from './value/hooks';
import classes from './WhyFigure.module.css';

/** Draws a figure of an account that opens its why: the rule, the arithmetic and the records behind it. */
export function WhyFigure(props: {
  account: string;
  figure: string;
  title: string;
  children: ReactNode;
}) {
  const say = useSay();
  return (
    <Why
      title={say('why.title', { what: props.title })}
      panel={() => <WhyPanel account={props.account} figure={props.figure} />}
    >
      {props.children}
    </Why>
  );
}

function WhyPanel({ account, figure }: { account: string; figure: string }) {
  const say = useSay();
  const query = useQuery({
    queryKey: ['why', account, figure],
    queryFn: () => api.explain(account, figure),
  });
  if (query.error !== null) return <p role="alert">{query.error.message}</p>;
  if (query.data === undefined) return <p>{say('why.loading')}</p>;
  return <Panel why={query.data} />;
}

function Panel({ why }: { why: Explanation }) {
  const say = useSay();
  const format = useFormat();
  const write = (value: number | null, unit: string, text: string) => {
    if (value === null) return text;
    if (unit.startsWith('money')) return format.money(value, why.currency);
    return unit === 'share' ? format.percent(value) : format.number(value);
  };
  const line = (row: WhyRow): SumLine => ({
    label: row.on === '' ? row.label : `${writeDay(row.on, format.locale)}, ${row.label}`,
    value: write(row.value, row.unit, row.text),
  });
  const total = why.result !== '' ? why.result : write(why.total, why.unit, '');
  return (
    <div className={classes['panel']}>
      <p>{why.rule}</p>
      {why.rows.length > 0 && (
        <Sums
          lines={[
            ...why.rows.map(line),
            ...(total === '' ? [] : [{ label: say('why.total'), value: total, total: true }]),
          ]}
        />
      )}
      {why.notes.map((note) => (
        <p key={note} className={classes['note']}>
          {note}
        </p>
      ))}
    </div>
  );
}
