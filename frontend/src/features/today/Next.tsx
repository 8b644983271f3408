import { useTranslation } from 'react-i18next';
import type { TodayNext } from '@/api/today';
import { restOfUnit, writeValue } from '@/lib/numbers';
import { quoted } from '@/lib/quotes';
import { verdictLook } from '@/lib/verdict';
import { useFormat } from '@/state';
import { Button, SparkLine, Trend } from '@/ui';
import { WhyFigure } from '@/why';
import classes from './Next.module.css';

/** From how many days on nothing new is worth a word. */
const silent = 120;

/** Draws the account that is met, reviewed or decided next, and what to know before. */
export function Next({ next }: { next: TodayNext }) {
  const { t } = useTranslation('today');
  const { t: common } = useTranslation('common');
  const { date } = useFormat();
  const look = verdictLook(next.verdict);
  const when = () => {
    if (next.days === 0) return t('next.today');
    return next.days === 1
      ? t('next.tomorrow')
      : t('next.inDays', { count: next.days, day: date(next.on) });
  };
  return (
    <aside className={classes['next']} aria-labelledby="today-next">
      <p className={classes['quiet']}>
        {when()}: {t(`next.kind.${next.kind}`)}
      </p>
      <h2 id="today-next">{next.name}</h2>
      <p className={classes['verdict']} data-tone={look.tone}>
        <span className={classes['mark']}>
          <Trend shape={look.shape} />
        </span>
        <span>
          <WhyFigure account={next.account} figure="verdict" title={common(look.key)}>
            {common(look.key)}
          </WhyFigure>
          {next.term_end !== '' && next.left >= 0 && `, ${t('next.left', { count: next.left })}`}
        </span>
      </p>
      <Quote next={next} />
      <OneMeasure next={next} />
      <News next={next} tone={look.tone} />
      {next.ask.length > 0 && (
        <section aria-labelledby="today-ask">
          <h3 id="today-ask">{t('next.ask')}</h3>
          <ul className={classes['ask']}>
            {next.ask.map((one) => (
              <li key={one.key + one.words}>
                {t(`next.question.${one.key}`, { words: one.words })}
                {one.key === 'open' && one.who !== '' && (
                  <span className={classes['quiet']}>
                    {' '}
                    ({t('next.openSince', { who: one.who })})
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Button
        look="primary"
        onClick={() => {
          window.location.hash = `/accounts/${next.account}/overview`;
        }}
      >
        {t('next.open')}
      </Button>
    </aside>
  );
}

function Quote({ next: { outcome } }: { next: TodayNext }) {
  const { date, locale } = useFormat();
  if (outcome === null) return null;
  if (outcome.quote === '') return <p className={classes['statement']}>{outcome.statement}</p>;
  return (
    <figure>
      <blockquote>{quoted(outcome.quote, locale)}</blockquote>
      <figcaption className={classes['quiet']}>
        {[outcome.quoted_name, outcome.said_on === '' ? '' : date(outcome.said_on)]
          .filter(Boolean)
          .join(', ')}
      </figcaption>
    </figure>
  );
}

function OneMeasure({ next: { measure } }: { next: TodayNext }) {
  const { t } = useTranslation('today');
  const { locale, date, percent } = useFormat();
  if (measure === null) return null;
  const { baseline, target, unit, now, progress } = measure;
  const rest = restOfUnit(unit);
  const share = progress === null ? null : Math.max(0, Math.min(1, progress));
  return (
    <section aria-label={measure.name}>
      <p className={classes['measureHead']}>
        <b>{measure.name}</b>
        <span>{t(`state.${measure.state as 'met'}`)}</span>
      </p>
      {now !== null && (
        <p className={classes['measureLine']}>
          {baseline !== null && <span>{writeValue(baseline, unit, locale)}</span>}
          {share !== null && (
            <svg
              viewBox="0 0 152 22"
              role="img"
              aria-label={t('next.progress', { share: percent(share) })}
            >
              <line x1="6" x2="146" y1="11" y2="11" stroke="var(--line-2)" strokeWidth="1.5" />
              <line
                x1="6"
                x2={6 + 140 * share}
                y1="11"
                y2="11"
                stroke="var(--ink-3)"
                strokeWidth="5"
                opacity="0.45"
              />
              <path d="M6 6v10M146 4v14" stroke="var(--ink)" strokeWidth="1.6" />
              <circle
                cx={6 + 140 * share}
                cy="11"
                r="5"
                fill={measure.state === 'stale' ? 'var(--paper)' : 'var(--ink-3)'}
                stroke="var(--ink-3)"
                strokeWidth="1.8"
                strokeDasharray={measure.state === 'stale' ? '2 1.6' : undefined}
              />
            </svg>
          )}
          <b>{writeValue(now, unit, locale)}</b>
          {target !== null && <span>{writeValue(target, unit, locale)}</span>}
        </p>
      )}
      <p className={classes['quiet']}>
        {now === null
          ? t('next.unread')
          : t('next.readOn', { unit: rest, day: date(measure.now_on) }).replace(/^, /, '')}
      </p>
    </section>
  );
}

function News({ next, tone }: { next: TodayNext; tone: 'good' | 'calm' | 'bad' }) {
  const { t } = useTranslation('today');
  const { shortMoney, number, dayAndMonth } = useFormat();
  const amount = t('next.proved', { amount: shortMoney(next.level, next.currency) });
  const isSilent = next.silence !== null && next.silence >= silent;
  return (
    <section className={classes['news']} aria-label={amount}>
      <SparkLine proved={next.spark} tone={tone} label={amount} width={104} height={34} />
      <div>
        <p>
          {next.level > 0 ? (
            <>
              <WhyFigure account={next.account} figure="level" title={amount}>
                {amount}
              </WhyFigure>
              , {t('next.provedWord')}
            </>
          ) : (
            t('next.noValue')
          )}
        </p>
        {isSilent && (
          <p className={classes['warn']}>
            {t('next.nothingNew', { days: number(next.silence ?? 0) })}
          </p>
        )}
        {next.news.map((one) => (
          <p key={one.title}>{t('next.newOn', { day: dayAndMonth(one.on), title: one.title })}</p>
        ))}
      </div>
    </section>
  );
}
