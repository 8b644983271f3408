import { IconAlertTriangle, IconArrowBackUp, IconPencil, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaptureAccount, CaptureLine, CapturePage, CaptureRecord } from '@/api/capture';
import { inWords } from '@/i18n/words';
import { useFormat } from '@/state';
import { Chip } from '@/ui';
import classes from './Capture.module.css';
import { type Draft, lineKeys, withFix, withPlain } from './draft';
import { FixField } from './FixField';
import { fieldsOf, optionsOf } from './fields';
import { type Say, useSay } from './say';
import { TalkPart } from './TalkPart';

interface PreviewProps {
  draft: Draft;
  about: CaptureAccount | undefined;
  page: CapturePage | undefined;
  change: (to: (now: Draft) => Draft) => void;
}

/** Shows the records that the page would make; each can be corrected or left out. */
export function Preview(props: PreviewProps) {
  const say = useSay();
  const { draft, page } = props;
  if (draft.account === '') return <p className={classes['hint']}>{say('chooseFirst')}</p>;
  if (page === undefined || (page.records === 0 && page.lines.length === 0))
    return <p className={classes['hint']}>{say('empty')}</p>;
  const keys = lineKeys(draft.text);
  return (
    <section className={classes['preview']} aria-label={say('preview')}>
      <TalkPart {...props} page={page} />
      <ol>
        {page.lines.map((line) => {
          const key = keys[line.line - 1] ?? '';
          return <Line key={`${key}/${line.name}`} {...props} line={line} lineKey={key} />;
        })}
      </ol>
    </section>
  );
}

function Line(props: PreviewProps & { line: CaptureLine; lineKey: string }) {
  const say = useSay();
  const { line, lineKey, change } = props;
  const [open, setOpen] = useState(line.guess !== '');
  const unread = line.plain || line.reason !== '';
  const joins = !unread && line.records.length === 0;
  const text = line.text.trim();
  return (
    <li className={classes['line']} data-unread={unread}>
      <span className={classes['sign']} aria-hidden>
        {line.sign}
      </span>
      <div className={classes['read']}>
        {unread && <Unread {...props} text={text} />}
        {line.records.map((record) => (
          <Made key={record.kind} {...props} record={record} open={open} />
        ))}
        {joins && (
          <p>
            <Chip>{say(line.sign === '=' ? 'kind.answer' : 'kind.met')}</Chip>{' '}
            {text.slice(1).trim()}
          </p>
        )}
      </div>
      <div className={classes['lineTools']}>
        {!unread && !joins && (
          <button
            type="button"
            aria-expanded={open}
            aria-label={say('correct', { line: text })}
            title={say('correctShort')}
            onClick={() => setOpen(!open)}
          >
            <IconPencil size={13} stroke={1.7} aria-hidden />
          </button>
        )}
        {(line.plain || !unread) && (
          <button
            type="button"
            aria-label={say(line.plain ? 'readAgain' : 'leaveOut', { line: text })}
            title={say(line.plain ? 'readAgainShort' : 'leaveOutShort')}
            onClick={() => change((now) => withPlain(now, lineKey, !line.plain))}
          >
            {line.plain ? (
              <IconArrowBackUp size={13} stroke={1.7} aria-hidden />
            ) : (
              <IconX size={13} stroke={1.7} aria-hidden />
            )}
          </button>
        )}
      </div>
    </li>
  );
}

/** Says what could not be read and why, and offers what would settle it. */
function Unread(props: PreviewProps & { line: CaptureLine; lineKey: string; text: string }) {
  const say = useSay();
  const { line, lineKey, about, change } = props;
  if (line.plain)
    return <p className={classes['muted']}>{say('staysWords', { line: props.text })}</p>;
  return (
    <>
      <p>{props.text}</p>
      <p className={classes['reason']}>
        <IconAlertTriangle size={13} stroke={1.7} aria-hidden />
        {inWords(line.reason)} {say('staysSummary')}
      </p>
      {line.sign === '#' && about !== undefined && about.measures.length > 0 && (
        <FixField
          label={say('field.measure_id')}
          spec={{ name: 'measure_id', kind: 'choice' }}
          value=""
          options={optionsOf('reading', 'measure_id', about, say)}
          today={about.today}
          onChange={(value) =>
            change((now) =>
              withFix(now, { line: lineKey, kind: 'reading', field: 'measure_id', value }),
            )
          }
        />
      )}
      {line.name !== '' && about !== undefined && (
        <FixField
          label={say('whoIs', { name: line.name })}
          spec={{ name: 'who', kind: 'choice' }}
          value="-"
          options={[
            { value: '-', label: say('none') },
            ...about.people.map((one) => ({ value: one.id, label: one.name })),
            { value: '', label: say('somebodyNew') },
          ]}
          today={about.today}
          onChange={(value) =>
            change((now) => ({ ...now, names: { ...now.names, [line.name]: value } }))
          }
        />
      )}
    </>
  );
}

/** Shows one record that a line makes, and its fields where they are being corrected. */
function Made(
  props: PreviewProps & {
    line: CaptureLine;
    lineKey: string;
    record: CaptureRecord;
    open: boolean;
  },
) {
  const say = useSay();
  const { record, line, lineKey, about, change } = props;
  const specs = fieldsOf[record.kind] ?? [];
  const textOf = (name: string) => record.fields.find((one) => one.name === name)?.value ?? '';
  const words = useWords(record, about, say);
  return (
    <div className={classes['made']}>
      <p>
        <Chip>{say(record.id === '' ? `kind.${record.kind}` : `changes.${record.kind}`)}</Chip>{' '}
        {words}
      </p>
      {props.open && (
        <div className={classes['fixes']}>
          {specs.map((spec) => (
            <FixField
              key={spec.name}
              label={say(`field.${spec.name}`)}
              spec={spec}
              value={
                spec.name === 'subject' && textOf('subject').startsWith('touchpoint')
                  ? ''
                  : textOf(spec.name)
              }
              guess={line.guess === spec.name}
              options={optionsOf(record.kind, spec.name, about, say)}
              today={about?.today ?? ''}
              onChange={(value) =>
                change((now) =>
                  spec.name === 'subject' && value === ''
                    ? {
                        ...now,
                        fixes: now.fixes.filter(
                          (one) => one.line !== lineKey || one.field !== 'subject',
                        ),
                      }
                    : withFix(now, { line: lineKey, kind: record.kind, field: spec.name, value }),
                )
              }
            />
          ))}
        </div>
      )}
    </div>
  );
}

const skipped = new Set([
  'asked_on',
  'answered_on',
  'plan_id',
  'benefit_id',
  'confirmation',
  'stage_on',
]);

/** Says what a record holds: its words first, then what else was understood. */
function useWords(record: CaptureRecord, about: CaptureAccount | undefined, say: Say): string {
  const { date, money } = useFormat();
  return record.fields
    .filter(({ name, value }) => value !== '' && !skipped.has(name) && !isPlainQuote(record, name))
    .map(({ name, value }) => {
      const spec = fieldsOf[record.kind]?.find((one) => one.name === name);
      if (spec?.kind === 'day')
        return say(name === 'due' ? 'until' : 'onDay', { day: date(value) });
      if (spec?.kind === 'choice')
        return (
          optionsOf(record.kind, name, about, say).find((one) => one.value === value)?.label ??
          value
        );
      if (name === 'amount') return amountIn(value, money);
      return name === 'people' ? say('people', { count: Number(value) }) : value;
    })
    .join(' · ');
}

/** A quote's own kind, day and conversation go without saying. */
function isPlainQuote(record: CaptureRecord, name: string): boolean {
  return record.kind === 'evidence' && (name === 'kind' || name === 'on');
}

/** Writes "12000 EUR" as money. */
function amountIn(value: string, money: (amount: number, currency: string) => string): string {
  const [amount = '', currency = ''] = value.split(' ');
  return currency === '' ? value : money(Number(amount), currency);
}
