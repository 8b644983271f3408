import { type ReactNode, useId } from 'react';
import classes from './Segmented.module.css';

/** One of the choices of a Segmented control. */
export interface SegmentedOption<V extends string> {
  value: V;
  label: ReactNode;
}

/** Draws a choice of one among few, side by side; arrow keys move it, as they are radio buttons. */
export function Segmented<V extends string>(props: {
  label: string;
  value: V;
  options: readonly SegmentedOption<V>[];
  onChange: (value: V) => void;
}) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={props.label} className={classes['group']}>
      {props.options.map((option) => (
        <label key={option.value} className={classes['option']}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
