import { useEffect, useId, useRef, useState } from 'react';
import { readDecimal, typedDecimal } from '@/lib/decimal';
import { useFormat } from '@/state';
import classes from './Slider.module.css';

/** A slider with a value that can be typed. */
export interface SliderProps {
  label: string;
  value: number;
  /** Where the slider stands, 0..1, and back again. */
  at: (value: number) => number;
  valueAt: (place: number) => number;
  /** How many steps an arrow key has from one end to the other. */
  steps: number;
  /** The value as it reads: "€5,000". */
  words: string;
  ends: readonly [string, string];
  /** The value as it is typed, and back: percentages are typed as 15. */
  typed: number;
  fromTyped: (typed: number) => number | undefined;
  onChange: (value: number) => void;
}

/** Draws a slider, its value, which a click or Enter lets one type, and what its ends mean. */
export function Slider(props: SliderProps) {
  const id = useId();
  const place = Math.round(props.at(props.value) * props.steps);
  return (
    <div className={classes['slider']}>
      <div className={classes['head']}>
        <label htmlFor={id}>{props.label}</label>
        <Typed {...props} />
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={props.steps}
        step={1}
        value={place}
        aria-valuetext={props.words}
        style={{ '--filled': `${(100 * place) / props.steps}%` } as React.CSSProperties}
        onChange={(event) =>
          props.onChange(props.valueAt(Number(event.currentTarget.value) / props.steps))
        }
      />
      <div className={classes['ends']} aria-hidden="true">
        <span>{props.ends[0]}</span>
        <span>{props.ends[1]}</span>
      </div>
    </div>
  );
}

/** The value: it reads with its unit, and is typed as a plain number. */
function Typed(props: SliderProps) {
  const { locale } = useFormat();
  const [text, setText] = useState<string>();
  const box = useRef<HTMLInputElement>(null);
  const editing = text !== undefined;
  useEffect(() => {
    if (editing) box.current?.select();
  }, [editing]);
  const take = () => {
    const plain = text === undefined ? undefined : readDecimal(text, locale);
    const value = plain === undefined ? undefined : props.fromTyped(Number(plain));
    if (value !== undefined) props.onChange(value);
    setText(undefined);
  };
  return (
    <input
      ref={box}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={props.label}
      className={classes['value']}
      value={text ?? props.words}
      onFocus={() => setText(typedDecimal(String(props.typed), locale))}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          take();
          event.currentTarget.blur();
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          setText(undefined);
          event.currentTarget.blur();
        }
      }}
    />
  );
}
