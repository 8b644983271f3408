import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { portfolio, search } from '@/api';
import classes from './Capture.module.css';
import { useSay } from './say';

interface Choice {
  id: string;
  name: string;
}

/** Draws the account that the notes are about; typing finds another one. */
export function AccountPick(props: {
  account: string;
  recent: readonly Choice[];
  onChange: (id: string) => void;
}) {
  const say = useSay();
  const id = useId();
  const [words, setWords] = useState<string | undefined>(undefined);
  const [active, setActive] = useState(0);
  const name = useQuery({
    queryKey: ['names', 'capture', props.account],
    queryFn: () => portfolio.names([props.account]),
    enabled: props.account !== '',
  });
  const choices = useChoices(words, props.recent);
  const at = Math.min(active, choices.length - 1);
  const choose = (choice: Choice | undefined) => {
    if (choice !== undefined) props.onChange(choice.id);
    setWords(undefined);
  };
  const answers: Readonly<Record<string, (() => void) | undefined>> =
    words === undefined
      ? { ['ArrowDown']: () => setWords('') }
      : {
          ['ArrowDown']: () => setActive(Math.min(at + 1, choices.length - 1)),
          ['ArrowUp']: () => setActive(Math.max(at - 1, 0)),
          ['Enter']: () => choose(choices[at]),
          ['Escape']: () => setWords(undefined),
        };
  const onKeyDown = (event: KeyboardEvent) => {
    const answer = answers[event.key];
    if (answer === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    answer();
  };
  const shown = words !== undefined;
  return (
    <div className={classes['pick']}>
      <label htmlFor={id}>{say('account')}</label>
      <input
        id={id}
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={say('findAccount')}
        value={words ?? name.data?.[0]?.name ?? ''}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setActive(0);
        }}
        onBlur={() => setWords(undefined)}
        onKeyDown={onKeyDown}
      />
      {shown && (
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={say('account')}
          className={classes['list']}
        >
          {choices.map((choice, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the combobox has the focus
            <div
              key={choice.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              // Before the field loses the focus, which would close the list.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(choice);
              }}
            >
              {choice.name}
            </div>
          ))}
          {choices.length === 0 && <p>{say('noAccount')}</p>}
        </div>
      )}
    </div>
  );
}

/** Finds accounts by words; without any, those that were open last. */
function useChoices(words: string | undefined, recent: readonly Choice[]): readonly Choice[] {
  const [settled] = useDebouncedValue((words ?? '').trim(), 80);
  const found = useQuery({
    queryKey: ['search', settled],
    queryFn: () => search.find(settled),
    enabled: settled !== '',
    placeholderData: (before) => before,
  });
  if (settled === '') return recent;
  return (found.data ?? [])
    .filter((hit) => hit.kind === 'account')
    .map((hit) => ({ id: hit.id, name: hit.title }));
}
