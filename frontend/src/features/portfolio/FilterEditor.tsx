import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { portfolio } from '@/api';
import { useFormat } from '@/state';
import { Button, Segmented } from '@/ui';
import classes from './Filters.module.css';
import { kindOf } from './fields';
import { useFieldName, useValueName } from './useFilterWords';

type Filter = portfolio.PortfolioFilter;

interface EditorProps {
  filter: Filter;
  onApply: (filter: Filter) => void;
}

/** Draws the form of one filter: values to tick, a range, or days. Enter applies it. */
export function FilterEditor({ filter, onApply }: EditorProps) {
  const { t } = useTranslation('portfolio');
  const name = useFieldName()(filter.field);
  const [draft, setDraft] = useState(filter);
  const kind = kindOf(filter.field);
  const ready = isReady(draft);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onApply(draft);
  };
  return (
    <form className={classes['editor']} aria-label={name} onSubmit={onSubmit}>
      <h2>{name}</h2>
      {kind === 'words' && <Words draft={draft} onDraft={setDraft} />}
      {(kind === 'number' || kind === 'money') && <Range draft={draft} onDraft={setDraft} />}
      {kind === 'days' && <Days draft={draft} onDraft={setDraft} />}
      <div className={classes['foot']}>
        <Button type="submit" look="primary" size="small" aria-disabled={!ready}>
          {t('filters.apply')}
        </Button>
      </div>
    </form>
  );
}

function isReady({ op, values }: Filter): boolean {
  const [low = '', high = ''] = values;
  const isNumber = (text: string) => text === '' || Number.isFinite(Number(text));
  if (op === 'is' || op === 'not') return values.length > 0;
  if (op === 'between') {
    const days = /^\d{4}-\d\d-\d\d$/;
    return low + high !== '' && [low, high].every((one) => days.test(one) || isNumber(one));
  }
  return /^\d{1,5}$/.test(low);
}

interface DraftProps {
  draft: Filter;
  onDraft: (draft: Filter) => void;
}

/** How many values are there before a box to find them in helps. */
const many = 9;

function Words({ draft, onDraft }: DraftProps) {
  const { t } = useTranslation('portfolio');
  const { number } = useFormat();
  const valueName = useValueName();
  const [words, setWords] = useState('');
  const query = useQuery({
    queryKey: ['portfolio', 'choices', draft.field],
    queryFn: () => portfolio.choices(draft.field),
  });
  const found = query.data ?? [];
  const isPrinciple = found.every((one) => ['all', 'some', 'none'].includes(one.value));
  const all = [
    ...found.map((one) => ({ ...one, label: nameOf(one, valueName(draft.field, one.value)) })),
    ...(isPrinciple && found.length > 0
      ? []
      : [{ value: '', label: valueName(draft.field, ''), count: 0 }]),
  ];
  const shown = all.filter((one) =>
    one.label.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()),
  );
  const toggle = (value: string) =>
    onDraft({
      ...draft,
      values: draft.values.includes(value)
        ? draft.values.filter((one) => one !== value)
        : [...draft.values, value],
    });
  return (
    <>
      <Segmented
        label={t('filters.how')}
        value={draft.op === 'not' ? 'not' : 'is'}
        options={[
          { value: 'is', label: t('filters.isOneOf') },
          { value: 'not', label: t('filters.isNone') },
        ]}
        onChange={(op) => onDraft({ ...draft, op })}
      />
      {all.length > many && (
        <input
          type="search"
          aria-label={t('filters.find')}
          placeholder={t('filters.find')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <fieldset className={classes['values']} onKeyDown={moveAmongBoxes}>
        <legend className="visually-hidden">{t('filters.values')}</legend>
        {shown.map((one) => (
          <label key={one.value}>
            <input
              type="checkbox"
              checked={draft.values.includes(one.value)}
              onChange={() => toggle(one.value)}
            />
            <span>{one.label}</span>
            {one.count > 0 && <i>{number(one.count)}</i>}
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** An id has no words of its own: its label is the program's. */
function nameOf(choice: portfolio.Choice, worded: string): string {
  return choice.label === choice.value ? worded : choice.label;
}

/** Moves among the boxes by the arrows. */
function moveAmongBoxes(event: KeyboardEvent<HTMLFieldSetElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input')];
  const at = boxes.indexOf(document.activeElement as HTMLInputElement);
  boxes[Math.max(0, Math.min(boxes.length - 1, at + step))]?.focus();
}

function Range({ draft, onDraft }: DraftProps) {
  const { t } = useTranslation('portfolio');
  const [low = '', high = ''] = draft.values;
  return (
    <div className={classes['range']}>
      <Field
        label={t('filters.low')}
        value={low}
        onChange={(next) => onDraft({ ...draft, values: [next, high] })}
      />
      <Field
        label={t('filters.high')}
        value={high}
        onChange={(next) => onDraft({ ...draft, values: [low, next] })}
      />
      <span>{t(kindOf(draft.field) === 'money' ? 'filters.inMoney' : 'filters.inDays')}</span>
    </div>
  );
}

function Field(props: {
  label: string;
  value: string;
  type?: 'text' | 'date';
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={classes['field']}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type={props.type ?? 'text'}
        inputMode={props.type === 'date' ? undefined : 'numeric'}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value.trim())}
      />
    </div>
  );
}

/** How days are asked for, in the order in which that is offered. */
const dayOps = ['next', 'last', 'before', 'quarter', 'between'] as const;

function Days({ draft, onDraft }: DraftProps) {
  const { t } = useTranslation('portfolio');
  const id = useId();
  const [low = '', high = ''] = draft.values;
  return (
    <div className={classes['days']}>
      <label className="visually-hidden" htmlFor={id}>
        {t('filters.how')}
      </label>
      <select
        id={id}
        value={draft.op}
        onChange={(event) => {
          const op = event.currentTarget.value as Filter['op'];
          onDraft({ ...draft, op, values: op === 'quarter' ? ['0'] : [] });
        }}
      >
        {dayOps.map((op) => (
          <option key={op} value={op}>
            {t(`filters.dayOp.${op}`)}
          </option>
        ))}
      </select>
      {draft.op === 'quarter' && (
        <Segmented
          label={t('filters.which')}
          value={low === '1' ? '1' : '0'}
          options={[
            { value: '0', label: t('filters.this') },
            { value: '1', label: t('filters.nextOne') },
          ]}
          onChange={(value) => onDraft({ ...draft, values: [value] })}
        />
      )}
      {draft.op === 'between' && (
        <div className={classes['range']}>
          <Field
            type="date"
            label={t('filters.low')}
            value={low}
            onChange={(next) => onDraft({ ...draft, values: [next, high] })}
          />
          <Field
            type="date"
            label={t('filters.high')}
            value={high}
            onChange={(next) => onDraft({ ...draft, values: [low, next] })}
          />
        </div>
      )}
      {draft.op !== 'quarter' && draft.op !== 'between' && (
        <Field
          label={t('filters.days')}
          value={low}
          onChange={(next) => onDraft({ ...draft, values: [next] })}
        />
      )}
    </div>
  );
}
