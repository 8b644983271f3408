import { Checkbox, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { people as api, toProblem } from '@/api';
import type { Forgotten, Stakeholder } from '@/api/people';
import { useFormat } from '@/state';
import { Button, Dialog } from '@/ui';
import classes from './Forget.module.css';
import { type Say, useSay } from './say';

/** Says what forgetting a person takes out and what it cannot reach, and forgets them. */
export function ForgetDialog(props: {
  account: string;
  /** As they were when the dialog was opened: afterwards they have no name. */
  person: Stakeholder;
  onClose: () => void;
  /** Gives the focus back; the button that opened the dialog may have gone. */
  onClosed: () => void;
}) {
  const say = useSay();
  const [done, setDone] = useState<Forgotten | null>(null);
  const { name } = props.person;
  const close = () => {
    props.onClose();
    props.onClosed();
  };
  return (
    <Dialog
      opened
      onClose={close}
      title={say(done === null ? 'forget.title' : 'forget.done', { name })}
    >
      {done === null ? (
        <Form account={props.account} person={props.person} onClose={close} onDone={setDone} />
      ) : (
        <div className={classes['dialog']}>
          <h3>{say('forget.doneText')}</h3>
          <Counts look={done} say={say} />
          <Beyond look={done} say={say} />
          <div className={classes['actions']}>
            <Button data-autofocus look="primary" onClick={close}>
              {say('forget.close')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function Form(props: {
  account: string;
  person: Stakeholder;
  onClose: () => void;
  onDone: (done: Forgotten) => void;
}) {
  const say = useSay();
  const { t } = useTranslation();
  const { number } = useFormat();
  const [as, setAs] = useState(say('forget.asDefault'));
  const [keep, setKeep] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const whom = { account: props.account, id: props.person.id };
  const look = useQuery({
    queryKey: ['account', props.account, 'forget', props.person.id, keep],
    queryFn: () => api.lookForget({ ...whom, as: say('forget.asDefault'), keep: [...keep] }),
    placeholderData: keepPreviousData,
    // Once they are being forgotten there is nothing to look for.
    enabled: !busy,
    gcTime: 0,
  });
  // A part that is kept is not looked for any more: what it was stays in the list.
  const all = useQuery({
    queryKey: ['account', props.account, 'forget', props.person.id, []],
    queryFn: () => api.lookForget({ ...whom, as: say('forget.asDefault'), keep: [] }),
    enabled: !busy,
    gcTime: 0,
  });
  const parts = (all.data?.parts ?? []).filter((part) => part.count > 0);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || look.data === undefined) return;
    setBusy(true);
    try {
      props.onDone(await api.forget({ ...whom, as, keep: [...keep] }));
    } catch (cause) {
      setError(toProblem(cause).message);
    } finally {
      setBusy(false);
    }
  };
  const problem = error || (look.error === null ? '' : look.error.message);
  return (
    <form className={classes['dialog']} onSubmit={(event) => void submit(event)}>
      <p>{say('forget.text')}</p>
      {look.data === undefined ? (
        <p role="status">{problem === '' && say('forget.counting')}</p>
      ) : (
        <Counts look={look.data} say={say} />
      )}
      <TextInput
        label={say('forget.as')}
        value={as}
        onChange={(event) => setAs(event.currentTarget.value)}
      />
      {parts.length > 0 && (
        <fieldset className={classes['parts']}>
          <legend>{say('forget.parts')}</legend>
          <p>{say('forget.partsText')}</p>
          {parts.map(({ text, count }) => (
            <Checkbox
              key={text}
              size="xs"
              label={say('forget.part', { text, count, formatted: number(count) })}
              checked={!keep.includes(text)}
              onChange={(event) =>
                setKeep(
                  event.currentTarget.checked
                    ? keep.filter((one) => one !== text)
                    : [...keep, text],
                )
              }
            />
          ))}
        </fieldset>
      )}
      {look.data !== undefined && <Beyond look={look.data} say={say} />}
      {problem !== '' && <p role="alert">{problem}</p>}
      <div className={classes['actions']}>
        <Button data-autofocus onClick={props.onClose}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          look="danger"
          disabled={look.data === undefined || as.trim() === ''}
          aria-disabled={busy}
        >
          {say('forget.confirm')}
        </Button>
      </div>
    </form>
  );
}

function Counts({ look, say }: { look: Forgotten; say: Say }) {
  const { number } = useFormat();
  const { records, changes, stories, files } = look;
  const lines = [
    say('forget.records', { count: records, formatted: number(records) }),
    say('forget.changes', { count: changes, formatted: number(changes) }),
  ];
  if (stories.length > 0) {
    const titles = stories.map((title) => `“${title}”`).join(', ');
    lines.push(say('forget.stories', { count: stories.length, titles }));
  }
  if (files > 0) lines.push(say('forget.files', { count: files }));
  return <List lines={lines} />;
}

function Beyond({ look, say }: { look: Forgotten; say: Say }) {
  const lines = (['unread', 'exported', 'backups'] as const)
    .filter((name) => look[name] > 0)
    .map((name) => say(`forget.${name}`, { count: look[name] }));
  return (
    <div>
      <h3>{say('forget.beyond')}</h3>
      <List lines={[...lines, say('forget.elsewhere')]} />
    </div>
  );
}

function List({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
