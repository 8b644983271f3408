import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api';
import { useFormat, useOnce } from '@/state';
import { Button, Dialog } from '@/ui';
import classes from './Settings.module.css';
import { useDimensionNames } from './useDimensionNames';

/** Asks where the benefits of a dimension go before it is removed. */
export function RemoveDimension(props: {
  /** '' while nothing is removed. */
  name: string;
  uses: number;
  others: readonly string[];
  onClose: () => void;
  onRemove: (to: string) => Promise<unknown>;
}) {
  const { t } = useTranslation('settings');
  const { shown } = useDimensionNames();
  return (
    <Dialog
      opened={props.name !== ''}
      onClose={props.onClose}
      title={t('value.removeTitle', { name: shown(props.name) })}
    >
      <Form {...props} key={props.name} />
    </Dialog>
  );
}

function Form(props: Parameters<typeof RemoveDimension>[0]) {
  const { t } = useTranslation(['settings', 'common']);
  const { number } = useFormat();
  const { shown } = useDimensionNames();
  const [to, setTo] = useState(props.others[0] ?? '');
  const [error, setError] = useState('');
  const submit = useOnce(async () => {
    try {
      await props.onRemove(to);
      props.onClose();
    } catch (cause) {
      setError(toProblem(cause).message);
    }
  });
  return (
    <form
      className={classes['dialog']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>{t('settings:value.removeText', { count: props.uses, formatted: number(props.uses) })}</p>
      <Select
        data-autofocus
        label={t('settings:value.removeTo')}
        data={props.others.map((one) => ({ value: one, label: shown(one) }))}
        value={to}
        allowDeselect={false}
        error={error === '' ? undefined : error}
        onChange={(value) => setTo(value ?? '')}
      />
      <div className={classes['dialogActions']}>
        <Button onClick={props.onClose}>{t('common:cancel')}</Button>
        <Button type="submit" look="primary">
          {t('settings:value.removeConfirm')}
        </Button>
      </div>
    </form>
  );
}
