import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api';
import { useOnce } from '@/state';
import { Button } from '@/ui';
import classes from './Form.module.css';

/** Draws a form in place: Ctrl Enter saves, Escape leaves; what is wrong is said at its field. */
export function Form(props: {
  /** What the form is for, for screen readers. */
  label: string;
  save: string;
  onSave: () => Promise<unknown>;
  onClose: () => void;
  /** Draws the fields; `wrong` says what is wrong with one. */
  children: (wrong: (field: string) => string | undefined) => ReactNode;
}) {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState({ field: '', message: '' });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input:checked, input, select, textarea')?.focus();
  }, []);
  const save = useOnce(async () => {
    try {
      await props.onSave();
      props.onClose();
    } catch (cause) {
      const { field, message } = toProblem(cause);
      setWrong({ field, message });
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      props.onClose();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };
  return (
    <form
      ref={form}
      className={classes['form']}
      aria-label={props.label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {props.children((field) => (wrong.field === field ? wrong.message : undefined))}
      <div className={classes['buttons']}>
        <Button type="submit" size="small" look="primary">
          {props.save}
        </Button>
        <Button size="small" onClick={props.onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
