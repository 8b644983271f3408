import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settings as api, toProblem } from '@/api';
import type { Backup } from '@/api/settings';
import { fileName } from '@/lib/names';
import { useFormat } from '@/state';
import { Button, Dialog, useToast } from '@/ui';
import { Note } from './parts';
import classes from './Settings.module.css';

/** Says step by step what restoring a backup does, and does it. */
export function RestoreDialog({
  backup,
  onClose,
}: {
  backup: Backup | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation(['settings', 'common']);
  const { moment } = useFormat();
  const client = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const when = backup === undefined ? '' : moment(backup.at);
  const close = () => {
    setError('');
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (backup === undefined || busy) return;
    setBusy(true);
    try {
      const done = await api.restoreBackup(backup.path);
      toast({ message: t('settings:backups.restored', { kept: fileName(done.kept) }) });
      close();
    } catch (cause) {
      setError(toProblem(cause).message);
    } finally {
      setBusy(false);
      await client.invalidateQueries();
    }
  };
  return (
    <Dialog
      opened={backup !== undefined}
      onClose={close}
      title={t('settings:backups.restoreTitle', { when })}
    >
      <form className={classes['dialog']} onSubmit={(event) => void submit(event)}>
        <p>{t('settings:backups.restoreText')}</p>
        <ol className={classes['steps']}>
          <li>{t('settings:backups.step1')}</li>
          <li>{t('settings:backups.step2')}</li>
          <li>{t('settings:backups.step3', { when })}</li>
        </ol>
        {error !== '' && <Note tone="bad">{error}</Note>}
        <div className={classes['dialogActions']}>
          <Button data-autofocus onClick={close}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" look="primary" aria-disabled={busy}>
            {t('settings:backups.restoreConfirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
