import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stories } from '@/api';
import type { Finding, StoryPage } from '@/api/stories';
import { useFormat, useWrite } from '@/state';
import { Chip } from '@/ui';
import { Export } from './Export';
import { ForWhom } from './ForWhom';
import { PresentButton } from './present/PresentButton';
import { Recompose } from './Recompose';
import classes from './Story.module.css';
import { Tell } from './Tell';
import { Told } from './Told';

/** The id of the field of the story's title. */
export const titleField = 'story-title';

/** Draws what stands over a story: its title, for whom and how it is written, and its files. */
export function StoryHead(props: {
  story: StoryPage;
  locale: string;
  onFinding: (finding: Finding) => void;
}) {
  const { story, locale } = props;
  const { t } = useTranslation('story');
  const format = useFormat();
  return (
    <header className={classes['head']}>
      <a className={classes['link']} href={`#/accounts/${story.account}/value`}>
        {story.client}
      </a>
      <span aria-hidden>›</span>
      <Title key={story.title} story={story} />
      {story.told && <Chip>{toldWords(story, format.date(story.told_on), t)}</Chip>}
      <span className={classes['space']} />
      <ForWhom story={story} locale={locale} />
      {!story.told && <Recompose story={story} locale={format.locale} />}
      <PresentButton story={story} locale={locale} onFinding={props.onFinding} />
      {story.told ? (
        <Told story={story} />
      ) : (
        <Tell story={story} locale={locale} onFinding={props.onFinding} />
      )}
      <Export story={story} locale={locale} onFinding={props.onFinding} />
    </header>
  );
}

/** Says when a story was told, and its version where it was frozen. */
function toldWords(story: StoryPage, day: string, t: TFunction<'story'>): string {
  if (story.version === '') return t('told', { day });
  const version = `${story.version.slice(0, 4)}\u00a0${story.version.slice(4, 8)}`;
  return t('toldVersion', { day, version });
}

function Title({ story }: { story: StoryPage }) {
  const { t } = useTranslation('story');
  const write = useWrite();
  const [title, setTitle] = useState(story.title);
  const save = async () => {
    if (title.trim() === story.title) return;
    try {
      await write(() => stories.writeTitle(story.id, title), t('titleSaved'));
    } catch {
      // The write has said what is wrong; what was there stays.
      setTitle(story.title);
    }
  };
  return (
    <>
      <h1 className={classes['unseen']}>{story.title}</h1>
      <input
        id={titleField}
        className={classes['title']}
        aria-label={t('title')}
        value={title}
        readOnly={story.told}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setTitle(story.title);
        }}
      />
    </>
  );
}
