import { IconCalendarEvent, IconMail } from '@tabler/icons-react';
import type { LetterPerson } from '@/api/letters';
import { touchKinds } from '@/api/talks';
import { inWords } from '@/i18n/words';
import { DateField } from '@/ui';
import { Labelled } from '../plan/Labelled';
import { useSay } from '../talks/say';
import classes from './DropMail.module.css';
import type { LetterDraft } from './letters';

interface FormProps {
  draft: LetterDraft;
  today: string;
  onChange: (part: Partial<LetterDraft>) => void;
}

/** Draws one mail or meeting as the conversation it would become. */
export function LetterForm(props: FormProps) {
  const say = useSay();
  const { draft, onChange } = props;
  const { letter } = draft;
  if (letter.problem !== '')
    return (
      <section className={classes['letter']} aria-label={letter.file}>
        <header>
          <h3>{letter.file}</h3>
        </header>
        <p role="alert" className={`${classes['problem']} ${classes['wide']}`}>
          {inWords(letter.problem)}
        </p>
      </section>
    );
  return (
    <section className={classes['letter']} aria-label={letter.file} data-out={!draft.taken}>
      <header>
        {letter.meeting ? (
          <IconCalendarEvent size={15} stroke={1.7} aria-hidden />
        ) : (
          <IconMail size={15} stroke={1.7} aria-hidden />
        )}
        <h3>{letter.file}</h3>
        {letter.known !== '' && <span className={classes['known']}>{say('mail.known')}</span>}
        <label>
          <input
            type="checkbox"
            checked={draft.taken}
            onChange={(event) => onChange({ taken: event.currentTarget.checked })}
          />
          {say('mail.take')}
        </label>
      </header>
      <Fields {...props} />
    </section>
  );
}

function Fields({ draft, today, onChange }: FormProps) {
  const say = useSay();
  const inbound = draft.direction === 'in';
  return (
    <>
      <Labelled label={say('field.summary')} className={classes['wide']}>
        {(field) => (
          <textarea
            {...field}
            rows={4}
            value={draft.summary}
            onChange={(event) => onChange({ summary: event.currentTarget.value })}
          />
        )}
      </Labelled>
      <Labelled label={say('field.on')}>
        {(field) => (
          <DateField
            {...field}
            today={today}
            value={draft.on}
            onChange={(on) => onChange({ on })}
          />
        )}
      </Labelled>
      <Labelled label={say('field.direction')}>
        {(field) => (
          <select
            {...field}
            value={draft.direction}
            onChange={(event) => onChange({ direction: event.currentTarget.value })}
          >
            <option value="">{say('direction.none')}</option>
            <option value="in">{say('direction.in')}</option>
            <option value="out">{say('direction.out')}</option>
          </select>
        )}
      </Labelled>
      <Labelled label={say('field.kind')}>
        {(field) => (
          <select
            {...field}
            value={draft.kind}
            onChange={(event) => onChange({ kind: event.currentTarget.value })}
          >
            {touchKinds.map((kind) => (
              <option key={kind} value={kind}>
                {say(`touch.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {inbound && (
        <Labelled label={say('field.needs_reply_by')}>
          {(field) => (
            <DateField
              {...field}
              today={today}
              value={draft.needsReplyBy}
              onChange={(needsReplyBy) => onChange({ needsReplyBy })}
            />
          )}
        </Labelled>
      )}
      <People draft={draft} onChange={onChange} />
      <div className={classes['ticks']}>
        {inbound && (
          <Tick
            label={say('field.leaving')}
            on={draft.leaving}
            onChange={(leaving) => onChange({ leaving })}
          />
        )}
        <Tick
          label={say('field.internal')}
          on={draft.internal}
          onChange={(internal) => onChange({ internal })}
        />
      </div>
    </>
  );
}

function Tick(props: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label>
      <input
        type="checkbox"
        checked={props.on}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  );
}

/** Draws who is in a letter: those known, and who would be added. */
function People({ draft, onChange }: Pick<FormProps, 'draft' | 'onChange'>) {
  const say = useSay();
  const { people } = draft.letter;
  if (people.length === 0) return null;
  const toggle = (one: LetterPerson) =>
    onChange({
      there: draft.there.includes(one.email)
        ? draft.there.filter((email) => email !== one.email)
        : [...draft.there, one.email],
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere
    <div role="group" aria-label={say('field.stakeholder_ids')} className={classes['people']}>
      <span aria-hidden>{say('field.stakeholder_ids')}</span>
      {people.map((one) => (
        <button
          key={one.email}
          type="button"
          aria-pressed={draft.there.includes(one.email)}
          className={classes['person']}
          title={one.email}
          onClick={() => toggle(one)}
        >
          {one.name}
          {one.id === '' && ` (${say(one.ours ? 'mail.ours' : 'mail.new')})`}
        </button>
      ))}
    </div>
  );
}
