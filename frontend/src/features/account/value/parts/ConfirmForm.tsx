import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { toProblem } from '@/api';
import type { Person } from '@/api/value';
import { useOnce } from '@/state';
import { Button, DateField } from '@/ui';
import type { Voice } from '../words';
import { Field } from './Field';
import classes from './Form.module.css';

/** Notes in place who said yes to a step, and when. */
export function ConfirmForm(props: {
  people: Person[];
  today: string;
  voice: Voice;
  onConfirm: (by: string, on: string) => Promise<void>;
  onCancel: () => void;
}) {
  const { people, today, voice, onConfirm, onCancel } = props;
  const { say } = voice;
  const [by, setBy] = useState('');
  const [on, setOn] = useState(today);
  const [error, setError] = useState('');
  const list = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = useOnce(async () => {
    try {
      await onConfirm(by.trim(), on);
    } catch (cause) {
      setError(toProblem(cause).message);
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <form
      className={classes['confirm']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={onKeyDown}
    >
      <Field label={say('benefit.who')} error={error}>
        {(field) => (
          <input
            {...field}
            ref={first}
            list={list}
            value={by}
            onChange={(e) => setBy(e.target.value)}
          />
        )}
      </Field>
      <datalist id={list}>
        {people.map((p) => (
          <option key={p.id} value={p.name}>
            {p.title}
          </option>
        ))}
      </datalist>
      <Field label={say('benefit.when')}>
        {(field) => <DateField {...field} required today={today} value={on} onChange={setOn} />}
      </Field>
      <Button type="submit" look="primary" size="medium">
        {say('benefit.confirm')}
      </Button>
    </form>
  );
}
