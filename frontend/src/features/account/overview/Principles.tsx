import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { overview as api } from '@/api';
import type { OverviewPage, Principle } from '@/api/overview';
import { useFormat } from '@/state';
import { Why } from '@/ui';
import { mendCheck } from '../mend';
import { WhyFigure } from '../WhyFigure';
import mend from './Mend.module.css';
import classes from './Overview.module.css';
import { firstFailing, nextOf, reasonOf, type Standing, standingOf, wordsOf } from './principle';
import { useSay } from './say';

/** Draws the five principles, and coverage beside them, as they stand. */
export function Principles({ page }: { page: OverviewPage }) {
  const say = useSay('overview');
  return (
    <section aria-labelledby="principles">
      <h2 id="principles">{say('principles.title')}</h2>
      <ul className={classes['principles']}>
        {page.principles.map((one) => (
          <Row key={one.key} principle={one} page={page} />
        ))}
      </ul>
    </section>
  );
}

function Row({ principle, page }: { principle: Principle; page: OverviewPage }) {
  const say = useSay('overview');
  const { percent } = useFormat();
  const standing = standingOf(principle);
  const name = say(`principle.${principle.key}`);
  const words = wordsOf(principle, say);
  const { facts } = principle;
  const first = firstFailing(principle);
  const fact =
    standing === 'all' && (principle.key !== 'velocity' || facts.days !== null)
      ? say(`fact.${principle.key}`, {
          count: principle.key === 'velocity' ? (facts.days ?? 0) : facts.count,
          of: facts.of,
          percent: percent(facts.share),
        })
      : '';
  const title = say('principles.counted', {
    name,
    holds: principle.holds,
    of: principle.checks.length,
  });
  return (
    <li className={classes['principle']}>
      <Dot standing={standing} label={`${name}: ${say(`principles.${standing}`)}`} title={title} />
      <b>
        <Why title={title} panel={() => <Checks principle={principle} page={page} />}>
          {name}
        </Why>
      </b>
      <div>
        <p>
          <Fact principle={principle} page={page}>
            {fact}
          </Fact>
          {words.reasons.join(' ')}
          {words.more > 0 && ` ${say('principles.more', { count: words.more })}`}
        </p>
        {first !== undefined && (
          <p className={classes['next']}>
            <Next href={mendCheck(first, page)}>{words.next}</Next>
          </p>
        )}
      </div>
    </li>
  );
}

/** Draws a next step, which leads to where it is taken; a few have no screen yet. */
function Next({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (href === undefined) return children;
  return (
    <a className={mend['link']} href={href}>
      {children}
    </a>
  );
}

const figures: Record<string, string> = { bonding: 'bonded_share', velocity: 'silence_days' };

/** Draws what a principle says where all of it holds; a figure in it opens its why. */
function Fact(props: { principle: Principle; page: OverviewPage; children: ReactNode }) {
  const say = useSay('overview');
  const { key } = props.principle;
  const figure = figures[key];
  if (figure === undefined || props.children === '') return props.children;
  return (
    <WhyFigure account={props.page.account} figure={figure} title={say(`principle.${key}`)}>
      {props.children}
    </WhyFigure>
  );
}

function Dot({ standing, label, title }: { standing: Standing; label: string; title: string }) {
  return (
    <svg width="14" height="14" role="img" aria-label={label}>
      <title>{title}</title>
      {standing === 'all' && <circle cx="7" cy="7" r="6" fill="var(--green)" />}
      {standing === 'some' && (
        <>
          <circle cx="7" cy="7" r="5.25" fill="none" stroke="var(--amber-mark)" strokeWidth="1.5" />
          <path d="M7 1.75a5.25 5.25 0 0 0 0 10.5z" fill="var(--amber-mark)" />
        </>
      )}
      {standing === 'none' && (
        <g fill="none" stroke="var(--red-mark)" strokeWidth="1.5">
          <circle cx="7" cy="7" r="5.5" />
          <path d="M5 5l4 4M9 5l-4 4" />
        </g>
      )}
    </svg>
  );
}

function Checks({ principle, page }: { principle: Principle; page: OverviewPage }) {
  const say = useSay('overview');
  return (
    <ul className={classes['checks']}>
      {principle.checks.map((check) => (
        <li key={check.key}>
          {check.holds ? (
            <IconCheck size={14} stroke={2} aria-label={say('principles.holds')} role="img" />
          ) : (
            <IconX size={14} stroke={2} aria-label={say('principles.fails')} role="img" />
          )}
          <div>
            <p>{say(`check.${check.key}.label`)}</p>
            {!check.holds && (
              <>
                <p className={classes['quiet']}>{reasonOf(check, principle, say)}</p>
                <p className={classes['next']}>
                  <Next href={mendCheck(check, page)}>{nextOf(check, principle, say)}</Next>
                </p>
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Draws the checks of one principle of an account, read for it alone: for screens of many accounts. */
export function PrincipleChecks(props: { account: string; principle: string }) {
  const query = useQuery({
    queryKey: ['account', props.account, 'overview'],
    queryFn: () => api.page(props.account),
  });
  if (query.error !== null) return <p role="alert">{query.error.message}</p>;
  const page = query.data;
  const principle = page?.principles.find((one) => one.key === props.principle);
  if (page === undefined || principle === undefined) return null;
  return <Checks principle={principle} page={page} />;
}
