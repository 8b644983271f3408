import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconFlag,
  IconPointFilled,
  IconSquareFilled,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { overview as api } from '@/api';
import type { OverviewPage, Promised, Renewal } from '@/api/overview';
import { daysBetween } from '@/lib/dates';
import { useFormat, useWrite } from '@/state';
import { addressOf } from '../at';
import { mendFlag } from '../mend';
import { writeDay } from '../value/format';
import { WhyFigure } from '../WhyFigure';
import mend from './Mend.module.css';
import classes from './Overview.module.css';
import { useSay } from './say';

/** Draws the flags known so far, each with its day and its record. */
export function Flags({ page }: { page: OverviewPage }) {
  const say = useSay('overview');
  const { locale } = useFormat();
  return (
    <section aria-labelledby="flags">
      <div className={classes['head']}>
        <h2 id="flags">{say('flags.title')}</h2>
        <p>
          <WhyFigure account={page.account} figure="risk" title={say('flags.title')}>
            {say(`risk.${page.risk}`)}
          </WhyFigure>
        </p>
      </div>
      {page.flags.length === 0 && (
        <p className={classes['quiet']}>
          {say(page.risk === 'not yet known' ? 'flags.unknown' : 'flags.none')}
        </p>
      )}
      <ul className={classes['lines']}>
        {page.flags.map((flag) => (
          <li key={flag.name}>
            <IconFlag size={14} stroke={1.8} className={classes['warn']} aria-hidden />
            <div>
              <p>
                <a className={mend['flag']} href={mendFlag(flag, page)}>
                  {say(`flag.${flag.name}`)}
                </a>
              </p>
              <p className={classes['quiet']}>
                {[
                  flag.title,
                  flag.on === '' ? '' : say('flags.on', { day: writeDay(flag.on, locale) }),
                ]
                  .filter(Boolean)
                  .join(', ')}
                {' · '}
                <WhyFigure account={page.account} figure="risk" title={say(`flag.${flag.name}`)}>
                  {say('flags.weight', { count: flag.severity })}
                </WhyFigure>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many promises stand on the page. */
const mostPromises = 6;

/** Draws the promises of both sides that are open, with "done" in place. */
export function Promises({ page }: { page: OverviewPage }) {
  const say = useSay('overview');
  const more = page.promises.length - mostPromises;
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">{say('promises.title')}</h2>
      {page.promises.length === 0 && <p className={classes['quiet']}>{say('promises.empty')}</p>}
      <ul className={classes['lines']}>
        {page.promises.slice(0, mostPromises).map((one) => (
          <PromiseRow key={one.id} account={page.account} promised={one} today={page.today} />
        ))}
      </ul>
      {more > 0 && (
        <a className={classes['more']} href={`#/accounts/${page.account}/plan`}>
          {say('promises.more', { count: more })}
        </a>
      )}
    </section>
  );
}

function PromiseRow(props: { account: string; promised: Promised; today: string }) {
  const { account, promised, today } = props;
  const say = useSay('overview');
  const { locale } = useFormat();
  const write = useWrite();
  const isDone = promised.done_on !== '';
  const set = async (done: boolean) => {
    const words = say(done ? 'promises.kept' : 'promises.open', { title: promised.title });
    // What fails is shown by the write itself.
    await write(() => api.setPromise(account, promised.id, done), words).catch(() => undefined);
  };
  const day = writeDay(promised.due, locale, promised.due.slice(0, 4) !== today.slice(0, 4));
  return (
    <li data-done={isDone}>
      <input
        type="checkbox"
        checked={isDone}
        aria-label={promised.title}
        onChange={(event) => void set(event.currentTarget.checked)}
      />
      <div>
        <p>{promised.title}</p>
        <p className={classes['quiet']}>
          {promised.side === 'client' ? (
            <IconPointFilled size={11} aria-hidden />
          ) : (
            <IconSquareFilled size={8} aria-hidden />
          )}{' '}
          {[say(promised.side === 'client' ? 'promises.theirs' : 'promises.ours'), promised.owner]
            .filter(Boolean)
            .join(', ')}
          {' · '}
          {isDone && say('promises.done')}
          {!isDone && promised.late > 0 && (
            <b className={classes['warn']}>{say('promises.late', { count: promised.late })}</b>
          )}
          {!isDone &&
            promised.late === 0 &&
            (day === '' ? say('promises.noDay') : say('promises.due', { day }))}
        </p>
      </div>
    </li>
  );
}

/** Draws the renewal that is decided next: its day, its gates and what speaks for readiness. */
export function NextRenewal({ page }: { page: OverviewPage }) {
  const say = useSay('overview');
  const { locale } = useFormat();
  const { renewal } = page;
  if (renewal === null) {
    return (
      <section aria-labelledby="renewal">
        <h2 id="renewal">{say('renewal.title')}</h2>
        <p className={classes['quiet']}>{say('renewal.empty')}</p>
      </section>
    );
  }
  const day = writeDay(renewal.decision_on, locale);
  const when = renewal.days === 0 ? 'today' : renewal.days > 0 ? 'in' : 'past';
  const end = writeDay(renewal.end, locale);
  return (
    <section aria-labelledby="renewal">
      <div className={classes['head']}>
        <h2 id="renewal">{say('renewal.title')}</h2>
        <p className={renewal.days < 0 ? classes['warn'] : undefined}>
          <WhyFigure account={page.account} figure="decision_date" title={say('renewal.title')}>
            {say(`renewal.${when}`, { count: Math.abs(renewal.days), day })}
          </WhyFigure>
        </p>
      </div>
      <p className={classes['quiet']}>
        {renewal.notice_days > 0
          ? say('renewal.notice', { count: renewal.notice_days, day: end })
          : say('renewal.ends', { day: end })}
        {renewal.auto_renew && ` ${say('renewal.auto')}`}
      </p>
      <Gates renewal={renewal} today={page.today} />
      <Readiness page={page} renewal={renewal} />
      <a className={classes['more']} href={`#/accounts/${page.account}/renewal`}>
        {say('renewal.open')}
      </a>
    </section>
  );
}

function Readiness({ page, renewal }: { page: OverviewPage; renewal: Renewal }) {
  const say = useSay('overview');
  const { percent } = useFormat();
  const { plan } = page;
  const call = [...renewal.gates].reverse().find((gate) => gate.call !== '');
  const signal = lower(say(`risk.${renewal.signal}`));
  return (
    <ul className={classes['ready']}>
      <Ready ok={plan.signed && plan.current}>
        {plan.signed && plan.current ? (
          planWords(plan, say)
        ) : (
          <a className={mend['link']} href={addressOf(page.account, 'plan', { kind: 'sign' })}>
            {planWords(plan, say)}
          </a>
        )}
      </Ready>
      <Ready ok={call !== undefined && call.call === renewal.signal}>
        {call === undefined && say('renewal.noCallYet', { signal })}
        {call !== undefined &&
          say(call.call === renewal.signal ? 'renewal.same' : 'renewal.differ', {
            signal,
            call: lower(callWords(call.call, say)),
            name: call.decided_by,
          })}
      </Ready>
      <Ready ok={false} calm>
        {renewal.draft_id === '' ? (
          <a className={mend['link']} href={addressOf(page.account, 'value', { kind: 'story' })}>
            {say('renewal.noDraft')}
          </a>
        ) : (
          <>
            <a
              className={mend['link']}
              href={`#/accounts/${page.account}/story/${renewal.draft_id}`}
            >
              {say('renewal.isDraft')}
            </a>
            {', '}
            <WhyFigure
              account={page.account}
              figure={`story/${renewal.draft_id}`}
              title={say('renewal.novelty')}
            >
              {say('renewal.isNew', { percent: percent(renewal.novelty) })}
            </WhyFigure>
          </>
        )}
      </Ready>
    </ul>
  );
}

function planWords(plan: OverviewPage['plan'], say: ReturnType<typeof useSay>): string {
  if (!plan.signed) return say('renewal.unsigned');
  return plan.current ? say('renewal.signed') : say('renewal.changed', { count: plan.since });
}

function callWords(call: string, say: ReturnType<typeof useSay>): string {
  const words = say(`risk.${call}`);
  return words.startsWith('risk.') ? call : words;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function Ready({ ok, calm, children }: { ok: boolean; calm?: boolean; children: ReactNode }) {
  return (
    <li>
      {ok && <IconCheck size={14} stroke={2} className={classes['good']} aria-hidden />}
      {!ok && calm === true && <IconCircleDashed size={14} stroke={1.8} aria-hidden />}
      {!ok && calm !== true && (
        <IconAlertTriangle size={14} stroke={1.8} className={classes['warn']} aria-hidden />
      )}
      <span>{children}</span>
    </li>
  );
}

function Gates({ renewal, today }: { renewal: Renewal; today: string }) {
  const say = useSay('overview');
  const { dayAndMonth } = useFormat();
  const next = renewal.gates.find((gate) => !gate.past);
  return (
    <ol className={classes['gates']} aria-label={say('renewal.gates')}>
      {renewal.gates.map((gate) => (
        <li
          key={gate.days_before}
          data-past={gate.past}
          data-called={gate.call !== ''}
          data-next={gate === next}
        >
          <span>{say('renewal.gate', { count: gate.days_before })}</span>
          <small>
            {gate.call !== ''
              ? lower(callWords(gate.call, say))
              : gate.past
                ? say('renewal.noCall')
                : gate === next
                  ? say('renewal.inDays', { count: daysBetween(today, gate.on) })
                  : dayAndMonth(gate.on)}
          </small>
        </li>
      ))}
    </ol>
  );
}

/** Draws the story that was told last. */
export function LastStory({ page }: { page: OverviewPage }) {
  const say = useSay('overview');
  const { locale } = useFormat();
  return (
    <section aria-labelledby="story">
      <h2 id="story">{say('story.title')}</h2>
      {page.story === null ? (
        <p className={classes['quiet']}>{say('story.empty')}</p>
      ) : (
        <>
          <p>
            <a className={mend['flag']} href={`#/accounts/${page.account}/story/${page.story.id}`}>
              {page.story.title}
            </a>
          </p>
          <p className={classes['quiet']}>
            {say('story.told', { day: writeDay(page.story.told_on, locale) })}
          </p>
        </>
      )}
    </section>
  );
}
