import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { toProblem } from '@/api';
import { focusIfFree } from '@/lib/focus';
import { readNumber } from '@/lib/numbers';
import classes from './Edit.module.css';

/** A choice of an Edit. */
export interface EditOption {
  value: string;
  label: string;
}

/** What an Edit takes. */
export interface EditProps {
  /** What is edited, for screen readers and as the tip. */
  label: string;
  /** The text as it is edited: a plain decimal for numbers, YYYY-MM-DD for days. */
  value: string;
  /** How it reads; the value itself where it is left out. */
  shown?: ReactNode;
  placeholder: string;
  kind?: 'text' | 'long' | 'day' | 'number' | 'choice';
  options?: readonly EditOption[];
  /** Writes it; what it rejects with is shown at the field. */
  onSave: (text: string) => Promise<unknown>;
  locale: string;
  notANumber?: string;
  className?: string | undefined;
  /** Where it stands, for links that lead here. */
  at?: string;
  /** The names that a text may be, offered while typing. */
  names?: readonly string[];
  /** Opens with the field, and tells when that is left: for what is only being made. */
  fresh?: boolean;
  onLeave?: () => void;
}

/**
 * Draws a text that is edited in place: a click or Enter opens the field, Enter saves,
 * Esc leaves it as it was. In long texts Shift Enter breaks the line.
 */
export function Edit(props: EditProps) {
  const [open, setOpen] = useState(props.fresh === true);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    if (open || !back.current) return;
    back.current = false;
    focusIfFree(button.current);
  }, [open]);
  const close = (byKey: boolean) => {
    back.current = byKey;
    setOpen(false);
    props.onLeave?.();
  };
  if (open) return <Field {...props} close={close} />;
  const empty = props.value === '';
  return (
    <button
      ref={button}
      type="button"
      data-at={props.at}
      title={props.label}
      className={`${classes['text']} ${empty ? classes['empty'] : ''} ${props.className ?? ''}`}
      onClick={() => setOpen(true)}
    >
      {empty ? props.placeholder : (props.shown ?? props.value)}
    </button>
  );
}

function Field(props: EditProps & { close: (byKey: boolean) => void }) {
  const { kind = 'text', locale } = props;
  const id = useId();
  const start = kind === 'number' ? localised(props.value, locale) : props.value;
  const [text, setText] = useState(start);
  const [error, setError] = useState('');
  const done = useRef(false);
  const typed = useRef(true);
  const finish = async (next: string, byKey: boolean) => {
    if (done.current) return;
    if (next.trim() === start.trim()) {
      done.current = true;
      props.close(byKey);
      return;
    }
    const value = kind === 'number' && next.trim() !== '' ? readNumber(next, locale) : next.trim();
    if (value === null) {
      setError(props.notANumber ?? '');
      return;
    }
    done.current = true;
    try {
      await props.onSave(value);
      props.close(byKey);
    } catch (cause) {
      done.current = false;
      setError(toProblem(cause).message);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    typed.current = true;
    if (event.key === 'Escape') {
      event.stopPropagation();
      done.current = true;
      props.close(true);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      void finish(text, true);
    } else if (event.altKey) event.stopPropagation();
  };
  const attributes: FieldAttributes = {
    'aria-label': props.label,
    'aria-invalid': error !== '',
    'aria-describedby': error === '' ? undefined : id,
    onKeyDown,
    onBlur: () => void finish(text, false),
    placeholder: props.placeholder,
    value: text,
  };
  return (
    <span className={`${classes['field']} ${props.className ?? ''}`}>
      <Control
        kind={kind}
        options={props.options}
        attributes={attributes}
        names={props.names}
        list={props.names === undefined ? undefined : `${id}-names`}
        onText={(next) => setText(next)}
        onPointer={() => {
          typed.current = false;
        }}
        onChosen={(next) => {
          setText(next);
          if (!typed.current) void finish(next, true);
        }}
      />
      {error !== '' && (
        <span id={id} role="alert" className={classes['error']}>
          {error}
        </span>
      )}
    </span>
  );
}

/** Draws the field itself: a line, several lines, a day or a choice. */
function Control(props: {
  kind?: EditProps['kind'];
  options?: readonly EditOption[] | undefined;
  names: readonly string[] | undefined;
  list: string | undefined;
  attributes: FieldAttributes;
  onText: (text: string) => void;
  onPointer: () => void;
  onChosen: (text: string) => void;
}) {
  const { kind = 'text', attributes, onText } = props;
  const field = useRef<HTMLInputElement & HTMLSelectElement & HTMLTextAreaElement>(null);
  // Who opened the field asked for it: the typing goes on there.
  useEffect(() => {
    field.current?.focus();
    if (kind === 'text' || kind === 'number') field.current?.select();
  }, [kind]);
  if (kind === 'choice') {
    return (
      <select
        {...attributes}
        ref={field}
        onPointerDown={props.onPointer}
        onChange={(event) => props.onChosen(event.currentTarget.value)}
      >
        {(props.options ?? []).map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'long') {
    return (
      <textarea
        {...attributes}
        ref={field}
        rows={Math.min(8, Math.max(2, Math.ceil(attributes.value.length / 34)))}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    );
  }
  return (
    <>
      <input
        {...attributes}
        ref={field}
        type={kind === 'day' ? 'date' : 'text'}
        inputMode={kind === 'number' ? 'decimal' : undefined}
        list={props.list}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {props.names !== undefined && (
        <datalist id={props.list}>
          {props.names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** What every kind of field is given. */
interface FieldAttributes {
  'aria-label': string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
  placeholder: string;
  value: string;
}

/** Writes a plain decimal with the locale's decimal sign, as a person would type it. */
function localised(value: string, locale: string): string {
  return new Intl.NumberFormat(locale).format(1.5).includes(',') ? value.replace('.', ',') : value;
}
