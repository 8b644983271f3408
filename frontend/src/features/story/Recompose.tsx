import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stories } from '@/api';
import type { Changes, StoryPage } from '@/api/stories';
import { useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import classes from './Dialogs.module.css';

/** Shows what composing anew would do, to take or to leave. */
export function Recompose({ story, locale }: { story: StoryPage; locale: string }) {
  const { t } = useTranslation('story');
  const write = useWrite();
  const [opened, setOpened] = useState(false);
  const changes = useQuery({
    queryKey: ['story', story.id, 'changes', locale],
    queryFn: () => stories.changes(story.id, locale),
  });
  const { data } = changes;
  const count = data === undefined ? 0 : data.add.length + data.change.length + data.remove.length;
  const take = async () => {
    setOpened(false);
    // What fails is shown by the write itself.
    await write(() => stories.recompose(story.id, locale), t('taken')).catch(() => undefined);
  };
  return (
    <>
      <Button
        icon={<IconRefresh size={14} stroke={1.6} aria-hidden />}
        title={t('againCount', { count })}
        onClick={() => setOpened(true)}
      >
        {t('again')}
        {count > 0 && <b>{count}</b>}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('changes')} size="lg">
        {changes.error !== null && <p role="alert">{changes.error.message}</p>}
        {data !== undefined && <Lists changes={data} />}
        <div className={classes['choice']}>
          <Button onClick={() => setOpened(false)}>{t('leave')}</Button>
          <Button look="primary" disabled={count === 0} onClick={() => void take()}>
            {t('take')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function Lists({ changes }: { changes: Changes }) {
  const { t } = useTranslation('story');
  const { add, change, remove, kept } = changes;
  const nothing = add.length + change.length + remove.length === 0;
  return (
    <div className={classes['changes']}>
      {nothing && <p>{t('changesNone')}</p>}
      {add.length > 0 && <h3>{t('changesAdd')}</h3>}
      <ul>
        {add.map((text) => (
          <li key={text}>
            <ins>{text}</ins>
          </li>
        ))}
      </ul>
      {change.length > 0 && <h3>{t('changesChange')}</h3>}
      <ul>
        {change.map(({ from, to }) => (
          <li key={from + to}>
            {from === to ? (
              <>
                {to} <small>{t('changesProof')}</small>
              </>
            ) : (
              <>
                <del>{from}</del> <ins>{to}</ins>
              </>
            )}
          </li>
        ))}
      </ul>
      {remove.length > 0 && <h3>{t('changesRemove')}</h3>}
      <ul>
        {remove.map((text) => (
          <li key={text}>
            <del>{text}</del>
          </li>
        ))}
      </ul>
      {kept > 0 && <p>{t('kept', { count: kept })}</p>}
    </div>
  );
}
