import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settings as api, dialogs, toProblem } from '@/api';
import type { Backup } from '@/api/settings';
import { sizeOf } from '@/lib/size';
import { useFormat } from '@/state';
import { Button, Chip, EmptyState, useToast } from '@/ui';
import { Note, SectionBody } from './parts';
import { RestoreDialog } from './RestoreDialog';
import classes from './Settings.module.css';

/** How many backups are shown before somebody asks for all. */
const first = 30;

/** Lists the backups; each can be read whole and put in the workspace's place. */
export function BackupsSection({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('settings');
  const { locale, moment } = useFormat();
  const client = useQueryClient();
  const toast = useToast();
  const list = useQuery({ queryKey: ['settings', 'backups'], queryFn: api.backups });
  const [busy, setBusy] = useState('');
  const [all, setAll] = useState(false);
  const [restoring, setRestoring] = useState<Backup>();
  const items = list.data?.items ?? [];

  /** Runs what takes a while, one at a time, and says how it went. */
  const run = async (what: string, work: () => Promise<{ message: string; bad?: boolean }>) => {
    if (busy !== '') return;
    setBusy(what);
    try {
      toast(await work());
    } catch (cause) {
      const problem = toProblem(cause);
      toast({ message: problem.message, bad: problem.code !== 'cancelled' });
    } finally {
      setBusy('');
      await client.invalidateQueries({ queryKey: ['settings', 'backups'] });
    }
  };
  const make = () =>
    run('make', async () => {
      const made = await api.backUp();
      return { message: t('backups.made', { size: sizeOf(made.size, locale) }) };
    });
  const verify = (backup: Backup) =>
    run(backup.path, async () => {
      const found = await api.verifyBackup(backup.path);
      return found.good
        ? {
            message: t('backups.isGood', {
              records: new Intl.NumberFormat(locale).format(found.records),
              changes: new Intl.NumberFormat(locale).format(found.changes),
            }),
          }
        : { message: t('backups.isDamaged', { why: found.problems[0] ?? '' }), bad: true };
    });
  const shown = all ? items : items.slice(0, first);
  return (
    <SectionBody title={t('section.backups')} intro={t('backups.intro')}>
      <div className={classes['actions']}>
        <Button
          look="primary"
          aria-disabled={busy !== ''}
          disabled={readOnly}
          onClick={() => void make()}
        >
          {t('backups.now')}
        </Button>
        {dialogs.inWindow() && items[0] !== undefined && (
          <Button onClick={() => void dialogs.reveal(items[0]?.path ?? '')}>
            {t('backups.openFolder')}
          </Button>
        )}
      </div>
      {list.data !== undefined && (
        <p className={classes['hint']}>
          {t('backups.folder')} <span className={classes['path']}>{list.data.folder}</span>
        </p>
      )}
      {list.isError && <Note tone="bad">{list.error.message}</Note>}
      {list.data !== undefined && items.length === 0 && (
        <div className={classes['empty']}>
          <EmptyState headed title={t('backups.none')}>
            {t('backups.noneText')}
          </EmptyState>
        </div>
      )}
      {items.length > 0 && (
        <table className={classes['table']} aria-label={t('backups.list')}>
          <thead>
            <tr>
              <th scope="col">{t('backups.when')}</th>
              <th scope="col" className={classes['figure']}>
                {t('backups.size')}
              </th>
              <th scope="col">{t('backups.state')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('backups.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((backup) => (
              <tr key={backup.path} title={backup.name}>
                <td>{moment(backup.at)}</td>
                <td className={classes['figure']}>{sizeOf(backup.size, locale)}</td>
                <td>
                  <Chip
                    tone={
                      { written: 'plain', good: 'good', damaged: 'bad' }[backup.state] as 'plain'
                    }
                  >
                    {t(`backups.${backup.state}`)}
                  </Chip>{' '}
                  {backup.kept && <Chip tone="outlined">{t('backups.kept')}</Chip>}
                </td>
                <td className={classes['rowActions']}>
                  <Button
                    size="small"
                    look="quiet"
                    aria-disabled={busy !== ''}
                    aria-label={t('backups.verifyThis', { when: moment(backup.at) })}
                    onClick={() => void verify(backup)}
                  >
                    {t('backups.verify')}
                  </Button>
                  <Button
                    size="small"
                    look="quiet"
                    aria-label={t('backups.restoreThis', { when: moment(backup.at) })}
                    onClick={() => setRestoring(backup)}
                  >
                    {t('backups.restore')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {items.length > shown.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('backups.all', { count: items.length - shown.length })}
        </Button>
      )}
      <RestoreDialog backup={restoring} onClose={() => setRestoring(undefined)} />
    </SectionBody>
  );
}
