import { type ChangeEvent, useEffect, useId, useState } from 'react';
import { DateField } from '@/ui';
import classes from './Capture.module.css';
import type { FieldSpec, Option } from './fields';

/** Draws one field of a preview; the preview follows what is typed. */
export function FixField(props: {
  label: string;
  spec: FieldSpec;
  value: string;
  options: readonly Option[];
  today: string;
  /** The line does not settle it: to be looked at. */
  guess?: boolean;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const { spec, value, onChange } = props;
  const [text, setText] = useState(value);
  // What the preview answers must not overwrite what is being typed.
  useEffect(() => {
    if (document.activeElement?.id !== id) setText(value);
  }, [value, id]);
  const field = {
    id,
    value: text,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setText(event.currentTarget.value);
      onChange(event.currentTarget.value.trim());
    },
    onBlur: () => setText(value),
  };
  return (
    <div
      className={classes['fix']}
      data-guess={props.guess === true}
      data-wide={spec.kind === 'text'}
    >
      <label htmlFor={id}>{props.label}</label>
      {spec.kind === 'choice' && (
        <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {props.options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
      {spec.kind === 'day' && (
        <DateField id={id} today={props.today} value={value} onChange={onChange} />
      )}
      {spec.kind === 'text' && <textarea {...field} rows={2} />}
      {(spec.kind === 'line' || spec.kind === 'number') && (
        <input {...field} inputMode={spec.kind === 'number' ? 'decimal' : undefined} />
      )}
    </div>
  );
}
