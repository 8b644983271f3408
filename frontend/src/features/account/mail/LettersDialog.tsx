import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { letters as api, toProblem } from '@/api';
import type { Letters } from '@/api/letters';
import { inWords } from '@/i18n/words';
import { useOnce, useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import { useSay } from '../talks/say';
import classes from './DropMail.module.css';
import { LetterForm } from './LetterForm';
import { draftOf, inputOf, type LetterDraft } from './letters';

/** Shows what was dropped as the conversations it would become; nothing is saved before that. */
export function LettersDialog(props: { account: string; paths: string[]; onClose: () => void }) {
  const say = useSay();
  const query = useQuery({
    queryKey: ['letters', props.account, props.paths],
    queryFn: () => api.read(props.account, props.paths),
    gcTime: 0,
    retry: false,
    // What is being corrected must not be read anew under it.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Dialog opened onClose={props.onClose} title={say('mail.title')} size="min(46rem, 94vw)">
      {query.error !== null && <p role="alert">{query.error.message}</p>}
      {query.data !== undefined && (
        <Form account={props.account} letters={query.data} onClose={props.onClose} />
      )}
    </Dialog>
  );
}

function Form(props: { account: string; letters: Letters; onClose: () => void }) {
  const say = useSay();
  const write = useWrite();
  const [drafts, setDrafts] = useState(() => props.letters.letters.map(draftOf));
  const [problem, setProblem] = useState('');
  const taken = drafts.filter((one) => one.taken);
  const change = (at: number, part: Partial<LetterDraft>) =>
    setDrafts((now) => now.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const save = useOnce(async () => {
    if (taken.length === 0) return;
    try {
      setProblem('');
      await write(
        () => api.save(props.account, taken.map(inputOf)),
        say('mail.saved', { count: taken.length }),
      );
      props.onClose();
    } catch (cause) {
      setProblem(toProblem(cause).message);
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void save();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter saves from any of its fields
    <div className={classes['letters']} onKeyDown={onKeyDown}>
      {drafts.map((draft, at) => (
        <LetterForm
          key={`${draft.letter.path}/${draft.letter.part}`}
          draft={draft}
          today={props.letters.today}
          onChange={(part) => change(at, part)}
        />
      ))}
      {problem !== '' && (
        <p role="alert" className={classes['problem']}>
          {inWords(problem)}
        </p>
      )}
      <div className={classes['actions']}>
        <Button
          look="primary"
          ref={focusOnce}
          aria-disabled={taken.length === 0}
          onClick={() => void save()}
        >
          {say('mail.save', { count: taken.length })}
        </Button>
        <Button look="quiet" onClick={props.onClose}>
          {say('cancel')}
        </Button>
        <small>{say('mail.note')}</small>
      </div>
    </div>
  );
}

/** The form comes after its dialog, which has given the focus to its close button by then. */
function focusOnce(element: HTMLElement | null) {
  element?.focus();
}
