import { useQuery } from '@tanstack/react-query';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { readings as api, toProblem } from '@/api';
import type { ReadingSheet } from '@/api/readings';
import { useFormat, useOnce, useWrite } from '@/state';
import { Button, DateField } from '@/ui';
import { useSay } from '../plan/context';
import { Labelled } from '../plan/Labelled';
import { PastePreview } from './PastePreview';
import { isColumns, type PastedLine, readColumns } from './paste';
import { ReadingRow } from './ReadingRow';
import classes from './Readings.module.css';
import { answered, checkRound, type Round, usable, withAnswer, withPasted } from './round';

/** Reads the measures of an account and shows the round to fill in. */
export function ReadingsPanel(props: {
  account: string;
  onName: (name: string) => void;
  onDone: () => void;
}) {
  const say = useSay();
  const sheet = useQuery({
    queryKey: ['account', props.account, 'readings'],
    queryFn: () => api.sheet(props.account),
  });
  const name = sheet.data?.name ?? '';
  const { onName } = props;
  useEffect(() => onName(name), [name, onName]);
  if (sheet.error !== null) return <p role="alert">{sheet.error.message}</p>;
  if (sheet.data === undefined) return <p>{say('loading')}</p>;
  if (sheet.data.rows.length === 0) return <p>{say('readings.none')}</p>;
  return <Sheet sheet={sheet.data} onDone={props.onDone} />;
}

/**
 * Draws the round: one line a measure, Enter goes to the next, Ctrl Enter saves all of
 * it as one action. Two pasted columns are matched and shown before they are taken.
 */
function Sheet({ sheet, onDone }: { sheet: ReadingSheet; onDone: () => void }) {
  const say = useSay();
  const write = useWrite();
  const { locale } = useFormat();
  const names = useId();
  const body = useRef<HTMLDivElement>(null);
  const [round, setRound] = useState<Round>({ on: sheet.today, by: '', source: '', answers: {} });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [pasted, setPasted] = useState<PastedLine[]>([]);
  const ids = sheet.rows.map((row) => row.measure.id);
  const count = answered(round, ids);

  const focusValue = (index: number) => {
    const inputs = body.current?.querySelectorAll<HTMLInputElement>('input[data-value]');
    const next = inputs?.[index];
    if (next === undefined)
      body.current?.querySelector<HTMLButtonElement>('button[data-save]')?.focus();
    else {
      next.focus();
      next.select();
    }
  };
  // The dialog looks for what to focus before the measures are read.
  useEffect(() => {
    body.current?.querySelector<HTMLInputElement>('input[data-value]')?.focus();
  }, []);
  const save = useOnce(async () => {
    const checked = checkRound(sheet.account, round, ids, sheet.today, locale);
    if (!checked.ok) {
      setErrors(
        Object.fromEntries(
          Object.entries(checked.errors).map(([field, what]) => [field, say(`readings.${what}`)]),
        ),
      );
      return;
    }
    try {
      await write(
        () => api.save(checked.input),
        say('readings.done', { count: checked.input.rows.length }),
      );
      onDone();
    } catch (cause) {
      const { field, message } = toProblem(cause);
      setErrors({ [field]: message });
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void save();
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!isColumns(text)) return;
    const lines = readColumns(
      text,
      sheet.rows.map(({ measure }) => ({ id: measure.id, name: measure.name })),
      locale,
    );
    if (lines.length === 0) return;
    event.preventDefault();
    setPasted(lines);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter and a paste are taken from any of its fields
    <div ref={body} className={classes['panel']} onKeyDown={onKeyDown} onPaste={onPaste}>
      <datalist id={names}>
        {sheet.people
          .filter((person) => !person.left)
          .map((person) => (
            <option key={person.id} value={person.name} />
          ))}
      </datalist>
      <div className={classes['all']}>
        <Labelled label={say('readings.on')} error={errors['on'] ?? ''}>
          {(field) => (
            <DateField
              {...field}
              today={sheet.today}
              value={round.on}
              onChange={(on) => {
                setRound({ ...round, on });
                setErrors(on > sheet.today ? { on: say('readings.future') } : {});
              }}
            />
          )}
        </Labelled>
        <Labelled label={say('readings.by')}>
          {(field) => (
            <input
              {...field}
              list={names}
              placeholder={say('readings.byPlaceholder')}
              value={round.by}
              onChange={(event) => setRound({ ...round, by: event.currentTarget.value })}
            />
          )}
        </Labelled>
        <Labelled label={say('readings.source')}>
          {(field) => (
            <input
              {...field}
              placeholder={say('readings.sourcePlaceholder')}
              value={round.source}
              onChange={(event) => setRound({ ...round, source: event.currentTarget.value })}
            />
          )}
        </Labelled>
      </div>
      {pasted.length > 0 && (
        <PastePreview
          lines={pasted}
          rows={sheet.rows}
          onTake={() => {
            setRound(withPasted(round, pasted));
            setPasted([]);
            setErrors({});
            focusValue(ids.indexOf(usable(pasted).at(-1)?.measure ?? '') + 1);
          }}
          onCancel={() => setPasted([])}
        />
      )}
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{say('readings.measure')}</th>
            <th scope="col" className={classes['num']}>
              {say('readings.last')}
            </th>
            <th scope="col">{say('readings.now')}</th>
            <th scope="col">{say('readings.notMeasured')}</th>
            <th scope="col">{say('readings.who')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, index) => (
            <ReadingRow
              key={row.measure.id}
              row={row}
              round={round}
              names={names}
              first={index === 0}
              error={errors[`value.${row.measure.id}`] ?? ''}
              onAnswer={(part) => {
                setRound(withAnswer(round, row.measure.id, part));
                setErrors({});
              }}
              onNext={(by) => focusValue(Math.max(0, index + by))}
            />
          ))}
        </tbody>
      </table>
      <div className={classes['foot']}>
        <p>{say('readings.help')}</p>
        <span>{say('readings.filled', { count, all: ids.length })}</span>
        {errors['rows'] !== undefined && <span role="alert">{errors['rows']}</span>}
        <Button data-save look="primary" onClick={() => void save()}>
          {say('readings.save')} <kbd>Ctrl ↵</kbd>
        </Button>
      </div>
    </div>
  );
}
