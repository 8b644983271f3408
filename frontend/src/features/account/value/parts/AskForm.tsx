import { IconCopy, IconMail } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { mail } from '@/api';
import type { Timeline } from '@/api/value';
import { Button, useToast } from '@/ui';
import { firstAsked, mailOf, type Waiting } from '../ask';
import { writeDay } from '../format';
import { amountOf } from '../sentences';
import type { Voice } from '../words';
import classes from './AskForm.module.css';

/** Writes the mail that asks for a yes: to whom, about what, and its words, which may be changed. */
export function AskForm(props: {
  timeline: Timeline;
  waiting: readonly Waiting[];
  voice: Voice;
  onDone: () => void;
}) {
  const { timeline, waiting, voice } = props;
  const { say, locale } = voice;
  const id = useId();
  const toast = useToast();
  const people = timeline.people.filter((one) => !one.left);
  const [to, setTo] = useState(() => firstAsked(waiting, people));
  const [left, setLeft] = useState<readonly string[]>(() =>
    waiting.filter((one) => one.who !== '' && one.who !== to).map((one) => one.step.id),
  );
  const asked = waiting.filter((one) => !left.includes(one.step.id));
  const written = mailOf(to, asked, voice);
  // What was typed into the mail stays until somebody else, or something else, is asked.
  const [typed, setTyped] = useState({ of: '', body: '' });
  const body = typed.of === written.body ? typed.body : written.body;
  const address = people.find((one) => one.name === to)?.email ?? '';
  const href = mail.mailTo(address, written.subject, body);
  const choose = (name: string) => {
    setTo(name);
    setLeft(waiting.filter((one) => one.who !== '' && one.who !== name).map((one) => one.step.id));
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${written.subject}\n\n${body}`);
      toast({ message: say('ask.copied') });
    } catch {
      toast({ message: say('ask.notCopied'), bad: true });
    }
  };
  return (
    <div className={classes['ask']}>
      <label htmlFor={`${id}-to`}>{say('ask.to')}</label>
      <select id={`${id}-to`} value={to} onChange={(event) => choose(event.currentTarget.value)}>
        {to === '' && <option value="">{say('ask.nobody')}</option>}
        {people.map((one) => (
          <option key={one.id} value={one.name}>
            {one.email === '' ? one.name : `${one.name}, ${one.email}`}
          </option>
        ))}
      </select>
      <fieldset>
        <legend>{say('ask.about')}</legend>
        {waiting.map(({ benefit, step }) => (
          <label key={step.id}>
            <input
              type="checkbox"
              checked={!left.includes(step.id)}
              onChange={(event) =>
                setLeft(
                  event.currentTarget.checked
                    ? left.filter((one) => one !== step.id)
                    : [...left, step.id],
                )
              }
            />
            {benefit.title}, {amountOf(step, voice)}, {writeDay(step.on, locale)}
          </label>
        ))}
      </fieldset>
      <p className={classes['subject']}>
        {say('ask.subjectLabel')} <b>{written.subject}</b>
      </p>
      <label htmlFor={`${id}-body`}>{say('ask.body')}</label>
      <textarea
        id={`${id}-body`}
        rows={11}
        value={body}
        onChange={(event) => setTyped({ of: written.body, body: event.currentTarget.value })}
      />
      <div className={classes['actions']}>
        <a
          className={classes['send']}
          href={href}
          onClick={(event) => {
            if (mail.openMail(href)) event.preventDefault();
          }}
        >
          <IconMail size={14} stroke={1.6} aria-hidden />
          {say('ask.open')}
        </a>
        <Button icon={<IconCopy size={14} stroke={1.6} aria-hidden />} onClick={() => void copy()}>
          {say('ask.copy')}
        </Button>
        <Button look="quiet" onClick={props.onDone}>
          {say('ask.close')}
        </Button>
      </div>
      <p className={classes['note']}>{say('ask.note')}</p>
    </div>
  );
}
