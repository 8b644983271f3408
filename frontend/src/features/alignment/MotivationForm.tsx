import { Select, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api';
import { useOnce } from '@/state';
import { Button } from '@/ui';
import classes from './Alignment.module.css';

const stages = ['acquisition', 'purchase', 'success', 'renewal'] as const;
const kinds = ['yes/no', 'number', 'category'] as const;
const natures = ['motivational', 'demographic', 'internal'] as const;

type Fields = Record<string, string>;

/** Takes a motivation: its name, what it is about, its stage. */
export function MotivationForm(props: {
  fields: Fields;
  onSave: (fields: Fields) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation('alignment');
  return (
    <InPlace {...props}>
      {(field) => (
        <>
          <TextInput
            data-autofocus
            autoFocus
            label={t('form.motivationName')}
            placeholder={t('form.motivationHint')}
            {...field('name')}
          />
          <TextInput label={t('form.description')} {...field('description')} />
          <Select
            label={t('form.stage')}
            allowDeselect={false}
            data={stages.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
            {...field.choice('stage')}
          />
        </>
      )}
    </InPlace>
  );
}

/** Takes a sign: what it is called, of which kind and nature, and where it was heard. */
export function IndicatorForm(props: {
  fields: Fields;
  onSave: (fields: Fields) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation('alignment');
  return (
    <InPlace {...props}>
      {(field) => (
        <>
          <TextInput
            autoFocus
            label={t('form.signName')}
            placeholder={t('form.signHint')}
            {...field('name')}
          />
          <Select
            label={t('form.kind')}
            allowDeselect={false}
            data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            {...field.choice('kind')}
          />
          <Select
            label={t('form.nature')}
            allowDeselect={false}
            data={natures.map((nature) => ({ value: nature, label: t(`nature.${nature}`) }))}
            {...field.choice('nature')}
          />
          <TextInput
            label={t('form.source')}
            placeholder={t('form.sourceHint')}
            {...field('source')}
          />
        </>
      )}
    </InPlace>
  );
}

interface Field {
  (
    name: string,
  ): {
    value: string;
    error: string;
    onChange: (event: { currentTarget: { value: string } }) => void;
  };
  choice: (name: string) => {
    value: string;
    error: string;
    onChange: (value: string | null) => void;
  };
}

/** Draws a form in its place: Enter saves, Escape leaves; what is wrong is said at its field. */
function InPlace(props: {
  fields: Fields;
  onSave: (fields: Fields) => Promise<unknown>;
  onClose: () => void;
  children: (field: Field) => ReactNode;
}) {
  const { t } = useTranslation('alignment');
  const [fields, setFields] = useState(props.fields);
  const [wrong, setWrong] = useState<{ field: string; message: string }>({
    field: '',
    message: '',
  });
  const set = (name: string, value: string) => {
    setFields((before) => ({ ...before, [name]: value }));
    setWrong({ field: '', message: '' });
  };
  const errorOf = (name: string) => (wrong.field === name ? wrong.message : '');
  const field: Field = Object.assign(
    (name: string) => ({
      value: fields[name] ?? '',
      error: errorOf(name),
      onChange: (event: { currentTarget: { value: string } }) =>
        set(name, event.currentTarget.value),
    }),
    {
      choice: (name: string) => ({
        value: fields[name] ?? '',
        error: errorOf(name),
        onChange: (value: string | null) => set(name, value ?? ''),
      }),
    },
  );
  const save = useOnce(async () => {
    try {
      await props.onSave(fields);
    } catch (cause) {
      const { field: at, message } = toProblem(cause);
      setWrong({ field: at, message });
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      props.onClose();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };
  return (
    <form
      className={classes['form']}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {props.children(field)}
      <div className={classes['formActions']}>
        <Button look="primary" type="submit">
          {t('form.save')}
        </Button>
        <Button look="quiet" onClick={props.onClose}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}
