import {
  IconAlertOctagon,
  IconArrowRight,
  IconBook,
  IconCheck,
  IconCircleCheck,
  IconClock,
  IconFlag,
  IconHelpCircle,
  IconMail,
  IconRuler2,
} from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api';
import type { TodayRow, TodoKind } from '@/api/today';
import { inWords } from '@/i18n/words';
import { focusIfFree } from '@/lib/focus';
import { readNumber, restOfUnit, writeValue } from '@/lib/numbers';
import { useFocusBack, useFormat, useOnce, useUndo } from '@/state';
import { Button } from '@/ui';
import { type FormKind, RowForm } from './forms';
import { RowMenu } from './RowMenu';
import classes from './Today.module.css';
import type { Acts } from './useActs';
import { toneOf, whatOf, whyOf } from './words';

const icons: Record<TodoKind, typeof IconMail> = {
  leaving: IconAlertOctagon,
  gate: IconFlag,
  message: IconMail,
  reading: IconRuler2,
  promise: IconClock,
  question: IconHelpCircle,
  validate: IconCircleCheck,
  story: IconBook,
};

/** Draws one thing to do: the account, what, why now, and one action in place. */
export function Row(props: {
  row: TodayRow;
  acts: Acts;
  today: string;
  /** Tab stops at one row of the list; arrows move on. */
  tabbable: boolean;
  onFocus: () => void;
}) {
  const { row, acts, today } = props;
  const { t } = useTranslation('today');
  const format = useFormat();
  const [form, setForm] = useState<FormKind | null>(null);
  const line = useRef<HTMLLIElement>(null);
  const voice = { t, format };
  const what = whatOf(row, voice);
  const done = row.done !== null;
  const Icon = done ? IconCheck : icons[row.kind];
  const showsForm = form !== null && !done;
  useFocusBack(showsForm, line);
  // The button that was pressed may be on its way out: the row takes the focus from it.
  const back = () => focusIfFree(line.current, line.current);
  const onKeyDown = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const asked = event.target === line.current && plain ? askedBy(event.key, done) : undefined;
    if (asked === undefined) return;
    event.preventDefault();
    // Held down, Enter would do it, and take it back, and do it again.
    if (event.repeat) return;
    if ('form' in asked) setForm(asked.form);
    else press(line.current?.querySelector<HTMLElement>(asked.press));
  };
  return (
    <li
      ref={line}
      className={classes['row']}
      data-row={row.key}
      data-done={done || undefined}
      tabIndex={props.tabbable ? 0 : -1}
      onFocus={props.onFocus}
      onKeyDown={onKeyDown}
    >
      <span className={classes['icon']} data-tone={done ? 'done' : toneOf(row)}>
        <Icon size={16} stroke={1.6} aria-hidden />
      </span>
      <a className={classes['account']} href={`#/accounts/${row.account}/overview`}>
        {row.account_name}
      </a>
      <div className={classes['words']}>
        <p className={classes['what']}>
          {done ? <s>{what}</s> : what}
          {(row.kind === 'message' || row.kind === 'leaving') && row.words !== '' && !done && (
            <span className={classes['said']}>{row.words}</span>
          )}
        </p>
        {row.done === null ? (
          <p className={classes['why']} data-tone={toneOf(row)}>
            {whyOf(row, voice)}
            {row.tending !== '' && (
              <span className={classes['tending']}>{t(`why.tending.${row.tending}`)}</span>
            )}
          </p>
        ) : (
          <p className={classes['why']}>
            {t('done.label')}, {format.moment(row.done.at)}
          </p>
        )}
      </div>
      <div className={classes['act']}>
        {row.done === null ? (
          <>
            <Action row={row} what={what} acts={acts} onForm={setForm} onDone={back} />
            <RowMenu row={row} what={what} today={today} acts={acts} onForm={setForm} />
          </>
        ) : (
          <UndoButton action={row.done.action} label={inWords(row.done.label)} onDone={back} />
        )}
      </div>
      {showsForm && (
        <RowForm kind={form} row={row} acts={acts} today={today} onClose={() => setForm(null)} />
      )}
    </li>
  );
}

/** What a key asks of the row in hand: a control of it, or a form below it. */
function askedBy(key: string, done: boolean): { press: string } | { form: FormKind } | undefined {
  if (done) return key === 'Enter' ? { press: 'button' } : undefined;
  return (
    {
      Enter: { press: '[data-act]' },
      '.': { press: '[data-menu]' },
      s: { form: 'snooze' },
      m: { form: 'mute' },
    } as const
  )[key];
}

/** A button is pressed, a field takes the focus. */
function press(control: HTMLElement | null | undefined): void {
  if (control instanceof HTMLInputElement) control.focus();
  else control?.click();
}

function UndoButton(props: { action: string; label: string; onDone: () => void }) {
  const { t } = useTranslation('today');
  const { undo } = useUndo();
  const takeBack = useOnce(() => undo(props.action).then(props.onDone));
  return (
    <Button
      size="small"
      aria-label={`${t('act.undo')}: ${props.label}`}
      onClick={() => void takeBack()}
    >
      {t('act.undo')}
    </Button>
  );
}

interface ActionProps {
  row: TodayRow;
  what: string;
  acts: Acts;
  onForm: (kind: FormKind) => void;
  /** The row takes the focus: the button that had it goes. */
  onDone: () => void;
}

/** Draws the one action of a row, done in place. */
function Action(props: ActionProps) {
  const { row, what, acts, onForm, onDone } = props;
  const { t } = useTranslation('today');
  // What fails is shown by the write itself.
  const once = useOnce((write: (row: TodayRow) => Promise<unknown>) =>
    write(row).catch(() => undefined),
  );
  if (row.kind === 'reading') return <ReadingAction {...props} />;
  const run = (write: (row: TodayRow) => Promise<unknown>) => () => {
    onDone();
    void once(write);
  };
  const { label, onClick } = {
    leaving: { label: t('act.answered'), onClick: run(acts.answered) },
    message: { label: t('act.answered'), onClick: run(acts.answered) },
    promise: { label: t('act.kept'), onClick: run(acts.kept) },
    story: { label: t('act.draft'), onClick: run(acts.compose) },
    gate: { label: t('act.decide'), onClick: () => onForm('gate') },
    question: { label: t('act.answer'), onClick: () => onForm('question') },
    validate: { label: t('act.validate'), onClick: () => onForm('validate') },
  }[row.kind];
  return (
    <Button
      size="small"
      data-act
      aria-label={t('act.of', { action: label, what, account: row.account_name })}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

/** Takes in today's value of a measure: what it was, a field, its unit. */
function ReadingAction({ row, what, acts, onDone }: ActionProps) {
  const { t } = useTranslation('today');
  const { locale } = useFormat();
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const save = useOnce(async () => {
    const value = readNumber(text, locale) ?? text;
    try {
      await acts.read(row, value);
      onDone();
    } catch (cause) {
      const problem = toProblem(cause);
      if (problem.field === 'value') setError(problem.message);
    }
  });
  const rest = restOfUnit(row.unit);
  return (
    <form
      className={classes['reading']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {row.value !== null && (
        <>
          <span className={classes['quiet']}>{writeValue(row.value, row.unit, locale)}</span>
          <IconArrowRight size={13} stroke={1.6} aria-label={t('act.from')} role="img" />
        </>
      )}
      <input
        data-act
        inputMode="decimal"
        autoComplete="off"
        aria-label={t('act.value', { words: row.words })}
        aria-invalid={error !== ''}
        title={error === '' ? undefined : error}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setError('');
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setText('');
          onDone();
        }}
      />
      {rest !== '' && <span className={classes['quiet']}>{rest}</span>}
      <Button
        type="submit"
        size="small"
        aria-label={t('act.of', { action: t('act.save'), what, account: row.account_name })}
      >
        {t('act.save')}
      </Button>
      {error !== '' && (
        <p role="alert" className={classes['error']}>
          {error}
        </p>
      )}
    </form>
  );
}
