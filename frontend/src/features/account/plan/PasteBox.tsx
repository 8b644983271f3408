import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { plan as api, toProblem } from '@/api';
import { isDay } from '@/lib/day';
import { useOnce, useWrite } from '@/state';
import { Button, DateField } from '@/ui';
import { usePlan } from './context';
import { Labelled } from './Labelled';
import classes from './PasteBox.module.css';
import { readQuote, statementOf } from './quote';

/** What nobody in the list has: somebody new. */
const someone = 'new';

/**
 * Takes in what a client said and makes an outcome of it: their words, who, when, and
 * the outcome in a few words. Ctrl Enter adds it, Esc leaves.
 */
export function PasteBox(props: { text: string; statementFirst: boolean; onClose: () => void }) {
  const { page, say } = usePlan();
  const write = useWrite();
  const read = readQuote(props.text, page.people, page.today);
  const [draft, setDraft] = useState({
    quote: read.quote,
    person:
      read.person !== ''
        ? read.person
        : read.newPerson !== '' || page.people.length === 0
          ? someone
          : '',
    newName: read.newPerson,
    newTitle: read.newTitle,
    on: read.on,
    statement: statementOf(read.quote),
    touched: false,
  });
  const [wrong, setWrong] = useState({ field: '', message: '' });
  const box = useRef<HTMLElement>(null);
  const first = props.statementFirst ? 'input' : 'textarea';
  useEffect(() => box.current?.querySelector<HTMLElement>(first)?.focus(), [first]);
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const errorOf = (field: string) => (wrong.field === field ? wrong.message : '');

  const save = useOnce(async () => {
    if (draft.statement.trim() === '')
      return setWrong({ field: 'statement', message: say('paste.needStatement') });
    if (draft.quote.trim() !== '' && !isDay(draft.on))
      return setWrong({ field: 'said_on', message: say('paste.badDay') });
    if (draft.on > page.today) return setWrong({ field: 'said_on', message: say('paste.future') });
    try {
      await write(
        () =>
          api.paste({
            account: page.account,
            plan: page.plan.id,
            plan_title: say('empty.planTitle', { account: page.name }),
            quote: draft.quote,
            statement: draft.statement,
            person: draft.person === someone ? '' : draft.person,
            new_person: draft.person === someone ? draft.newName : '',
            new_title: draft.person === someone ? draft.newTitle : '',
            on: draft.quote.trim() === '' ? '' : draft.on,
          }),
        say('paste.done'),
      );
      props.onClose();
    } catch (cause) {
      const { field, message } = toProblem(cause);
      setWrong({ field, message });
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') props.onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };
  /** A whole piece that is pasted into the empty box is read like one pasted onto the page. */
  const onPaste = (text: string) => {
    if (draft.quote.trim() !== '') return false;
    const found = readQuote(text, page.people, page.today);
    change({
      quote: found.quote,
      on: found.on,
      ...(found.person !== '' && { person: found.person }),
      ...(found.newPerson !== '' && {
        person: someone,
        newName: found.newPerson,
        newTitle: found.newTitle,
      }),
      ...(!draft.touched && { statement: statementOf(found.quote) }),
    });
    return true;
  };
  return (
    <section
      ref={box}
      className={classes['box']}
      aria-label={say('paste.title')}
      onKeyDown={onKeyDown}
    >
      <Labelled label={say('paste.title')} className={classes['quote']} error={errorOf('quote')}>
        {(field) => (
          <textarea
            {...field}
            rows={3}
            placeholder={say('paste.quotePlaceholder')}
            value={draft.quote}
            onPaste={(event) => {
              if (onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
            }}
            onChange={(event) => {
              const quote = event.currentTarget.value;
              change({ quote, ...(!draft.touched && { statement: statementOf(quote) }) });
            }}
          />
        )}
      </Labelled>
      <div className={classes['side']}>
        <Labelled
          label={say('paste.statement')}
          className={classes['wide']}
          error={errorOf('statement')}
        >
          {(field) => (
            <input
              {...field}
              placeholder={say('paste.statementPlaceholder')}
              value={draft.statement}
              onChange={(event) => change({ statement: event.currentTarget.value, touched: true })}
            />
          )}
        </Labelled>
        <Labelled label={say('paste.who')} error={errorOf('quoted_stakeholder_id')}>
          {(field) => (
            <select
              {...field}
              value={draft.person}
              onChange={(event) => change({ person: event.currentTarget.value })}
            >
              <option value="">{say('paste.nobody')}</option>
              {page.people.map((p) => (
                <option key={p.id} value={p.id}>
                  {p.title === '' ? p.name : `${p.name}, ${p.title}`}
                </option>
              ))}
              <option value={someone}>{say('paste.someone')}</option>
            </select>
          )}
        </Labelled>
        <Labelled label={say('paste.on')} error={errorOf('said_on')}>
          {(field) => (
            <DateField
              {...field}
              today={page.today}
              value={draft.on}
              onChange={(on) => change({ on })}
            />
          )}
        </Labelled>
        {draft.person === someone && (
          <>
            <Labelled label={say('paste.newName')} error={errorOf('name')}>
              {(field) => (
                <input
                  {...field}
                  value={draft.newName}
                  onChange={(event) => change({ newName: event.currentTarget.value })}
                />
              )}
            </Labelled>
            <Labelled label={say('paste.newTitle')}>
              {(field) => (
                <input
                  {...field}
                  value={draft.newTitle}
                  onChange={(event) => change({ newTitle: event.currentTarget.value })}
                />
              )}
            </Labelled>
          </>
        )}
      </div>
      <p className={classes['help']}>{say('paste.help')}</p>
      <div className={classes['actions']}>
        <Button look="primary" onClick={() => void save()}>
          {say('paste.save')} <kbd>Ctrl ↵</kbd>
        </Button>
        <Button look="quiet" onClick={props.onClose}>
          {say('cancel')}
        </Button>
      </div>
    </section>
  );
}
