import { type KeyboardEvent, useId, useState } from 'react';
import { talks as api, toProblem } from '@/api';
import { type Talk, type TalkKind, type TalksPage, touchKinds } from '@/api/talks';
import { useOnce, useWrite } from '@/state';
import { Button, DateField, Segmented } from '@/ui';
import { Labelled } from '../plan/Labelled';
import { PeopleChoice } from './PeopleChoice';
import { useSay } from './say';
import classes from './TalkForm.module.css';

const kinds: readonly TalkKind[] = ['touchpoint', 'question', 'insight'];

/** The fields of a form, as texts. */
type Draft = Record<string, string>;

/** Returns what the form begins with. */
function firstDraft(talk: Talk | undefined, today: string): Draft {
  if (talk === undefined) return { on: today, asked_on: today, direction: 'out', kind: 'engage' };
  const flag = (is: boolean) => (is ? 'true' : '');
  return {
    on: talk.on,
    kind: talk.touch_kind,
    direction: talk.direction,
    stakeholder_ids: talk.people.join(' '),
    summary: talk.text,
    text: talk.text,
    needs_reply_by: talk.needs_reply_by,
    replied_on: talk.replied_on,
    leaving: flag(talk.leaving),
    internal: flag(talk.internal),
    ticket: talk.ticket,
    asked_on: talk.on,
    asked_of: talk.asked_of,
    from_team: talk.from_team,
    outcome_id: talk.outcome_id,
    answer: talk.answer,
    answered_on: talk.answered_on,
    question_id: talk.question_id,
  };
}

const fieldsOf: Readonly<Record<TalkKind, readonly string[]>> = {
  touchpoint: [
    'on',
    'kind',
    'direction',
    'stakeholder_ids',
    'summary',
    'needs_reply_by',
    'replied_on',
    'leaving',
    'internal',
    'ticket',
  ],
  question: ['text', 'asked_on', 'asked_of', 'from_team', 'outcome_id', 'answer', 'answered_on'],
  insight: ['text', 'question_id'],
};

/** Returns the fields that are written: of a change those that differ, of what is new those set. */
export function changedFields(kind: TalkKind, draft: Draft, first: Draft, isNew: boolean): Draft {
  const out: Draft = {};
  for (const name of fieldsOf[kind]) {
    const value = (draft[name] ?? '').trim();
    if (isNew ? value !== '' : value !== (first[name] ?? '').trim()) out[name] = value;
  }
  return out;
}

/** Takes in a conversation, a question or an insight, or changes one. Ctrl Enter saves. */
export function TalkForm(props: { page: TalksPage; talk?: Talk; onClose: () => void }) {
  const say = useSay();
  const write = useWrite();
  const { page, talk } = props;
  const [kind, setKind] = useState<TalkKind>(talk?.kind ?? 'touchpoint');
  const [first] = useState(() => firstDraft(talk, page.today));
  const [draft, setDraft] = useState(first);
  const [wrong, setWrong] = useState({ field: '', message: '' });
  const set = (name: string) => (value: string) => setDraft((now) => ({ ...now, [name]: value }));
  const save = useOnce(async () => {
    const fields = changedFields(kind, draft, first, talk === undefined);
    if (talk !== undefined && Object.keys(fields).length === 0) return props.onClose();
    if (kind === 'touchpoint' && talk === undefined) fields['summary'] ??= '';
    try {
      setWrong({ field: '', message: '' });
      await write(
        () => api.save(page.account, kind, talk?.id ?? '', fields),
        say(`${talk === undefined ? 'added' : 'saved'}.${kind}`),
      );
      props.onClose();
    } catch (cause) {
      const { field, message } = toProblem(cause);
      setWrong({ field, message });
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') props.onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const tools: FormTools = {
    page,
    draft,
    set,
    errorOf: (field) => (wrong.field === field ? wrong.message : ''),
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere
    <div
      role="group"
      aria-label={talk === undefined ? say('add') : say('edit')}
      className={classes['form']}
      onKeyDown={onKeyDown}
    >
      {talk === undefined && (
        <Segmented
          label={say('filter.kind')}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
        />
      )}
      {kind === 'touchpoint' && <TouchFields {...tools} />}
      {kind === 'question' && <QuestionFields {...tools} />}
      {kind === 'insight' && <InsightFields {...tools} />}
      <div className={classes['formActions']}>
        <Button size="small" look="primary" onClick={() => void save()}>
          {say('save')}
        </Button>
        <Button size="small" look="quiet" onClick={props.onClose}>
          {say('cancel')}
        </Button>
        <small>{say('formKeys')}</small>
      </div>
    </div>
  );
}

interface FormTools {
  page: TalksPage;
  draft: Draft;
  set: (name: string) => (value: string) => void;
  errorOf: (field: string) => string;
}

/** Draws a field of the form with its label. */
function Field(
  props: FormTools & {
    name: string;
    kind?: 'line' | 'text' | 'day' | 'choice';
    wide?: boolean;
    focused?: boolean;
    names?: readonly string[];
    options?: readonly { value: string; label: string }[];
  },
) {
  const say = useSay();
  const id = useId();
  const { name, draft, page } = props;
  const value = draft[name] ?? '';
  const change = props.set(name);
  const focus = props.focused === true ? { ref: focusOnce } : {};
  return (
    <Labelled
      label={say(`field.${name}`)}
      error={props.errorOf(name)}
      className={props.wide === true ? classes['wide'] : undefined}
    >
      {(field) => {
        if (props.kind === 'day')
          return <DateField {...field} today={page.today} value={value} onChange={change} />;
        if (props.kind === 'choice')
          return (
            <select {...field} value={value} onChange={(e) => change(e.currentTarget.value)}>
              {props.options?.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </select>
          );
        if (props.kind === 'text')
          return (
            <textarea
              {...field}
              {...focus}
              rows={Math.min(10, Math.max(2, Math.ceil(value.length / 90)))}
              value={value}
              onChange={(e) => change(e.currentTarget.value)}
            />
          );
        return (
          <>
            <input
              {...field}
              {...focus}
              list={props.names === undefined ? undefined : id}
              value={value}
              onChange={(e) => change(e.currentTarget.value)}
            />
            {props.names !== undefined && (
              <datalist id={id}>
                {props.names.map((one) => (
                  <option key={one} value={one} />
                ))}
              </datalist>
            )}
          </>
        );
      }}
    </Labelled>
  );
}

function focusOnce(element: HTMLElement | null) {
  element?.focus();
}

function Tick(props: FormTools & { name: string }) {
  const say = useSay();
  return (
    <label className={classes['tick']}>
      <input
        type="checkbox"
        checked={props.draft[props.name] === 'true'}
        onChange={(event) => props.set(props.name)(event.currentTarget.checked ? 'true' : '')}
      />
      {say(`field.${props.name}`)}
    </label>
  );
}

function TouchFields(tools: FormTools) {
  const say = useSay();
  const { draft, page, set } = tools;
  const inbound = draft['direction'] === 'in';
  return (
    <>
      <Field {...tools} name="summary" kind="text" wide focused />
      <Field {...tools} name="on" kind="day" />
      <Field
        {...tools}
        name="direction"
        kind="choice"
        options={[
          { value: '', label: say('direction.none') },
          { value: 'in', label: say('direction.in') },
          { value: 'out', label: say('direction.out') },
        ]}
      />
      <Field
        {...tools}
        name="kind"
        kind="choice"
        options={['', ...touchKinds].map((value) => ({
          value,
          label: say(`touch.${value === '' ? 'none' : value}`),
        }))}
      />
      {inbound && <Field {...tools} name="needs_reply_by" kind="day" />}
      {inbound && <Field {...tools} name="replied_on" kind="day" />}
      {(draft['kind'] === 'support' || draft['ticket'] !== undefined) && (
        <Field {...tools} name="ticket" />
      )}
      <PeopleChoice
        people={page.people}
        chosen={(draft['stakeholder_ids'] ?? '').split(' ').filter((id) => id !== '')}
        onChange={(ids) => set('stakeholder_ids')(ids.join(' '))}
      />
      <div className={classes['ticks']}>
        {inbound && <Tick {...tools} name="leaving" />}
        <Tick {...tools} name="internal" />
      </div>
    </>
  );
}

function QuestionFields(tools: FormTools) {
  const say = useSay();
  const { page } = tools;
  return (
    <>
      <Field {...tools} name="text" kind="text" wide focused />
      <Field {...tools} name="asked_on" kind="day" />
      <Field {...tools} name="asked_of" names={page.people.map((one) => one.name)} />
      <Field {...tools} name="from_team" names={page.teams} />
      <Field
        {...tools}
        name="outcome_id"
        kind="choice"
        options={[
          { value: '', label: say('none') },
          ...page.outcomes.map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      <Field {...tools} name="answer" kind="text" wide />
      <Field {...tools} name="answered_on" kind="day" />
    </>
  );
}

function InsightFields(tools: FormTools) {
  const say = useSay();
  const questions = tools.page.items.filter((one) => one.kind === 'question');
  return (
    <>
      <Field {...tools} name="text" kind="text" wide focused />
      <Field
        {...tools}
        name="question_id"
        kind="choice"
        options={[
          { value: '', label: say('none') },
          ...questions.map((one) => ({ value: one.id, label: one.text })),
        ]}
      />
    </>
  );
}
