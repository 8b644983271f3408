import { Checkbox } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stories } from '@/api';
import type { Changes, Offer, StoryPage } from '@/api/stories';
import { useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import classes from './Dialogs.module.css';

/** Shows what composing anew would do, sentence by sentence, each to take or to leave. */
export function Recompose({ story, locale }: { story: StoryPage; locale: string }) {
  const { t } = useTranslation('story');
  const [opened, setOpened] = useState(false);
  const changes = useQuery({
    queryKey: ['story', story.id, 'changes', locale],
    queryFn: () => stories.changes(story.id, locale),
  });
  // What goes against the author is offered, and not counted.
  const count = changes.data?.offers.filter((one) => !one.own).length ?? 0;
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
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('changes')} size="xl">
        {changes.error !== null && <p role="alert">{changes.error.message}</p>}
        {changes.data !== undefined && (
          <Choice
            key={changes.data.offers.map((one) => one.key).join()}
            story={story}
            locale={locale}
            changes={changes.data}
            onClose={() => setOpened(false)}
          />
        )}
      </Dialog>
    </>
  );
}

const kinds = ['heading', 'change', 'proof', 'add', 'remove'] as const;

function Choice(props: {
  story: StoryPage;
  locale: string;
  changes: Changes;
  onClose: () => void;
}) {
  const { t } = useTranslation('story');
  const write = useWrite();
  const { story, locale, changes } = props;
  const { offers, kept } = changes;
  const [taken, setTaken] = useState(
    () => new Set(offers.filter((one) => !one.own).map((one) => one.key)),
  );
  const set = (keys: string[], on: boolean) => {
    const next = new Set(taken);
    for (const key of keys) {
      if (on) next.add(key);
      else next.delete(key);
    }
    setTaken(next);
  };
  const left = offers.filter((one) => !one.own && !taken.has(one.key)).length;
  const take = async () => {
    props.onClose();
    // What fails is shown by the write itself.
    await write(() => stories.recompose(story.id, locale, [...taken]), t('taken')).catch(
      () => undefined,
    );
  };
  return (
    <>
      <div className={classes['changes']}>
        {offers.length === 0 && <p>{t('changesNone')}</p>}
        {kinds.map((kind) => (
          <Group
            key={kind}
            title={t(`changesOf.${kind}`)}
            offers={offers.filter((one) => one.kind === kind)}
            taken={taken}
            set={set}
          />
        ))}
      </div>
      {kept > 0 && <p className={classes['none']}>{t('kept', { count: kept })}</p>}
      {left > 0 && <p className={classes['none']}>{t('leftAreYours', { count: left })}</p>}
      <div className={classes['choice']}>
        <Button onClick={props.onClose}>{t('leave')}</Button>
        <Button look="primary" disabled={taken.size === 0} onClick={() => void take()}>
          {t('takeCount', { count: taken.size })}
        </Button>
      </div>
    </>
  );
}

function Group(props: {
  title: string;
  offers: Offer[];
  taken: ReadonlySet<string>;
  set: (keys: string[], on: boolean) => void;
}) {
  const { t } = useTranslation('story');
  const { offers, taken, set } = props;
  if (offers.length === 0) return null;
  const keys = offers.map((one) => one.key);
  const some = keys.filter((key) => taken.has(key)).length;
  return (
    <fieldset>
      <legend>
        <Checkbox
          size="xs"
          label={`${props.title} (${offers.length})`}
          checked={some === keys.length}
          indeterminate={some > 0 && some < keys.length}
          onChange={(event) => set(keys, event.currentTarget.checked)}
        />
      </legend>
      {offers.map((one) => (
        <div key={one.key} className={classes['offer']}>
          <Checkbox
            size="xs"
            checked={taken.has(one.key)}
            onChange={(event) => set([one.key], event.currentTarget.checked)}
            label={
              <>
                <small>
                  {one.section}
                  {one.own && ` · ${t('againstYou')}`}
                </small>
                {one.from !== '' && one.kind !== 'proof' && <del>{one.from}</del>}
                {one.to !== '' && <ins>{one.to}</ins>}
              </>
            }
          />
        </div>
      ))}
    </fieldset>
  );
}
