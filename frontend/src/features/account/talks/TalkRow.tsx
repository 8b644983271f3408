import {
  IconArrowDownLeft,
  IconArrowUpRight,
  IconBulb,
  IconMessage,
  IconQuestionMark,
} from '@tabler/icons-react';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { talks as api } from '@/api';
import type { Talk, TalksPage } from '@/api/talks';
import { isFocusFree } from '@/lib/focus';
import { useFocusBack, useFormat, useOnce, useWrite } from '@/state';
import { EvidenceList } from '../plan/EvidenceList';
import { writeDay } from '../value/format';
import { RecapDialog } from './RecapDialog';
import { ReplyOn } from './ReplyOn';
import { ShareTeams } from './ShareTeams';
import { useSay } from './say';
import { TalkForm } from './TalkForm';
import { TalkMarks } from './TalkMarks';
import classes from './TalkRow.module.css';
import { TalkTools } from './TalkTools';

interface RowProps {
  page: TalksPage;
  talk: Talk;
  index: number;
  count: number;
  inHand: boolean;
  /** The page was opened to write its recap. */
  recap: boolean;
  /** It is the first of its day. */
  newDay: boolean;
  onHand: () => void;
  /** It was taken out: the focus goes on where it stood. */
  onGone: () => void;
}

/** What a row has open. */
type Open = '' | 'edit' | 'reply' | 'evidence' | 'recap';

/** Draws one record of the stream; Enter edits it, A marks it as answered, Delete takes it out. */
export const TalkRow = memo(function TalkRow(props: RowProps) {
  const say = useSay();
  const write = useWrite();
  const { locale } = useFormat();
  const { page, talk } = props;
  const row = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<Open>(props.recap ? 'recap' : '');
  useEffect(() => {
    if (props.recap) setOpen('recap');
  }, [props.recap]);
  useFocusBack(open !== '', row);
  const close = () => setOpen('');
  const answered = (on: string) =>
    write(
      () => api.replied(page.account, talk.id, on),
      say(on === '' ? 'reply.undone' : 'reply.done'),
    );
  const removing = useOnce(
    () =>
      write(() => api.remove(page.account, talk.kind, talk.id), say(`deleted.${talk.kind}`))
        .then(() => {
          if (isFocusFree(row.current)) props.onGone();
        })
        .catch(() => undefined), // what fails is shown by the write itself
  );
  const remove = () => void removing();
  const canAnswer = talk.kind === 'touchpoint' && talk.direction === 'in';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== row.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const edit = () => setOpen('edit');
    const answers: Readonly<Record<string, (() => void) | undefined>> = {
      Enter: edit,
      Delete: remove,
      a: canAnswer
        ? () => void answered(talk.replied_on === '' ? page.today : '').catch(() => undefined)
        : undefined,
      A: canAnswer ? () => setOpen('reply') : undefined,
      m: talk.kind === 'touchpoint' ? () => setOpen('recap') : undefined,
    };
    const answer = answers[event.key];
    if (answer === undefined) return;
    event.preventDefault();
    answer();
  };
  if (open === 'edit') return <TalkForm page={page} talk={talk} onClose={close} />;
  const day = writeDay(talk.on, locale, talk.on.slice(0, 4) !== page.today.slice(0, 4));
  return (
    <article
      ref={row}
      tabIndex={props.inHand ? 0 : -1}
      data-index={props.index}
      data-at={`${talk.kind}.${talk.id}`}
      data-new-day={props.newDay}
      aria-posinset={props.index + 1}
      aria-setsize={props.count}
      aria-label={`${say(`kind.${talk.kind}`)}, ${day}: ${talk.text}`}
      className={classes['row']}
      onKeyDown={onKeyDown}
      onFocus={props.onHand}
    >
      <time dateTime={talk.on} className={classes['day']} data-again={!props.newDay}>
        {day}
      </time>
      <span className={classes['icon']} data-kind={talk.kind}>
        <KindIcon talk={talk} />
      </span>
      <div>
        <p className={classes['text']}>{talk.text}</p>
        {talk.answer !== '' && <p className={classes['answer']}>{talk.answer}</p>}
        <Details page={page} talk={talk} />
        {talk.kind === 'insight' && <ShareTeams page={page} talk={talk} inHand={props.inHand} />}
        {open === 'reply' && (
          <ReplyOn
            today={page.today}
            first={talk.replied_on === '' ? page.today : talk.replied_on}
            onSave={(on) => answered(on).then(close, () => undefined)}
            onClose={close}
          />
        )}
        {open === 'evidence' && (
          <EvidenceList
            account={page.account}
            today={page.today}
            people={page.people}
            kind="touchpoint"
            id={talk.id}
            of={talk.text}
          />
        )}
      </div>
      <TalkMarks talk={talk} />
      <TalkTools
        inHand={props.inHand}
        talk={talk}
        canAnswer={canAnswer}
        open={open}
        onOpen={(what) => setOpen(what === open ? '' : what)}
        onAnswered={() => void answered(page.today).catch(() => undefined)}
        onRemove={remove}
      />
      {open === 'recap' && (
        <RecapDialog account={page.account} touchpoint={talk.id} onClose={close} />
      )}
    </article>
  );
});

function KindIcon({ talk }: { talk: Talk }) {
  const look = { size: 15, stroke: 1.7, 'aria-hidden': true } as const;
  if (talk.kind === 'question') return <IconQuestionMark {...look} />;
  if (talk.kind === 'insight') return <IconBulb {...look} />;
  if (talk.direction === 'in') return <IconArrowDownLeft {...look} />;
  if (talk.direction === 'out') return <IconArrowUpRight {...look} />;
  return <IconMessage {...look} />;
}

/** Says what kind it is, who was there and what it belongs to. */
function Details({ page, talk }: { page: TalksPage; talk: Talk }) {
  const say = useSay();
  const { locale } = useFormat();
  const names = talk.people.flatMap((id) => page.people.find((one) => one.id === id)?.name ?? []);
  const about = page.items.find((one) => one.id === talk.question_id)?.text ?? '';
  const outcome = page.outcomes.find((one) => one.id === talk.outcome_id)?.name ?? '';
  const parts = [
    talk.direction === '' ? '' : say(`direction.${talk.direction}`),
    talk.touch_kind === '' ? '' : say(`touch.${talk.touch_kind}`),
    talk.kind === 'touchpoint' ? '' : say(`kind.${talk.kind}`),
    names.join(', '),
    talk.asked_of === '' ? '' : say('askedOf', { name: talk.asked_of }),
    talk.from_team === '' ? '' : say('fromTeam', { team: talk.from_team }),
    talk.answered_on === '' ? '' : say('answeredOn', { day: writeDay(talk.answered_on, locale) }),
    talk.ticket === '' ? '' : say('ticket', { id: talk.ticket }),
    outcome === '' ? '' : say('forOutcome', { outcome }),
    about === '' ? '' : say('fromQuestion', { question: about }),
  ].filter((part) => part !== '');
  return <p className={classes['details']}>{parts.join(' · ')}</p>;
}
