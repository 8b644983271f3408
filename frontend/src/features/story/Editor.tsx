import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Claims.module.css';

/** Edits a claim's words in place: Enter, Ctrl+Enter or leaving saves, Escape does not. */
export function Editor(props: {
  /** The words as they are saved. */
  text: string;
  typed: string;
  onType: (text: string) => void;
  /** Saves, and answers with what is wrong with the words, or ''. */
  onSave: (text: string) => Promise<string>;
  onLeave: () => void;
  onMove?: (by: number) => void;
}) {
  const { t } = useTranslation('story');
  const area = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  const [problem, setProblem] = useState('');
  const { typed } = props;
  useEffect(() => {
    const element = area.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [typed]);
  const leave = () => {
    done.current = true;
    props.onLeave();
  };
  const save = async () => {
    if (done.current) return;
    const words = typed.replace(/\s+/g, ' ').trim();
    if (words === props.text || (words === '' && props.text === '')) {
      leave();
      return;
    }
    done.current = true;
    const wrong = await props.onSave(words);
    done.current = wrong === '';
    setProblem(wrong);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    } else if (event.altKey && ['ArrowUp', 'ArrowDown'].includes(event.key)) {
      event.preventDefault();
      props.onMove?.(event.key === 'ArrowUp' ? -1 : 1);
    }
  };
  return (
    <>
      <textarea
        ref={area}
        className={classes['words']}
        aria-label={t('words')}
        aria-invalid={problem !== ''}
        rows={1}
        value={typed}
        onChange={(event) => props.onType(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void save()}
      />
      {problem === '' ? (
        <p className={classes['keys']}>{t('keys')}</p>
      ) : (
        <p role="alert" className={classes['wrong']}>
          {problem}
        </p>
      )}
    </>
  );
}
