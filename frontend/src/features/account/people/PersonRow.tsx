import {
  IconChevronDown,
  IconEraser,
  IconFileDownload,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { people as api, stories, toProblem } from '@/api';
import type { Depend, PeoplePage, Stakeholder } from '@/api/people';
import { useFocusBack, useFormat, useWrite } from '@/state';
import { Avatar, Button, Chip, useToast } from '@/ui';
import { useOpenRecord } from '@/why';
import classes from './People.module.css';
import { PersonForm } from './PersonForm';
import { useSay } from './say';

/** Draws one person; opened, what is known of them and what hangs on them. */
export function PersonRow(props: {
  page: PeoplePage;
  person: Stakeholder;
  /** How deep they stand below those whom they report to. */
  depth: number;
  open: boolean;
  onOpen: (open: boolean) => void;
  onForget: () => void;
}) {
  const say = useSay();
  const { date } = useFormat();
  const { page, person, open } = props;
  const [editing, setEditing] = useState(false);
  const fold = useRef<HTMLButtonElement>(null);
  useFocusBack(open && editing, fold);
  const facts = [
    person.title,
    person.team,
    person.left ? say('left', { day: date(person.left_on) }) : '',
    person.last_touch === '' ? say('neverMet') : say('lastMet', { day: date(person.last_touch) }),
  ].filter((part) => part !== '');
  return (
    <li
      data-at={`stakeholder.${person.id}`}
      className={classes['person']}
      style={{ marginInlineStart: `${Math.min(props.depth, 5) * 1.25}rem` }}
    >
      <button
        ref={fold}
        type="button"
        className={classes['fold']}
        aria-expanded={open}
        onClick={() => props.onOpen(!open)}
      >
        <Avatar name={person.name} gone={person.left} />
        <span className={classes['who']}>
          <b>{person.name}</b>
          <small>{facts.join(' · ')}</small>
        </span>
        <span className={classes['chips']}>
          {person.role !== '' && (
            <Chip tone={person.role === 'blocker' ? 'warn' : 'plain'}>
              {say(`role.${person.role}`)}
            </Chip>
          )}
          {person.stance !== null && (
            <Chip tone={tone(person.stance)}>{say(`stance.${person.stance}`)}</Chip>
          )}
          {person.left && person.depends.length > 0 && (
            <Chip tone="warn">{say('hangs', { count: person.depends.length })}</Chip>
          )}
        </span>
        <IconChevronDown size={15} stroke={1.7} aria-hidden />
      </button>
      {open && editing && <PersonForm page={page} person={person} onClose={close} />}
      {open && !editing && (
        <Details
          page={page}
          person={person}
          onEdit={() => setEditing(true)}
          onForget={props.onForget}
        />
      )}
    </li>
  );
}

function tone(stance: number): 'good' | 'warn' | 'outlined' {
  if (stance > 0) return 'good';
  return stance < 0 ? 'warn' : 'outlined';
}

function Details(props: {
  page: PeoplePage;
  person: Stakeholder;
  onEdit: () => void;
  onForget: () => void;
}) {
  const say = useSay();
  const write = useWrite();
  const toast = useToast();
  const { date } = useFormat();
  const { page, person } = props;
  const boss = page.people.find((one) => one.id === person.reports_to_id)?.name ?? '';
  const until =
    person.quote_permission_until === ''
      ? ''
      : say('until', { day: date(person.quote_permission_until) });
  const facts: readonly (readonly [string, string])[] = [
    ['email', person.email],
    ['phone', person.phone],
    ['reports_to_id', boss],
    ['influence', person.influence === null ? '' : say(`influence.${person.influence}`)],
    ['cares_about', person.cares_about],
    [
      'quote_permission',
      person.quote_permission === ''
        ? say('permission.none')
        : `${say(`permission.${person.quote_permission}`)}${until}`,
    ],
    ['internal', person.internal ? say('yes') : ''],
  ];
  const held = async () => {
    try {
      const path = await stories.saveFile(
        say('held.title'),
        say('held.file', { name: person.name }),
      );
      if (path === '') return;
      const done = await api.held(page.account, person.id, path);
      await stories.reveal(path);
      toast({ message: say('held.done', { count: done.records, changes: done.changes }) });
    } catch (cause) {
      toast({ message: toProblem(cause).message, bad: true });
    }
  };
  const remove = () => {
    // What fails is shown by the write itself.
    void write(
      () => api.remove(page.account, person.id),
      say('deleted', { name: person.name }),
    ).catch(() => undefined);
  };
  return (
    <div className={classes['details']}>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{say(`field.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {person.forgotten_on !== '' && (
        <p className={classes['muted']}>{say('forget.was', { day: date(person.forgotten_on) })}</p>
      )}
      <Depends person={person} />
      <div className={classes['actions']}>
        <Button
          size="small"
          icon={<IconPencil size={13} stroke={1.7} aria-hidden />}
          onClick={props.onEdit}
        >
          {say('edit')}
        </Button>
        <Button
          size="small"
          look="quiet"
          icon={<IconFileDownload size={13} stroke={1.7} aria-hidden />}
          onClick={() => void held()}
        >
          {say('held.open')}
        </Button>
        <Button
          size="small"
          look="quiet"
          icon={<IconTrash size={13} stroke={1.7} aria-hidden />}
          onClick={remove}
        >
          {say('delete')}
        </Button>
        {person.forgotten_on === '' && (
          <Button
            size="small"
            look="quiet"
            icon={<IconEraser size={13} stroke={1.7} aria-hidden />}
            aria-haspopup="dialog"
            onClick={props.onForget}
          >
            {say('forget.open')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Lists what hangs on a person; each opens where it can be given to somebody else. */
function Depends({ person }: { person: Stakeholder }) {
  const say = useSay();
  const open = useOpenRecord();
  if (person.depends.length === 0) return <p className={classes['muted']}>{say('depends.none')}</p>;
  return (
    <div className={classes['depends']}>
      <h3>{say(person.left ? 'depends.left' : 'depends.title')}</h3>
      <ul>
        {person.depends.map((one: Depend) => (
          <li key={`${one.what}${one.kind}${one.id}${one.title}`}>
            <span>{say(`depends.${one.what}`)}</span>
            <button type="button" onClick={() => open(one.kind, one.id)}>
              {one.title === '' ? say('depends.untitled') : one.title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
