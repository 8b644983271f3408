import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { portfolio, toProblem } from '@/api';
import { useFormat, useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import classes from './Many.module.css';
import { plainView, queryOf } from './view';

interface FormProps {
  accounts: string[];
  field: portfolio.ChangeField;
  onClose: () => void;
}

/** Draws the change of one field for many accounts; Ctrl+Enter makes it. */
export function ChangeForm({ accounts, field, onClose }: FormProps) {
  const { t } = useTranslation('portfolio');
  const { number } = useFormat();
  const write = useWrite();
  const [text, setText] = useState('');
  const [out, setOut] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const options = useOptions(field, text);
  const count = accounts.length;
  const onSubmit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy) return;
    const value = meantBy(field, text, options);
    if (value === undefined) return setProblem(t('many.notFound', { name: text.trim() }));
    setBusy(true);
    try {
      let told = '';
      await write(
        async () => {
          const done = await portfolio.change({
            accounts,
            field,
            value: field === 'tags' ? '' : value,
            add: field === 'tags' ? tagsOf(text) : [],
            remove: field === 'tags' ? tagsOf(out) : [],
          });
          told = t('many.left', { count: done.left_out });
          if (done.left_out === 0) told = '';
          return done;
        },
        t('many.changed', { count, formatted: number(count), what: t(`many.${field}`) }),
      );
      if (told === '') onClose();
      else setProblem(told);
    } catch (cause) {
      setProblem(toProblem(cause).message);
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void onSubmit();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('many.title', { count, formatted: number(count), what: t(`many.${field}`) })}
      size="sm"
    >
      <form
        className={classes['form']}
        onSubmit={(event) => void onSubmit(event)}
        onKeyDown={onKeyDown}
      >
        <Line
          label={field === 'tags' ? t('many.add') : t(`many.value.${field}`)}
          value={text}
          options={options.map((one) => one.label)}
          problem={problem}
          onChange={(next) => {
            setProblem('');
            setText(next);
          }}
          first
        />
        {field === 'tags' ? (
          <Line
            label={t('many.remove')}
            value={out}
            options={options.map((one) => one.label)}
            problem=""
            onChange={setOut}
          />
        ) : (
          <p className={classes['hint']}>{t('many.empty')}</p>
        )}
        <div className={classes['foot']}>
          <Button type="submit" look="primary" aria-disabled={busy}>
            {t('many.apply')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Line(props: {
  label: string;
  value: string;
  options: string[];
  problem: string;
  onChange: (value: string) => void;
  first?: boolean;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        list={`${id}-list`}
        autoComplete="off"
        data-autofocus={props.first}
        aria-invalid={props.problem !== ''}
        aria-describedby={props.problem === '' ? undefined : `${id}-problem`}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <datalist id={`${id}-list`}>
        {[...new Set(props.options)].map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {props.problem !== '' && (
        <p id={`${id}-problem`} role="alert" className={classes['problem']}>
          {props.problem}
        </p>
      )}
    </div>
  );
}

interface Option {
  value: string;
  label: string;
}

/** Returns what may be meant: the values that there are, or accounts with these words. */
function useOptions(field: portfolio.ChangeField, text: string): Option[] {
  const [words] = useDebouncedValue(text.trim(), 120);
  const accounts = useQuery({
    queryKey: ['portfolio', 'named', words],
    queryFn: async () => {
      const query = { ...queryOf({ ...plainView, sort: 'name', filter: words }), limit: 20 };
      return (await portfolio.page(query)).rows;
    },
    enabled: field === 'parent',
    placeholderData: (before) => before,
  });
  const known = useQuery({
    queryKey: ['portfolio', 'choices', field === 'tags' ? 'tag' : field],
    queryFn: () => portfolio.choices(field === 'tags' ? 'tag' : field),
    enabled: field !== 'parent',
  });
  if (field === 'parent') {
    return (accounts.data ?? []).map((row) => ({ value: row.id, label: row.name }));
  }
  return known.data ?? [];
}

/** Returns what is written for a text; undefined where it has to name something that is not there. */
function meantBy(
  field: portfolio.ChangeField,
  text: string,
  options: Option[],
): string | undefined {
  const wanted = text.trim();
  if (wanted === '' || (field !== 'type' && field !== 'parent')) return wanted;
  const same = (one: Option) => one.label.toLocaleLowerCase() === wanted.toLocaleLowerCase();
  return options.find(same)?.value;
}

function tagsOf(text: string): string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}
