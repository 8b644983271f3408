import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { toProblem } from '@/api';
import classes from './Settings.module.css';

/** What a TextSetting takes. */
export interface TextSettingProps {
  /** Names the field in the document. */
  id?: string;
  label: string;
  hint?: ReactNode;
  /** The value as it is stored. */
  value: string;
  placeholder?: string;
  /** Turns what was typed into what is stored; undefined for what cannot be. */
  read?: (typed: string) => string | undefined;
  /** What is said about a text that `read` refuses. */
  refused?: string;
  /** Writes it; what it rejects with is shown at the field. */
  onSave: (text: string) => Promise<unknown>;
  disabled?: boolean;
  /** Names the field to screen readers only. */
  bare?: boolean;
  inputMode?: 'decimal' | 'numeric' | 'email';
  maxLength?: number;
  list?: string;
  end?: ReactNode;
  className?: string | undefined;
}

/**
 * Draws one setting that is a text. It is saved at once when the field is left or
 * with Enter; Escape gives back what was there. A refused text stays to be mended.
 */
export function TextSetting(props: TextSettingProps) {
  const [text, setText] = useState(props.value);
  const [error, setError] = useState('');
  const stored = useRef(props.value);
  const busy = useRef(false);
  // What was typed on while a write was running is written after it.
  const missed = useRef(false);
  const latest = useRef(async () => {});
  useEffect(() => {
    // What the program has now, an undo included, but never over what is being typed.
    setText((now) => (now === stored.current ? props.value : now));
    stored.current = props.value;
  }, [props.value]);
  const run = async (value: string) => {
    busy.current = true;
    missed.current = false;
    try {
      await props.onSave(value);
      setError('');
      stored.current = text;
    } catch (cause) {
      setError(toProblem(cause).message);
      missed.current = false;
    } finally {
      busy.current = false;
      if (missed.current) void latest.current();
    }
  };
  const save = async () => {
    if (busy.current) {
      missed.current = true;
      return;
    }
    if (text.trim() === stored.current) {
      setText(stored.current);
      setError('');
      return;
    }
    const value = props.read === undefined ? text.trim() : props.read(text.trim());
    if (value === undefined) {
      setError(props.refused ?? '');
      return;
    }
    await run(value);
  };
  latest.current = save;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape' && text !== stored.current) {
      event.stopPropagation();
      setText(stored.current);
      setError('');
    }
  };
  return (
    <TextInput
      className={props.className ?? classes['field'] ?? ''}
      {...(props.bare === true ? { 'aria-label': props.label } : { label: props.label })}
      {...(props.hint !== undefined && { description: props.hint })}
      {...(props.id !== undefined && { id: props.id })}
      {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
      {...(props.inputMode !== undefined && { inputMode: props.inputMode })}
      {...(props.maxLength !== undefined && { maxLength: props.maxLength })}
      {...(props.list !== undefined && { list: props.list })}
      {...(props.end !== undefined && { rightSection: props.end })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      spellCheck={false}
      disabled={props.disabled === true}
      value={text}
      error={error === '' ? undefined : error}
      onChange={(event) => {
        setText(event.currentTarget.value);
        setError('');
      }}
      onBlur={() => void save()}
      onKeyDown={onKeyDown}
    />
  );
}
