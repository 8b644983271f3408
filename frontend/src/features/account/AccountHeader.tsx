import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Header } from '@/api/account';
import { verdictLook } from '@/lib/verdict';
import { useFormat } from '@/state';
import { Avatar, Chip, Trend } from '@/ui';
import classes from './AccountHeader.module.css';
import { Roads } from './Roads';
import { writeDay } from './value/format';
import { useSay } from './value/hooks';
import { axesSentence } from './value/sentences';
import { WhyFigure } from './WhyFigure';

/** How many faces stand in the header; the others are counted. */
const mostFaces = 6;

/** The parts of an account, in the order of their tabs. */
const tabs = [
  'overview',
  'plan',
  'value',
  'people',
  'conversations',
  'renewal',
  'history',
] as const;

/** One of the parts of an account. */
export type Tab = (typeof tabs)[number];

/**
 * Draws who the account is, when its term ends and who its people are; then its tabs. The
 * overview's is tall: it says besides how the client is doing, in a sentence.
 */
export function AccountHeader({ header, tab }: { header: Header; tab: Tab }) {
  const say = useSay();
  const tall = tab === 'overview';
  return (
    <header className={classes['header']}>
      <div className={classes['line']} data-tall={tall}>
        <div className={classes['who']}>
          <div className={classes['title']}>
            <h1>{header.name}</h1>
            {header.type !== '' && <Chip>{header.type}</Chip>}
            <Roads header={header} />
          </div>
          {tall && <Verdict header={header} />}
        </div>
        <div className={classes['facts']}>
          <Term header={header} tall={tall} />
          <Faces header={header} tall={tall} />
          <Csm header={header} tall={tall} />
        </div>
      </div>
      <nav className={classes['tabs']} aria-label={say('tabs.label')}>
        {tabs.map((one) => (
          <a
            key={one}
            href={`#/accounts/${header.id}/${one}`}
            {...(one === tab && { 'aria-current': 'page' as const })}
          >
            {say(`tabs.${one}`)}
          </a>
        ))}
      </nav>
    </header>
  );
}

/** Says how the client is doing: the verdict and what moved. */
function Verdict({ header }: { header: Header }) {
  const { t } = useTranslation();
  const say = useSay();
  const { locale } = useFormat();
  const look = verdictLook(header.axes.verdict);
  return (
    <p className={classes['verdict']} data-tone={look.tone}>
      <Trend shape={look.shape} size={15} />
      <span>
        <b>
          <WhyFigure account={header.id} figure="verdict" title={say('why.verdict')}>
            {t(look.key)}
          </WhyFigure>
          :
        </b>{' '}
        {axesSentence(header.axes, say, locale, true)}
      </span>
    </p>
  );
}

/** Draws a fact of the header; in the tall one under its label. */
function Fact(props: { label: ReactNode; tall: boolean; name: string; children: ReactNode }) {
  return (
    <div data-fact={props.name}>
      {props.tall && <p className={classes['label']}>{props.label}</p>}
      {props.children}
    </div>
  );
}

function Term({ header, tall }: { header: Header; tall: boolean }) {
  const say = useSay();
  const { locale, money, shortMoney } = useFormat();
  if (header.cancelled_on !== '') {
    return (
      <Fact label={say('header.term')} tall={tall} name="term">
        <p className={classes['term']}>
          <b>{say('header.cancelled', { day: writeDay(header.cancelled_on, locale) })}</b>
        </p>
      </Fact>
    );
  }
  if (header.term_end === '') return null;
  const days = header.days_to_renewal;
  const words =
    days > 0
      ? say('header.daysToRenewal', { count: days })
      : days === 0
        ? say('header.endsToday')
        : say('header.ended', { count: -days });
  const price = (amount: string) => (
    <WhyFigure account={header.id} figure="arr" title={say('header.arr')}>
      {say('header.aYear', { amount })}
    </WhyFigure>
  );
  return (
    <Fact
      tall={tall}
      name="term"
      label={
        <>
          {say('header.termNumber', { count: header.term_number })}
          {header.arr > 0 && <>, {price(money(header.arr, header.currency))}</>}
        </>
      }
    >
      <p className={classes['term']}>
        {!tall && header.arr > 0 && price(shortMoney(header.arr, header.currency))}
        <b>
          <WhyFigure account={header.id} figure="renewal_days" title={say('header.renewalDays')}>
            {words}
          </WhyFigure>
        </b>
        <span>{writeDay(header.term_end, locale)}</span>
      </p>
    </Fact>
  );
}

function Faces({ header, tall }: { header: Header; tall: boolean }) {
  const say = useSay();
  const people = [...header.people].sort((a, b) => Number(a.left) - Number(b.left));
  const rest = people.length - mostFaces;
  if (people.length === 0) return null;
  return (
    <Fact label={say('header.peopleShort')} tall={tall} name="people">
      <ul className={classes['faces']} aria-label={say('header.people')}>
        {people.slice(0, mostFaces).map((p) => (
          <li
            key={p.id}
            title={p.left ? say('header.left', { name: p.name }) : nameAndTitle(p.name, p.title)}
          >
            <Avatar large gone={p.left} name={p.name} />
          </li>
        ))}
        {rest > 0 && <li className={classes['rest']}>+{rest}</li>}
      </ul>
    </Fact>
  );
}

function Csm({ header, tall }: { header: Header; tall: boolean }) {
  const say = useSay();
  if (header.csm === '') return null;
  return (
    <Fact label={say('header.csmShort')} tall={tall} name="csm">
      {tall ? (
        <span title={say('header.csm', { name: header.csm })}>
          <Avatar large name={header.csm} />
        </span>
      ) : (
        <span className={classes['csm']}>{say('header.csm', { name: header.csm })}</span>
      )}
    </Fact>
  );
}

function nameAndTitle(name: string, title: string): string {
  return title === '' ? name : `${name}, ${title}`;
}
