import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { toProblem } from '@/api';
import { useOnce } from '@/state';
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
  const save = useOnce(async () => {
    const wrong = props.check?.(text) ?? '';
    if (wrong !== '') {
      setError(wrong);
      return;
    }
    // The next one may be typed before the answer is there.
    setText('');
    setError('');
    input.current?.focus();
    try {
      await props.onAdd(text);
    } catch (cause) {
      setText((next) => (next === '' ? text : next));
      setError(toProblem(cause).message);
    }
  });
  return (
    <form
      className={lists['addLine']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
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
