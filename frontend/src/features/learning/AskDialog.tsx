import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { learning as api, search, toProblem } from '@/api';
import type { LearningPage } from '@/api/learning';
import { useOnce, useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import { Day } from './forms';
import classes from './Learning.module.css';

/** Asks a question: of accounts by name, of all of a type, or of every account. */
export function AskDialog({ page, onClose }: { page: LearningPage; onClose: () => void }) {
  const { t } = useTranslation('learning');
  const write = useWrite();
  const [fields, setFields] = useState({ text: '', asked_of: '', from_team: '', on: page.today });
  const [type, setType] = useState('');
  const [accounts, setAccounts] = useState<{ value: string; label: string }[]>([]);
  const [wrong, setWrong] = useState({ field: '', message: '' });
  const set = (part: Partial<typeof fields>) => {
    setFields({ ...fields, ...part });
    setWrong({ field: '', message: '' });
  };
  const errorOf = (field: string) => (wrong.field === field ? wrong.message : undefined);
  const send = useOnce(async () => {
    try {
      const named = type === '' ? accounts.map((one) => one.value) : [];
      await write(() => api.ask({ ...fields, type, accounts: named }), t('done.asked'));
      onClose();
    } catch (cause) {
      const { field, message } = toProblem(cause);
      setWrong({ field, message });
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <Dialog opened onClose={onClose} title={t('askForm.title')} size="lg">
      <form
        className={classes['dialog']}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Textarea
          data-autofocus
          label={t('form.question')}
          autosize
          minRows={2}
          value={fields.text}
          error={errorOf('text')}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <Select
          label={t('askForm.whom')}
          allowDeselect={false}
          data={[
            { value: '', label: t('askForm.some') },
            { value: 'all', label: t('askForm.all') },
            ...page.types.map((one) => ({
              value: one.id,
              label: t('askForm.ofType', { type: one.name }),
            })),
          ]}
          value={type}
          onChange={(value) => setType(value ?? '')}
        />
        {type === '' && (
          <Accounts chosen={accounts} error={errorOf('accounts')} onChange={setAccounts} />
        )}
        <div className={classes['pair']}>
          <TextInput
            label={t('form.fromTeam')}
            value={fields.from_team}
            onChange={(event) => set({ from_team: event.currentTarget.value })}
          />
          <TextInput
            label={t('form.askedOf')}
            value={fields.asked_of}
            onChange={(event) => set({ asked_of: event.currentTarget.value })}
          />
          <Day
            label={t('form.on')}
            today={page.today}
            value={fields.on}
            error={errorOf('on')}
            onChange={(on) => set({ on })}
          />
        </div>
        <p className={classes['off']}>{t('askForm.help')}</p>
        <div>
          <Button look="primary" type="submit">
            {t('askForm.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface Choice {
  value: string;
  label: string;
}

/** Finds accounts by their name. */
function Accounts(props: {
  chosen: Choice[];
  error: string | undefined;
  onChange: (chosen: Choice[]) => void;
}) {
  const { t } = useTranslation('learning');
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words.trim(), 80);
  const found = useQuery({
    queryKey: ['search', settled],
    queryFn: () => search.find(settled),
    placeholderData: (before) => before,
  }).data;
  const hits = (found ?? [])
    .filter((hit) => hit.kind === 'account')
    .map((hit) => ({ value: hit.id, label: hit.account_name || hit.title }));
  const known = [
    ...props.chosen,
    ...hits.filter((hit) => props.chosen.every((one) => one.value !== hit.value)),
  ];
  return (
    <MultiSelect
      label={t('askForm.accounts')}
      placeholder={t('askForm.accountsHint')}
      searchable
      data={known}
      filter={({ options }) => options}
      value={props.chosen.map((one) => one.value)}
      searchValue={words}
      onSearchChange={setWords}
      error={props.error}
      onChange={(ids) => {
        props.onChange(known.filter((one) => ids.includes(one.value)));
        setWords('');
      }}
    />
  );
}
