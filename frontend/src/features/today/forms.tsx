import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api';
import type { TodayRow } from '@/api/today';
import { useFormat } from '@/state';
import { Button, DateField, Segmented } from '@/ui';
import classes from './Today.module.css';
import type { Acts } from './useActs';

/** The forms that open below a row. */
export type FormKind = 'gate' | 'question' | 'validate' | 'snooze' | 'mute';

interface FormProps {
  row: TodayRow;
  acts: Acts;
  today: string;
  /** Closes the form; the row takes the focus. */
  onClose: () => void;
}

/** Draws the form of a kind below its row. */
export function RowForm({ kind, ...props }: FormProps & { kind: FormKind }) {
  if (kind === 'gate') return <GateForm {...props} />;
  if (kind === 'question') return <QuestionForm {...props} />;
  if (kind === 'validate') return <ValidateForm {...props} />;
  return <AsideForm {...props} mute={kind === 'mute'} />;
}

/** A form below a row: Ctrl Enter saves, Escape closes, the first field has the focus. */
function Frame(props: {
  label: string;
  save: string;
  /** Writes; what it throws is shown at the field that it names, or as a toast by the write. */
  onSave: () => Promise<unknown>;
  onClose: () => void;
  children: (error: string, describedBy: string) => ReactNode;
}) {
  const { t } = useTranslation('common');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input:checked, input, textarea, select')?.focus();
  }, []);
  const save = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await props.onSave();
      props.onClose();
    } catch (cause) {
      const problem = toProblem(cause);
      setError(problem.field === '' ? '' : problem.message);
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      props.onClose();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };
  return (
    <form
      ref={form}
      className={classes['form']}
      aria-label={props.label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {props.children(error, error === '' ? '' : id)}
      {error !== '' && (
        <p id={id} role="alert" className={classes['error']}>
          {error}
        </p>
      )}
      <div className={classes['buttons']}>
        <Button type="submit" size="small" look="primary" disabled={busy}>
          {props.save}
        </Button>
        <Button size="small" onClick={props.onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function GateForm({ row, acts, onClose }: FormProps) {
  const { t } = useTranslation('today');
  const calls =
    row.gate > 90
      ? (['on track', 'at risk', 'monitor'] as const)
      : (['on track', 'at risk'] as const);
  const signalled = row.signal === 'on track' || row.signal === 'watch';
  const [call, setCall] = useState<(typeof calls)[number]>(signalled ? 'on track' : 'at risk');
  const [reason, setReason] = useState('');
  return (
    <Frame
      label={t('what.gate', { days: row.gate })}
      save={t('act.decide')}
      onSave={() => acts.decide(row, call, reason)}
      onClose={onClose}
    >
      {() => (
        <>
          <p className={classes['hint']}>
            {t('gate.hint', { signal: t(`risk.${row.signal as 'watch'}`) })}
          </p>
          <Segmented
            label={t('gate.label')}
            value={call}
            options={calls.map((value) => ({ value, label: t(`gate.${value}`) }))}
            onChange={setCall}
          />
          <label className={classes['wide']}>
            {t('gate.reason')}
            <input value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          </label>
        </>
      )}
    </Frame>
  );
}

function QuestionForm({ row, acts, onClose }: FormProps) {
  const { t } = useTranslation('today');
  const [answer, setAnswer] = useState('');
  return (
    <Frame
      label={row.words}
      save={t('act.save')}
      onSave={() => acts.learned(row, answer)}
      onClose={onClose}
    >
      {(error, describedBy) => (
        <label className={classes['wide']}>
          {t('question.label')}
          <textarea
            rows={2}
            value={answer}
            aria-invalid={error !== ''}
            aria-describedby={describedBy}
            onChange={(event) => setAnswer(event.currentTarget.value)}
          />
        </label>
      )}
    </Frame>
  );
}

function ValidateForm({ row, acts, onClose }: FormProps) {
  const { t } = useTranslation('today');
  const { date } = useFormat();
  const [person, setPerson] = useState(row.people[0]?.id ?? '');
  const [chosen, setChosen] = useState(() => row.outcomes.map((one) => one.id));
  const name = row.people.length === 0 ? t('validate.nobody') : '';
  return (
    <Frame
      label={t('act.validate')}
      save={t('act.validate')}
      onSave={() => acts.stoodBy(row, person, chosen)}
      onClose={onClose}
    >
      {(error, describedBy) => (
        <>
          {name !== '' && <p className={classes['hint']}>{name}</p>}
          <label>
            {t('validate.who')}
            <select
              value={person}
              aria-invalid={error !== ''}
              aria-describedby={describedBy}
              onChange={(event) => setPerson(event.currentTarget.value)}
            >
              <option value="">{t('validate.choose')}</option>
              {row.people.map((one) => (
                <option key={one.id} value={one.id}>
                  {[one.name, one.title].filter(Boolean).join(', ')}
                </option>
              ))}
            </select>
          </label>
          <fieldset className={classes['outcomes']}>
            <legend>{t('validate.what')}</legend>
            {row.outcomes.map((one) => (
              <label key={one.id}>
                <input
                  type="checkbox"
                  checked={chosen.includes(one.id)}
                  onChange={(event) =>
                    setChosen(
                      event.currentTarget.checked
                        ? [...chosen, one.id]
                        : chosen.filter((id) => id !== one.id),
                    )
                  }
                />
                <span>
                  {one.statement}{' '}
                  <span className={classes['quiet']}>
                    {one.last === ''
                      ? t('validate.never')
                      : t('validate.last', { day: date(one.last) })}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
        </>
      )}
    </Frame>
  );
}

function AsideForm({ row, acts, today, onClose, mute }: FormProps & { mute: boolean }) {
  const { t } = useTranslation('today');
  const id = useId();
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Frame
      label={t(mute ? 'aside.mute' : 'aside.snooze')}
      save={t(mute ? 'aside.mute' : 'aside.snooze')}
      onSave={() => (mute ? acts.mute(row, reason) : acts.snooze(row, until, reason))}
      onClose={onClose}
    >
      {(error, describedBy) => (
        <>
          {!mute && (
            <label htmlFor={id}>
              {t('aside.until')}
              <DateField
                id={id}
                today={today}
                value={until}
                aria-invalid={error !== ''}
                aria-describedby={describedBy}
                onChange={setUntil}
              />
            </label>
          )}
          <label className={classes['wide']}>
            {t('aside.why')}
            <input
              value={reason}
              aria-invalid={mute && error !== ''}
              aria-describedby={describedBy}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </label>
          {mute && <p className={classes['hint']}>{t('aside.muteHint')}</p>}
        </>
      )}
    </Frame>
  );
}
