import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { portfolio } from '@/api';
import { renewalState } from '@/lib/renewal';
import { verdictLook } from '@/lib/verdict';
import type { useFormat } from '@/state';
import { Avatar, SparkLine, Trend } from '@/ui';
import marks from './Cells.module.css';
import { type PrincipleKey, principles } from './fields';
import { CheckDot, OddMark, RiskMark, RoadsMark } from './Marks';
import classes from './Portfolio.module.css';
import type { RowFigure } from './RowWhy';

type Row = portfolio.PortfolioRow;

/** What cells need to write themselves. */
export interface Words {
  t: TFunction<'portfolio'>;
  /** Words a value of a field: a phase, a flag, a risk. */
  word: (field: string, value: string) => string;
  common: TFunction<'common'>;
  format: ReturnType<typeof useFormat>;
  today: string;
  /** The workspace's currency, in which sums are. */
  currency: string;
  /** Opens the checks of a principle beside what was clicked. */
  onPrinciple: (anchor: HTMLElement, row: Row, principle: PrincipleKey) => void;
  /** Opens the why of a figure beside what was clicked. */
  onWhy: (anchor: HTMLElement, row: Row, figure: RowFigure) => void;
}

/** Draws a figure of a row that answers why; the row's other places open the account. */
export function WhyCell(props: { row: Row; figure: RowFigure; words: Words; children: ReactNode }) {
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

/** Draws the account's name, and under it its type or segment, or what stands below it. */
export function NameCell({ row, words }: { row: Row; words: Words }) {
  const { t, format, currency } = words;
  const { below } = row;
  return (
    <>
      <div className={classes['name']} title={row.name}>
        {row.name}
      </div>
      <div className={classes['sub']}>
        {below === null
          ? row.type || row.segment
          : t('below', {
              count: below.accounts,
              arr: format.shortMoney(below.arr, currency),
              level: format.shortMoney(below.level, currency),
            })}
      </div>
    </>
  );
}

/** Draws where client and provider stand on their roads, and whether that goes together. */
export function RoadsCell({ row, words }: { row: Row; words: Words }) {
  const { t, word } = words;
  if (row.client_phase === '') return null;
  const theirs = word('client_phase', row.client_phase);
  const ours = word('provider_phase', row.provider_phase);
  const odd = row.mismatches.map((one) => word('mismatch', one)).join(', ');
  return (
    <div className={marks['roadsCell']}>
      <RoadsMark
        client={row.client_phase}
        provider={row.provider_phase}
        label={t('roadsLabel', { client: theirs, us: ours })}
      />
      <div className={marks['phases']}>
        <div>
          <WhyCell row={row} figure="client_phase" words={words}>
            {theirs}
          </WhyCell>
        </div>
        <div>
          <WhyCell row={row} figure="provider_phase" words={words}>
            {ours}
          </WhyCell>
          {row.overruled && <span className={marks['byHand']}>{t('byHand')}</span>}
        </div>
      </div>
      {odd !== '' && <OddMark label={`${t('odd')}: ${odd}`} />}
    </div>
  );
}

/** Draws one principle: a mark, and how many of its checks hold. */
export function PrincipleCell(props: { row: Row; principle: PrincipleKey; words: Words }) {
  const { row, principle, words } = props;
  const [holds = 0, of = 0] = row.checks[principles.indexOf(principle)] ?? [];
  if (of === 0) return null;
  const name = words.t(`principle.${principle}`);
  return (
    <button
      type="button"
      // The table goes by rows; P opens the principles of the row in hand.
      tabIndex={-1}
      className={marks['check']}
      aria-label={words.t('checksHold', { name, holds, of })}
      onClick={(event) => {
        event.stopPropagation();
        words.onPrinciple(event.currentTarget, row, principle);
      }}
    >
      <CheckDot holds={holds} of={of} />
      <span aria-hidden="true">
        {holds}/{of}
      </span>
    </button>
  );
}

/** Draws what a rival would have to pay, and what that means; or why there is no price. */
export function PriceCell({ row, words }: { row: Row; words: Words }) {
  const { t, format } = words;
  const { price_low: low, price_high: high } = row;
  if (low === null || high === null) {
    return row.sale === '' ? null : (
      <div className={classes['sub']}>{words.word('sale', row.sale)}</div>
    );
  }
  const money = (amount: number) => format.money(Math.round(amount), row.currency);
  const range =
    high - low < 0.5
      ? money(low)
      : `${format.shortMoney(low, row.currency)}–${format.shortMoney(high, row.currency)}`;
  return (
    <>
      <div className={marks['strong']} data-range={high - low >= 0.5}>
        <WhyCell row={row} figure="walk_away" words={words}>
          {range}
        </WhyCell>
      </div>
      <div className={row.sale === 'yes' ? classes['warn'] : classes['sub']}>
        {row.sale === 'no' && row.arr > 0
          ? t('timesArrShort', { times: format.number(low / row.arr, 1) })
          : words.word('sale', row.sale)}
      </div>
    </>
  );
}

/** Draws how much evidence speaks against an account, and what weighs most of it. */
export function RiskCell({ row, words }: { row: Row; words: Words }) {
  if (row.risk === '') return null;
  const calm = row.risk === 'on track' || row.risk === 'not yet known';
  return (
    <>
      <div className={`${marks['risk']} ${calm ? marks['quiet'] : ''}`} data-risk={row.risk}>
        <RiskMark risk={row.risk} />
        <WhyCell row={row} figure="risk" words={words}>
          {words.word('risk', row.risk)}
        </WhyCell>
      </div>
      {row.flag !== '' && (
        <div className={classes['sub']} title={words.word('flagShort', row.flag)}>
          {words.word('flagShort', row.flag)}
          {row.flags > 1 && ` +${row.flags - 1}`}
        </div>
      )}
    </>
  );
}

/** Draws the verdict with the picture of two years, and how fast value grows. */
export function VerdictCell({ row, words }: { row: Row; words: Words }) {
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
            width={80}
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

/** Draws the proved value, and what is claimed besides. */
export function LevelCell({ row, words }: { row: Row; words: Words }) {
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

/** Draws how long ago there was something new. */
export function NewsCell({ row, words }: { row: Row; words: Words }) {
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

/** Draws when the term ends, and how far that is. */
export function RenewalCell({ row, words }: { row: Row; words: Words }) {
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

/** Draws the CSM as a face. */
export function CsmCell({ name }: { name: string }) {
  if (name === '') return null;
  return (
    <div className={classes['csm']} title={name}>
      <Avatar name={name} />
      <span aria-hidden="true">{name}</span>
    </div>
  );
}

/** Says how many days have gone since something, where the heading says that they have gone. */
export function daysWords(days: number, words: Words): string {
  return days <= 1 ? agoWords(days, words) : words.t('days', { count: days });
}

/** Says how many days ago something was. */
export function agoWords(days: number, { t }: Words): string {
  if (days <= 0) return t('today');
  return days === 1 ? t('yesterday') : t('daysAgo', { count: days });
}
