import { type KeyboardEvent, useState } from 'react';
import { people as api, toProblem } from '@/api';
import { type PeoplePage, permissions, roles, type Stakeholder } from '@/api/people';
import { useOnce, useWrite } from '@/state';
import { Button, DateField } from '@/ui';
import { type FieldAttributes, Labelled } from '../plan/Labelled';
import { below, influences, stances } from './map';
import classes from './People.module.css';
import { useSay } from './say';

type Draft = Record<string, string>;

const fields = [
  'name',
  'title',
  'team',
  'email',
  'phone',
  'role',
  'stance',
  'influence',
  'reports_to_id',
  'left_on',
  'quote_permission',
  'quote_permission_until',
  'cares_about',
  'internal',
] as const;

function firstDraft(person: Stakeholder | undefined): Draft {
  if (person === undefined) return {};
  return Object.fromEntries(
    fields.map((name) => {
      const value = person[name];
      if (typeof value === 'boolean') return [name, value ? 'true' : ''];
      return [name, value === null ? '' : String(value)];
    }),
  );
}

/** Returns the fields that differ. */
function changedOf(draft: Draft, first: Draft): Draft {
  const changed: Draft = {};
  for (const name of fields) {
    const value = (draft[name] ?? '').trim();
    if (value !== (first[name] ?? '')) changed[name] = value;
  }
  return changed;
}

/** Takes in a person, or changes one. Ctrl Enter saves. */
export function PersonForm(props: { page: PeoplePage; person?: Stakeholder; onClose: () => void }) {
  const say = useSay();
  const write = useWrite();
  const { page, person } = props;
  const [first] = useState(() => firstDraft(person));
  const [draft, setDraft] = useState(first);
  const [wrong, setWrong] = useState({ field: '', message: '' });
  const save = useOnce(async () => {
    const changed = changedOf(draft, first);
    if (Object.keys(changed).length === 0) return props.onClose();
    // Without a name the program says what is missing, at its field.
    if (person === undefined) changed['name'] ??= '';
    try {
      setWrong({ field: '', message: '' });
      await write(
        () => api.save(page.account, person?.id ?? '', changed),
        say(person === undefined ? 'added' : 'saved', { name: draft['name'] ?? '' }),
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
  const notAbove = person === undefined ? new Set<string>() : below(page.people, person.id);
  const choices: Readonly<Record<string, readonly { value: string; label: string }[]>> = {
    role: roles.map((value) => ({ value, label: say(`role.${value}`) })),
    stance: stances.map((value) => ({ value: String(value), label: say(`stance.${value}`) })),
    influence: influences.map((value) => ({
      value: String(value),
      label: say(`influence.${value}`),
    })),
    reports_to_id: page.people
      .filter((one) => !notAbove.has(one.id))
      .map((one) => ({ value: one.id, label: one.name })),
    quote_permission: permissions.map((value) => ({ value, label: say(`permission.${value}`) })),
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere
    <div
      role="group"
      aria-label={person === undefined ? say('add') : say('edit')}
      className={classes['form']}
      onKeyDown={onKeyDown}
    >
      {fields
        .filter((name) => name !== 'internal')
        .map((name) => (
          <Labelled
            key={name}
            label={say(`field.${name}`)}
            error={wrong.field === name ? wrong.message : ''}
          >
            {(field) => (
              <Control
                field={field}
                name={name}
                today={page.today}
                options={choices[name]}
                value={draft[name] ?? ''}
                onChange={(to) => setDraft((now) => ({ ...now, [name]: to }))}
              />
            )}
          </Labelled>
        ))}
      <label className={classes['tick']}>
        <input
          type="checkbox"
          checked={draft['internal'] === 'true'}
          onChange={(event) => {
            const internal = event.currentTarget.checked ? 'true' : '';
            setDraft((now) => ({ ...now, internal }));
          }}
        />
        {say('field.internal')}
      </label>
      <div className={classes['actions']}>
        <Button size="small" look="primary" onClick={() => void save()}>
          {say('save')}
        </Button>
        <Button size="small" look="quiet" onClick={props.onClose}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}

/** Draws a field of the form: a choice, a day or a line. */
function Control(props: {
  field: FieldAttributes;
  name: string;
  today: string;
  options: readonly { value: string; label: string }[] | undefined;
  value: string;
  onChange: (to: string) => void;
}) {
  const say = useSay();
  const { field, name, value, onChange } = props;
  if (props.options !== undefined)
    return (
      <select {...field} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{say('notSaid')}</option>
        {props.options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    );
  if (name === 'left_on' || name === 'quote_permission_until')
    return <DateField {...field} today={props.today} value={value} onChange={onChange} />;
  return (
    <input
      {...field}
      ref={name === 'name' ? focusOnce : undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The form opens because somebody asked for it: the typing goes on there. */
function focusOnce(element: HTMLElement | null) {
  if (element !== null && element.dataset['reached'] === undefined) {
    element.dataset['reached'] = 'true';
    element.focus();
  }
}
