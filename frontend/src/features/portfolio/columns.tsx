import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { portfolio } from '@/api';
import { daysBetween } from '@/lib/dates';
import { renewalState } from '@/lib/renewal';
import { verdictLook } from '@/lib/verdict';
import type { useFormat } from '@/state';
import { Avatar, type DataColumn, SparkLine, Trend } from '@/ui';
import classes from './Portfolio.module.css';
import type { RowFigure } from './RowWhy';

type Row = portfolio.PortfolioRow;

/** What cells need to write themselves. */
interface Words {
  t: TFunction<'portfolio'>;
  common: TFunction<'common'>;
  format: ReturnType<typeof useFormat>;
  today: string;
  /** Opens the why of a figure beside what was clicked. */
  onWhy: (anchor: HTMLElement, row: Row, figure: RowFigure) => void;
}

/** Draws a figure of a row that answers why; the row's other places open the account. */
function WhyCell(props: { row: Row; figure: RowFigure; words: Words; children: ReactNode }) {
  const { row, figure, words } = props;
  return (
    <button
      type="button"
      // The table has the focus and goes by rows; W opens the why of the row in hand.
      tabIndex={-1}
      className={classes['why']}
      onClick={(event) => {
        event.stopPropagation();
        words.onWhy(event.currentTarget, row, figure);
      }}
    >
      {props.children}
    </button>
  );
}

/** Builds the columns of the table. */
export function portfolioColumns(words: Words): DataColumn<Row>[] {
  const { t, format } = words;
  return [
    {
      id: 'name',
      header: t('column.name'),
      width: 'minmax(9.375rem, 1.5fr)',
      sortable: true,
      cell: (row) => <NameCell row={row} />,
    },
    {
      id: 'verdict',
      header: t('column.verdict'),
      width: '14.5rem',
      sortable: true,
      cell: (row) => <VerdictCell row={row} words={words} />,
    },
    {
      id: 'level',
      header: t('column.level'),
      width: '9rem',
      end: true,
      sortable: true,
      largestFirst: true,
      from: 1000,
      cell: (row) => <LevelCell row={row} words={words} />,
    },
    {
      id: 'news',
      header: t('column.news'),
      width: '7.625rem',
      end: true,
      sortable: true,
      largestFirst: true,
      from: 1120,
      cell: (row) => <NewsCell row={row} words={words} />,
    },
    {
      id: 'arr',
      header: t('column.arr'),
      width: '7.25rem',
      from: 640,
      end: true,
      sortable: true,
      largestFirst: true,
      cell: (row) =>
        row.arr === 0 ? (
          ''
        ) : (
          <WhyCell row={row} figure="arr" words={words}>
            {format.money(row.arr, row.currency)}
          </WhyCell>
        ),
    },
    {
      id: 'renewal',
      header: t('column.renewal'),
      width: '7.375rem',
      from: 500,
      sortable: true,
      cell: (row) => <RenewalCell row={row} words={words} />,
    },
    {
      id: 'last_touch',
      header: t('column.lastTouch'),
      width: '6.625rem',
      from: 760,
      end: true,
      sortable: true,
      largestFirst: true,
      cell: (row) =>
        row.last_touch !== '' && (
          <WhyCell row={row} figure="last_touch" words={words}>
            {agoWords(daysBetween(row.last_touch, words.today), words)}
          </WhyCell>
        ),
    },
    {
      id: 'csm',
      header: t('column.csm'),
      width: 'minmax(1.875rem, 0.9fr)',
      from: 800,
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
        <WhyCell row={row} figure="proved.series" words={words}>
          <SparkLine
            proved={row.spark}
            claimed={row.spark_claimed}
            tone={look.tone}
            label={t('sparkLabel', { level: format.money(row.level, row.currency) })}
          />
        </WhyCell>
      )}
      <div className={classes['verdictText']}>
        <div className={`${classes['word']} ${classes[look.tone]}`}>
          <Trend shape={look.shape} />
          <WhyCell row={row} figure="verdict" words={words}>
            {word}
          </WhyCell>
        </div>
        <div className={classes['sub']}>
          <WhyCell row={row} figure="proved.velocity" words={words}>
            {velocityWords(row, words)}
          </WhyCell>
        </div>
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
      <div>
        <WhyCell row={row} figure="proved.level" words={words}>
          {format.money(Math.round(row.level), row.currency)}
        </WhyCell>
      </div>
      {claimed >= 0.5 && (
        <div className={classes['sub']}>
          <span className={classes['hatched']} aria-hidden="true" />
          <WhyCell row={row} figure="claimed.level" words={words}>
            {t('claimed', { amount: format.shortMoney(claimed, row.currency, true) })}
          </WhyCell>
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
      <div>
        <WhyCell row={row} figure="silence_days" words={words}>
          {agoWords(row.silence, words)}
        </WhyCell>
      </div>
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
        <WhyCell row={row} figure="renewal_days" words={words}>
          {state.kind === 'over'
            ? t('overBy', { count: state.days })
            : t('inDays', { count: state.days })}
        </WhyCell>
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

function agoWords(days: number, { t }: Words): string {
  if (days <= 0) return t('today');
  return days === 1 ? t('yesterday') : t('daysAgo', { count: days });
}
