import { TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { toProblem } from '@/api';
import { Button } from '@/ui';
import lists from './Lists.module.css';

/** Takes one more entry of a list; the field stays, for the next one. */
export function AddLine(props: {
  label: string;
  button: string;
  inputMode?: 'numeric';
  /** Says what is wrong with what was typed, '' where nothing is. */
  check?: (typed: string) => string;
  onAdd: (typed: string) => Promise<unknown>;
}) {
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = props.check?.(text) ?? '';
    if (wrong !== '') {
      setError(wrong);
      return;
    }
    try {
      await props.onAdd(text);
      setText('');
      setError('');
      input.current?.focus();
    } catch (cause) {
      setError(toProblem(cause).message);
    }
  };
  return (
    <form className={lists['addLine']} onSubmit={(event) => void submit(event)}>
      <TextInput
        ref={input}
        aria-label={props.label}
        placeholder={props.label}
        autoComplete="off"
        maxLength={60}
        {...(props.inputMode !== undefined && { inputMode: props.inputMode })}
        value={text}
        error={error === '' ? undefined : error}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setError('');
        }}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        {props.button}
      </Button>
    </form>
  );
}
