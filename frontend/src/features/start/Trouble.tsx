import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { workspace } from '@/api';
import { inWords } from '@/i18n/words';
import { useFormat } from '@/state';
import { Button } from '@/ui';
import classes from './Start.module.css';

/** Says why a file did not open and what is kept, and offers the way around it. */
export function Trouble(props: {
  failed: workspace.Failed;
  busy: boolean;
  onAgain: () => void;
  onRead: () => void;
  onRecover: () => void;
}) {
  const { t } = useTranslation('start');
  const { failed, busy } = props;
  const { obstacle } = failed;
  return (
    <div role="alert" className={classes['trouble']}>
      <h2>{t(`trouble.${obstacle === '' ? 'other' : obstacle}`)}</h2>
      {failed.message !== '' && <p>{inWords(failed.message)}</p>}
      {obstacle === 'gone' && <p>{t('trouble.goneHint')}</p>}
      {(obstacle === 'damaged' || obstacle === 'gone') && (
        <WayBack failed={failed} busy={busy} onRecover={props.onRecover} />
      )}
      {(obstacle === 'held' || obstacle === 'gone') && (
        <div className={classes['ways']}>
          {obstacle === 'held' && (
            <Button look="primary" disabled={busy} onClick={props.onRead}>
              {t('trouble.read')}
            </Button>
          )}
          <Button disabled={busy} onClick={props.onAgain}>
            {t('trouble.again')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Says of what a new file can be made, and makes it. */
function WayBack(props: { failed: workspace.Failed; busy: boolean; onRecover: () => void }) {
  const { t } = useTranslation('start');
  const { moment } = useFormat();
  const { path, obstacle } = props.failed;
  const way = useQuery({ queryKey: ['way-back', path], queryFn: workspace.wayBack });
  if (way.isPending) return <p>{t('trouble.looking')}</p>;
  if (way.isError) return <p>{way.error.message}</p>;
  const { backup, new: fresh } = way.data;
  if (backup === '' && obstacle === 'gone') return null;
  const kept = obstacle === 'damaged' ? t('trouble.bothStay') : t('trouble.backupsStay');
  return (
    <>
      <p>
        {backup === ''
          ? t('trouble.fromFile', { name: nameOf(fresh) })
          : t('trouble.fromBackup', { name: nameOf(fresh), moment: moment(backup) })}{' '}
        {kept}
      </p>
      <div className={classes['ways']}>
        <Button look="primary" disabled={props.busy} onClick={props.onRecover}>
          {t('trouble.recover')}
        </Button>
      </div>
    </>
  );
}

/** The name of a file without its folder, on every system. */
export const nameOf = (path: string) => path.split(/[/\\]/).at(-1) ?? path;
