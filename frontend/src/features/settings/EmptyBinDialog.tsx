import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settings as api, toProblem } from '@/api';
import { useFormat } from '@/state';
import { Button, Dialog, useToast } from '@/ui';
import { Note } from './parts';
import classes from './Settings.module.css';

/** Counts what goes for good, says so, and empties the bin. */
export function EmptyBinDialog(props: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('settings');
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={t('bin.emptyTitle')}>
      <Form onClose={props.onClose} />
    </Dialog>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const { number } = useFormat();
  const client = useQueryClient();
  const toast = useToast();
  const size = useQuery({ queryKey: ['settings', 'bin-size'], queryFn: api.binSize, gcTime: 0 });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const count = size.data ?? 0;
  const counted = { count, formatted: number(count) };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || count === 0) return;
    setBusy(true);
    try {
      const done = await api.emptyBin();
      toast({
        message: t('settings:bin.emptied', {
          count: done.records,
          formatted: number(done.records),
          backup: done.backup,
        }),
      });
      onClose();
    } catch (cause) {
      setError(toProblem(cause).message);
    } finally {
      setBusy(false);
      await client.invalidateQueries();
    }
  };
  return (
    <form className={classes['dialog']} onSubmit={(event) => void submit(event)}>
      <p>
        {size.data === undefined
          ? t('settings:bin.emptyCounting')
          : t('settings:bin.emptyCount', counted)}{' '}
        <strong>{t('settings:bin.emptyFinal')}</strong>
      </p>
      <p>{t('settings:bin.emptyBackup')}</p>
      {error !== '' && <Note tone="bad">{error}</Note>}
      <div className={classes['dialogActions']}>
        <Button data-autofocus onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" look="danger" disabled={count === 0} aria-disabled={busy}>
          {t('settings:bin.emptyConfirm', counted)}
        </Button>
      </div>
    </form>
  );
}
