import { IconCircleCheck, IconCircleDashed, IconDiamond, IconPoint } from '@tabler/icons-react';
import type { HeadlineMeasure, HeadlineOutcome, OverviewPage } from '@/api/overview';
import { restOfUnit, writeValue } from '@/lib/numbers';
import { quoted } from '@/lib/quotes';
import { useFormat } from '@/state';
import { MeasureBar } from '../plan/MeasureBar';
import { writeDay } from '../value/format';
import { WhyFigure } from '../WhyFigure';
import classes from './Overview.module.css';
import { type Say, useSay } from './say';

/** Draws what the client said success is, and under each quote its measure. */
export function Quotes({ page }: { page: OverviewPage }) {
  const say = useSay('overview');
  const { locale } = useFormat();
  const { plan } = page;
  return (
    <section aria-labelledby="words">
      <div className={classes['head']}>
        <h2 id="words">{say('words.title')}</h2>
        {page.outcome_count > 0 && (
          <p>
            {agreedWords(plan, say, locale)}, {say('words.outcomes', { count: page.outcome_count })}
          </p>
        )}
      </div>
      {page.outcomes.length === 0 ? (
        <div className={classes['lesson']}>
          <h3>{say('words.empty')}</h3>
          <p>{say('words.emptyText')}</p>
          <a href={`#/accounts/${page.account}/plan`}>{say('words.openPlan')}</a>
        </div>
      ) : (
        <ul className={classes['quotes']}>
          {page.outcomes.map((outcome) => (
            <li key={outcome.id}>
              <Quote outcome={outcome} />
              <div className={classes['measure']}>
                {outcome.measure === null ? (
                  <p className={classes['quiet']}>{say('words.noMeasure')}</p>
                ) : (
                  <Headline account={page.account} measure={outcome.measure} />
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function agreedWords(plan: OverviewPage['plan'], say: Say, locale: string): string {
  if (!plan.signed) return say('words.notAgreed');
  const day = writeDay(plan.signed_on, locale);
  return plan.current
    ? say('words.agreed', { day })
    : say('words.agreedChanged', { day, count: plan.since });
}

function Quote({ outcome }: { outcome: HeadlineOutcome }) {
  const say = useSay('overview');
  const { locale } = useFormat();
  if (outcome.quote === '') {
    return (
      <div>
        <p className={classes['statement']}>{outcome.statement}</p>
        <p className={classes['who']}>{say('words.noQuote')}</p>
      </div>
    );
  }
  return (
    <figure>
      <blockquote title={outcome.statement}>{quoted(outcome.quote, locale)}</blockquote>
      <figcaption className={classes['who']}>
        <b>{outcome.quoted_name === '' ? say('words.unknown') : outcome.quoted_name}</b>
        {outcome.quoted_title !== '' && `, ${outcome.quoted_title}`}
        {outcome.said_on !== '' && ` · ${writeDay(outcome.said_on, locale)}`}
      </figcaption>
    </figure>
  );
}

const icons = {
  'on track': IconPoint,
  met: IconCircleCheck,
  'off track': IconDiamond,
  stale: IconCircleDashed,
  'no baseline': IconCircleDashed,
  'not measured': IconCircleDashed,
};

function Headline({ account, measure }: { account: string; measure: HeadlineMeasure }) {
  const say = useSay('overview');
  const { locale } = useFormat();
  const write = (value: number | null) =>
    value === null ? '' : writeValue(value, measure.unit, locale);
  const Icon = icons[measure.state];
  const state = say(`measure.${measure.state}`);
  return (
    <>
      <div className={classes['measureHead']}>
        <h3>{measure.name}</h3>
        <span data-state={measure.state} className={classes['state']}>
          <Icon size={13} stroke={2} aria-hidden />
          {state}
        </span>
      </div>
      {measure.now !== null && (
        <p className={classes['now']}>
          <WhyFigure account={account} figure={`measure/${measure.id}`} title={measure.name}>
            {write(measure.now)}
          </WhyFigure>
          <span>{restOfUnit(measure.unit)}</span>
        </p>
      )}
      <MeasureBar
        width={196}
        measure={measure as Parameters<typeof MeasureBar>[0]['measure']}
        label={say('measure.label', { name: measure.name, state })}
      />
      <p className={classes['ends']}>
        <span>
          {measure.baseline !== null && say('measure.from', { value: write(measure.baseline) })}
        </span>
        <b>
          {measure.target !== null &&
            say(measure.direction === 'hold' ? 'measure.hold' : 'measure.to', {
              value: write(measure.target),
            })}
        </b>
      </p>
      <p className={classes['quiet']}>{proofWords(measure, say, locale)}</p>
    </>
  );
}

function proofWords(measure: HeadlineMeasure, say: Say, locale: string): string {
  if (measure.now === null) return say('measure.none');
  const day = writeDay(measure.now_on, locale, false);
  const source = measure.now_source;
  const name = measure.readings.at(-1)?.confirmed_by ?? '';
  if (measure.now_proof === 'confirmed') return say('measure.confirmed', { day, name });
  if (measure.now_proof === 'evidenced') {
    return say('measure.evidenced', {
      day,
      source: source === '' ? say('measure.records') : source,
    });
  }
  return source === '' ? say('measure.claimed', { day }) : say('measure.sourced', { day, source });
}
