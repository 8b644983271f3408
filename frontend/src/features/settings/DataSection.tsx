import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settings as api, dialogs, exports, toProblem } from '@/api';
import type { FileCheck } from '@/api/settings';
import { sizeOf } from '@/lib/size';
import { useFormat } from '@/state';
import { Button, useToast } from '@/ui';
import { useKindName } from './kinds';
import { Note, Part, SectionBody } from './parts';
import classes from './Settings.module.css';

/** Shows the workspace file, and lets all of it leave. */
export function DataSection({ name }: { name: string }) {
  const { t } = useTranslation('settings');
  const { locale, number } = useFormat();
  const toast = useToast();
  const kindName = useKindName();
  const file = useQuery({ queryKey: ['settings', 'file'], queryFn: api.file });
  const [found, setFound] = useState<FileCheck>();
  const [busy, setBusy] = useState(false);

  const run = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    try {
      await work();
    } catch (cause) {
      const problem = toProblem(cause);
      toast({ message: problem.message, bad: problem.code !== 'cancelled' });
    } finally {
      setBusy(false);
    }
  };
  const verify = () => run(async () => setFound(await api.verifyFile()));
  const takeOut = () =>
    run(async () => {
      const path = await dialogs.saveFile(t('data.exportTitle'), `${name}.tendril.zip`);
      if (path === '') return;
      const done = await exports.bundle(path);
      // A browser has no folder to show: there the file comes as a download.
      if (!dialogs.inWindow()) await dialogs.reveal(done.path);
      toast({
        message: t('data.exported', {
          count: done.records,
          formatted: number(done.records),
          name: done.name,
        }),
        ...(dialogs.inWindow() && {
          action: { label: t('data.show'), run: () => void dialogs.reveal(done.path) },
        }),
      });
    });
  const total = (file.data?.counts ?? []).reduce((sum, one) => sum + one.count, 0);
  return (
    <SectionBody title={t('section.data')} intro={t('data.intro')}>
      <div className={classes['actions']}>
        <Button look="primary" aria-disabled={busy} onClick={() => void takeOut()}>
          {t('data.export')}
        </Button>
        <Button aria-disabled={busy} onClick={() => void verify()}>
          {t('data.verify')}
        </Button>
        {dialogs.inWindow() && file.data !== undefined && (
          <Button onClick={() => void dialogs.reveal(file.data.path)}>
            {t('data.openFolder')}
          </Button>
        )}
      </div>
      <p className={classes['hint']}>
        {t('data.exportHint')} {t('data.verify')}: {t('data.verifyHint')}
      </p>
      {found !== undefined && <Found check={found} />}
      {file.isError && <Note tone="bad">{file.error.message}</Note>}
      {file.data !== undefined && (
        <>
          <dl className={classes['facts']}>
            <dt>{t('data.path')}</dt>
            <dd className={classes['path']}>{file.data.path}</dd>
            <dt>{t('data.size')}</dt>
            <dd>{sizeOf(file.data.size, locale)}</dd>
            <dt>{t('data.schema')}</dt>
            <dd>{file.data.schema}</dd>
            <dt>{t('data.records')}</dt>
            <dd>{number(total)}</dd>
          </dl>
          <Part title={t('data.counts')}>
            <dl className={classes['counts']}>
              {file.data.counts.map((one) => (
                <div key={one.kind}>
                  <dt>{kindName(one.kind)}</dt>
                  <dd>{number(one.count)}</dd>
                </div>
              ))}
            </dl>
          </Part>
        </>
      )}
    </SectionBody>
  );
}

function Found({ check }: { check: FileCheck }) {
  const { t } = useTranslation('settings');
  const { number } = useFormat();
  if (check.good) {
    return (
      <Note tone="good">
        {t('data.isGood', { records: number(check.records), changes: number(check.changes) })}
      </Note>
    );
  }
  return (
    <>
      <Note tone="bad">{t('data.isBad')}</Note>
      <ul aria-label={t('data.problems')} className={classes['problems']}>
        {check.problems.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
}
