import { IconFilter2 } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Portfolio.module.css';

/** Draws the box that filters as one types; `/` puts the focus there, Escape empties it. */
export function Filter(props: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('portfolio');
  const box = useRef<HTMLInputElement>(null);
  // The box has its own text: the address follows, and must not disturb the typing.
  const [text, setText] = useState(props.value);
  useEffect(() => {
    if (document.activeElement !== box.current) setText(props.value);
  }, [props.value]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement | null)?.closest(
        'input, textarea, [contenteditable]',
      );
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  const change = (value: string) => {
    setText(value);
    props.onChange(value);
  };
  return (
    <div className={classes['filter']}>
      <IconFilter2 size={14} stroke={1.6} aria-hidden />
      <input
        ref={box}
        type="search"
        aria-label={t('filter')}
        placeholder={t('filter')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') change('');
        }}
      />
      {text === '' && <kbd>/</kbd>}
    </div>
  );
}
