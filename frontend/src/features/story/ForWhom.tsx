import { NativeSelect, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stories } from '@/api';
import type { Audience, StoryPage } from '@/api/stories';
import { useWrite } from '@/state';
import { Button, Segmented } from '@/ui';
import classes from './Story.module.css';

/** The locales that a document can be written in; each language is named in itself. */
export const locales = [
  { value: 'en-GB', label: 'English (UK)' },
  { value: 'en-US', label: 'English (US)' },
  { value: 'en-IE', label: 'English (Ireland)' },
  { value: 'de-DE', label: 'Deutsch (Deutschland)' },
  { value: 'de-AT', label: 'Deutsch (Österreich)' },
  { value: 'de-CH', label: 'Deutsch (Schweiz)' },
] as const;

const lengths = [5, 10, 15] as const;

/** Draws for whom a story is, in what language and how long; a button opens the choice. */
export function ForWhom({ story, locale }: { story: StoryPage; locale: string }) {
  const { t } = useTranslation('story');
  const write = useWrite();
  const [opened, setOpened] = useState(false);
  // What fails is shown by the write itself.
  const quietly = (run: Promise<unknown>) => void run.catch(() => undefined);
  const audiences: { value: Audience; label: string }[] = [
    { value: 'client', label: t('client') },
    { value: 'internal', label: t('internal') },
  ];
  const reads = [
    story.audience === 'internal' ? t('internal') : t('client'),
    locale.slice(0, 2).toUpperCase(),
    t('slides', { count: story.length }),
  ].join(', ');
  if (story.told) return <span className={classes['forWhom']}>{reads}</span>;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          aria-label={t('forWhom', { reads })}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <span className={classes['reads']}>{reads}</span>
          <IconChevronDown size={13} aria-hidden />
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <section className={classes['options']} aria-label={t('document')}>
          <p>{t('audience')}</p>
          <Segmented
            label={t('audience')}
            value={story.audience}
            options={audiences}
            onChange={(audience) =>
              quietly(write(() => stories.writeAudience(story.id, audience), t('audienceSaved')))
            }
          />
          <NativeSelect
            size="xs"
            label={t('language')}
            value={locale}
            data={[...locales]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              quietly(write(() => stories.writeLocale(story.id, value), t('languageSaved')));
            }}
          />
          <p>{t('length')}</p>
          <Segmented
            label={t('length')}
            value={String(story.length)}
            options={lengths.map((n) => ({ value: String(n), label: t('slides', { count: n }) }))}
            onChange={(n) =>
              quietly(write(() => stories.writeLength(story.id, Number(n)), t('lengthSaved')))
            }
          />
          <small>{t('lengthHint')}</small>
        </section>
      </Popover.Dropdown>
    </Popover>
  );
}
