import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { useOnce } from './useOnce';

interface Answer {
  ok: () => void;
  fail: () => void;
}

/** A form whose write is answered when the test says so. */
function Form({ answers }: { answers: Answer[] }) {
  const [text, setText] = useState('one');
  const save = useOnce(async (word: string) => {
    try {
      await new Promise<void>((ok, fail) => answers.push({ ok, fail: () => fail(new Error()) }));
      setText(`${word}, written`);
    } catch {
      setText(`${word}, refused`);
    }
  });
  return (
    <button type="button" onClick={() => void save(text)}>
      {text}
    </button>
  );
}

function show() {
  const answers: Answer[] = [];
  render(<Form answers={answers} />);
  return answers;
}

const press = () => fireEvent.click(screen.getByRole('button'));
const words = () => screen.getByRole('button').textContent;

test('does nothing while its last call is running, and goes on with what is on screen then', async () => {
  const answers = show();
  press();
  press();
  press();
  expect(answers).toHaveLength(1);
  await act(async () => answers[0]?.ok());
  expect(words()).toBe('one, written');
  press();
  expect(answers).toHaveLength(2);
  await act(async () => answers[1]?.ok());
  expect(words()).toBe('one, written, written');
});

test('goes on after a call that failed', async () => {
  const answers = show();
  press();
  await act(async () => answers[0]?.fail());
  expect(words()).toBe('one, refused');
  press();
  expect(answers).toHaveLength(2);
});

test('a key that waits until the answer is there does not find the old screen', async () => {
  const answers = show();
  press();
  // The answer is there, what came of it is not drawn yet.
  answers[0]?.ok();
  for (let i = 0; i < 10; i += 1) await Promise.resolve();
  expect(words()).toBe('one');
  press();
  expect(answers).toHaveLength(1);
  await act(async () => undefined);
  expect(words()).toBe('one, written');
});
