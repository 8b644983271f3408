import { type ReactNode, useId } from 'react';
import classes from './Labelled.module.css';

/** What a field is given so that its label and its error belong to it. */
export interface FieldAttributes {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby'?: string;
}

/** Draws a field with its label above and what is wrong with it below. */
export function Labelled(props: {
  label: string;
  error?: string;
  className?: string | undefined;
  children: (field: FieldAttributes) => ReactNode;
}) {
  const id = useId();
  const { error = '' } = props;
  return (
    <div className={`${classes['field']} ${props.className ?? ''}`}>
      <label htmlFor={id}>{props.label}</label>
      {props.children({
        id,
        'aria-invalid': error !== '',
        ...(error !== '' && { 'aria-describedby': `${id}-error` }),
      })}
      {error !== '' && (
        <p id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
