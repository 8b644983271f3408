import { type ReactNode, useId } from 'react';
import classes from './Form.module.css';

/** Draws a field with its label above and what is wrong with it below. */
export function Field(props: {
  label: string;
  error?: string | undefined;
  className?: string | undefined;
  children: (attributes: {
    id: string;
    'aria-invalid': boolean;
    'aria-describedby'?: string;
  }) => ReactNode;
}) {
  const id = useId();
  const { label, error, className, children } = props;
  const wrong = error !== undefined && error !== '';
  return (
    <div className={`${classes['field']} ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': wrong,
        ...(wrong ? { 'aria-describedby': `${id}-error` } : {}),
      })}
      {wrong && (
        <p id={`${id}-error`} className={classes['error']} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
