import type { TFunction } from 'i18next';
import type { portfolio } from '@/api';
import { daysBetween } from '@/lib/dates';
import { renewalState } from '@/lib/renewal';
import { verdictLook } from '@/lib/verdict';
import type { useFormat } from '@/state';
import { Avatar, type DataColumn, SparkLine, Trend } from '@/ui';
import classes from './Portfolio.module.css';

type Row = portfolio.PortfolioRow;

/** What cells need to write themselves. */
interface Words {
  t: TFunction<'portfolio'>;
  common: TFunction<'common'>;
  format: ReturnType<typeof useFormat>;
  today: string;
}

/** Builds the columns of the table. */
export function portfolioColumns(words: Words): DataColumn<Row>[] {
  const { t, format } = words;
  return [
    {
      id: 'name',
      header: t('column.name'),
      width: 'minmax(150px, 1.5fr)',
      sortable: true,
      cell: (row) => <NameCell row={row} />,
    },
    {
      id: 'verdict',
      header: t('column.verdict'),
      width: '232px',
      sortable: true,
      cell: (row) => <VerdictCell row={row} words={words} />,
    },
    {
      id: 'level',
      header: t('column.level'),
      width: '128px',
      end: true,
      sortable: true,
      largestFirst: true,
      from: 1000,
      cell: (row) => <LevelCell row={row} words={words} />,
    },
    {
      id: 'news',
      header: t('column.news'),
      width: '122px',
      end: true,
      sortable: true,
      largestFirst: true,
      from: 1120,
      cell: (row) => <NewsCell row={row} words={words} />,
    },
    {
      id: 'arr',
      header: t('column.arr'),
      width: '116px',
      end: true,
      sortable: true,
      largestFirst: true,
      cell: (row) => (row.arr === 0 ? '' : format.money(row.arr, row.currency)),
    },
    {
      id: 'renewal',
      header: t('column.renewal'),
      width: '118px',
      sortable: true,
      cell: (row) => <RenewalCell row={row} words={words} />,
    },
    {
      id: 'last_touch',
      header: t('column.lastTouch'),
      width: '106px',
      end: true,
      sortable: true,
      largestFirst: true,
      cell: (row) => ago(row.last_touch, words),
    },
    {
      id: 'csm',
      header: t('column.csm'),
      width: 'minmax(30px, 0.9fr)',
      sortable: true,
      cell: (row) => <CsmCell name={row.csm} />,
    },
  ];
}

function NameCell({ row }: { row: Row }) {
  return (
    <>
      <div className={classes['name']} title={row.name}>
        {row.name}
      </div>
      <div className={classes['sub']}>{row.segment}</div>
    </>
  );
}

function VerdictCell({ row, words }: { row: Row; words: Words }) {
  const { t, common, format } = words;
  if (row.verdict === '') return <div className={classes['sub']}>{t('reckoning')}</div>;
  const look = verdictLook(row.verdict);
  const word = common(look.key);
  return (
    <div className={classes['verdict']}>
      {look.key === 'notYetKnown' ? (
        <span className={classes['noSpark']} />
      ) : (
        <SparkLine
          proved={row.spark}
          tone={look.tone}
          label={t('sparkLabel', { level: format.money(row.level, row.currency) })}
        />
      )}
      <div className={classes['verdictText']}>
        <div className={`${classes['word']} ${classes[look.tone]}`}>
          <Trend shape={look.shape} />
          {word}
        </div>
        <div className={classes['sub']}>{velocityWords(row, words)}</div>
      </div>
    </div>
  );
}

/** Says the velocity as money a year, or why there is none. */
function velocityWords(row: Row, { t, format }: Words): string {
  if (row.verdict === 'not yet known') return t('nothingRecorded');
  if (row.verdict === 'no value yet') return t('nothingProved');
  if (Math.abs(row.velocity) < 0.5) return t('noGrowth');
  return t('aYear', { amount: format.shortMoney(row.velocity, row.currency, true) });
}

function LevelCell({ row, words }: { row: Row; words: Words }) {
  const { t, format } = words;
  if (row.verdict === 'not yet known' || row.verdict === '') return null;
  const claimed = row.claimed - row.level;
  return (
    <>
      <div>{format.money(Math.round(row.level), row.currency)}</div>
      {claimed >= 0.5 && (
        <div className={classes['sub']}>
          <span className={classes['hatched']} aria-hidden="true" />
          {t('claimed', { amount: format.shortMoney(claimed, row.currency, true) })}
        </div>
      )}
    </>
  );
}

/** From when on nothing new is called a silence. */
const silence = 120;

function NewsCell({ row, words }: { row: Row; words: Words }) {
  const { t } = words;
  if (row.silence === null) return null;
  return (
    <>
      <div>{agoWords(row.silence, words)}</div>
      {row.silence >= silence && <div className={classes['warn']}>{t('silent')}</div>}
    </>
  );
}

function RenewalCell({ row, words }: { row: Row; words: Words }) {
  const { t, format, today } = words;
  if (row.cancelled_on !== '') {
    return (
      <>
        <div>{format.date(row.cancelled_on)}</div>
        <div className={classes['sub']}>{t('cancelled')}</div>
      </>
    );
  }
  const state = renewalState(row.renewal, today);
  if (state.kind === 'none') return null;
  const near = state.kind === 'over' || state.soon;
  return (
    <>
      <div>{format.date(row.renewal)}</div>
      <div className={near ? classes['warn'] : classes['sub']}>
        {state.kind === 'over'
          ? t('overBy', { count: state.days })
          : t('inDays', { count: state.days })}
      </div>
    </>
  );
}

function CsmCell({ name }: { name: string }) {
  if (name === '') return null;
  return (
    <div className={classes['csm']}>
      <Avatar name={name} />
      <span aria-hidden="true">{name}</span>
    </div>
  );
}

function ago(date: string, words: Words): string {
  return date === '' ? '' : agoWords(daysBetween(date, words.today), words);
}

function agoWords(days: number, { t }: Words): string {
  if (days <= 0) return t('today');
  return days === 1 ? t('yesterday') : t('daysAgo', { count: days });
}
