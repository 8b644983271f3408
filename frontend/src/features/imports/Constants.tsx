import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { imports } from '@/api';
import { Button } from '@/ui';
import classes from './Columns.module.css';
import { session, useSession } from './session';
import { fieldWord } from './words';

/** Draws the values that hold for every row: what the file has no column for. */
export function Constants({ plan }: { plan: imports.ImportPlan }) {
  const { t } = useTranslation('imports');
  const { request } = useSession();
  const [adding, setAdding] = useState<string[]>([]);
  const set = new Set([...plan.missing, ...Object.keys(plan.constants), ...adding]);
  const mapped = new Set(plan.columns.map((column) => column.field));
  const free = plan.fields.filter((field) => !set.has(field) && !mapped.has(field));
  const say = (field: string, value: string) => {
    const { [field]: _, ...others } = request.constants;
    session.say({ constants: value.trim() === '' ? others : { ...others, [field]: value.trim() } });
  };
  return (
    <div className={classes['constants']}>
      <h3>{t('forAll')}</h3>
      <p className={classes['hint']}>{t('forAllHint')}</p>
      {[...set].map((field) => (
        <div key={field} className={classes['constant']}>
          <span className={classes['columnName']}>{fieldWord(t, field)}</span>
          <Value
            field={field}
            value={plan.constants[field] ?? ''}
            focus={adding.includes(field)}
            onChange={(value) => say(field, value)}
          />
          <Button
            look="quiet"
            size="small"
            aria-label={t('dropConstant', { field: fieldWord(t, field) })}
            icon={<IconX size={13} stroke={1.8} aria-hidden />}
            onClick={() => {
              setAdding(adding.filter((one) => one !== field));
              say(field, '');
            }}
          />
        </div>
      ))}
      {free.length > 0 && (
        <select
          className={classes['select']}
          aria-label={t('addConstant')}
          value=""
          onChange={(event) => setAdding([...adding, event.currentTarget.value])}
        >
          <option value="">{t('addConstant')}</option>
          {free.map((field) => (
            <option key={field} value={field}>
              {fieldWord(t, field)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

/** A value is taken when it is typed to its end: Enter, or leaving the field. */
function Value(props: {
  field: string;
  value: string;
  focus: boolean;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation('imports');
  const [text, setText] = useState(props.value);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(props.value), [props.value]);
  const { focus } = props;
  useEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);
  const take = () => {
    if (text.trim() !== props.value) props.onChange(text);
  };
  return (
    <input
      ref={input}
      className={classes['select']}
      aria-label={t('constantValue', { field: fieldWord(t, props.field) })}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
