import type { Header } from '@/api/account';
import { useFormat } from '@/state';
import { Avatar, Chip } from '@/ui';
import classes from './AccountHeader.module.css';
import { Roads } from './Roads';
import { writeDay } from './value/format';
import { useSay } from './value/hooks';

/** How many faces stand in the header; the others are counted. */
const mostFaces = 6;

/** The parts of an account, in the order of their tabs. */
const tabs = ['overview', 'plan', 'value', 'history'] as const;

/** One of the parts of an account. */
export type Tab = (typeof tabs)[number];

/** Draws one line: who the account is, when its term ends and who its people are; then its tabs. */
export function AccountHeader({ header, tab = 'value' }: { header: Header; tab?: Tab }) {
  const say = useSay();
  return (
    <header className={classes['header']}>
      <div className={classes['line']}>
        <h1>{header.name}</h1>
        {header.type !== '' && <Chip>{header.type}</Chip>}
        <Roads header={header} />
        <span className={classes['space']} />
        <Term header={header} />
        <Faces header={header} />
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

function Term({ header }: { header: Header }) {
  const say = useSay();
  const { locale, shortMoney } = useFormat();
  if (header.cancelled_on !== '') {
    return (
      <p className={classes['term']}>
        {say('header.cancelled', { day: writeDay(header.cancelled_on, locale) })}
      </p>
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
  return (
    <p className={classes['term']}>
      {header.arr > 0 && (
        <span>{say('header.term', { amount: shortMoney(header.arr, header.currency) })}</span>
      )}
      <b>{words}</b>
      <span>{writeDay(header.term_end, locale)}</span>
    </p>
  );
}

function Faces({ header }: { header: Header }) {
  const say = useSay();
  const people = [...header.people].sort((a, b) => Number(a.left) - Number(b.left));
  const rest = people.length - mostFaces;
  return (
    <div className={classes['faces']}>
      {people.length > 0 && (
        <ul aria-label={say('header.people')}>
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
      )}
      {header.csm !== '' && (
        <span className={classes['csm']}>{say('header.csm', { name: header.csm })}</span>
      )}
    </div>
  );
}

function nameAndTitle(name: string, title: string): string {
  return title === '' ? name : `${name}, ${title}`;
}
