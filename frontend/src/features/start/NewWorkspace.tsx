import { Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api';
import { Button } from '@/ui';
import classes from './Start.module.css';

/** The currencies that are offered first; others can be typed. */
const currencies = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'CAD',
  'AUD',
  'JPY',
  'INR',
];

/** Asks for a new workspace's name and currency. */
export function NewWorkspace(props: {
  busy: boolean;
  problem: Problem | undefined;
  onCreate: (name: string, currency: string) => void;
}) {
  const { t } = useTranslation('start');
  const [name, setName] = useState<string>(t('defaultName'));
  const [currency, setCurrency] = useState('EUR');
  const errorAt = (field: string) =>
    props.problem?.field === field ? { error: props.problem.message } : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onCreate(name, currency);
  };
  return (
    <form className={classes['form']} onSubmit={submit}>
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
        // The door was just opened: the next key belongs here.
        ref={(input) => {
          if (input !== null && document.activeElement?.tagName === 'BUTTON') input.select();
        }}
        {...errorAt('name')}
      />
      <Select
        label={t('currency')}
        description={t('currencyHint')}
        data={currencies}
        value={currency}
        allowDeselect={false}
        searchable
        onChange={(value) => setCurrency(value ?? currency)}
        {...errorAt('currency')}
      />
      <Button type="submit" look="primary" size="large" disabled={props.busy}>
        {t('create')}
      </Button>
    </form>
  );
}
