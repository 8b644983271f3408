import { IconFileTypePdf, IconPresentation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dialogs, stories, toProblem } from '@/api';
import type { Audience, StoryPage } from '@/api/stories';
import { type Language, languages, localeOf } from '@/i18n';
import { useFormat, useWrite } from '@/state';
import { Button, Chip, Segmented, useToast } from '@/ui';
import { Recompose } from './Recompose';
import classes from './Story.module.css';

type Format = 'pptx' | 'pdf';

/** Draws what stands over a story: its title, for whom, in what language, and its files. */
export function StoryHead(props: {
  story: StoryPage;
  locale: string;
  onLocale: (locale: string) => void;
}) {
  const { t } = useTranslation(['story', 'common']);
  const format = useFormat();
  const write = useWrite();
  const { story, locale } = props;
  const { busy, run } = useExport(story, locale);
  const audiences: { value: Audience; label: string }[] = [
    { value: 'client', label: t('client') },
    { value: 'internal', label: t('internal') },
  ];
  const choose = (audience: Audience) =>
    void write(() => stories.writeAudience(story.id, audience), t('audienceSaved')).catch(
      () => undefined,
    );
  return (
    <header className={classes['head']}>
      <a className={classes['link']} href={`#/accounts/${story.account}/value`}>
        {story.client}
      </a>
      <span aria-hidden>›</span>
      <Title key={story.title} story={story} />
      {story.told && <Chip>{t('told', { day: format.date(story.told_on) })}</Chip>}
      <span className={classes['space']} />
      <Segmented
        label={t('language')}
        value={(locale.slice(0, 2) === 'de' ? 'de' : 'en') satisfies Language as Language}
        options={languages.map((one) => ({ value: one, label: t(`common:appearance.${one}`) }))}
        onChange={(language) => props.onLocale(localeOf(language))}
      />
      {!story.told && (
        <Segmented
          label={t('audience')}
          value={story.audience}
          options={audiences}
          onChange={choose}
        />
      )}
      {!story.told && <Recompose story={story} locale={locale} />}
      <Button
        disabled={busy !== ''}
        icon={<IconFileTypePdf size={14} stroke={1.6} aria-hidden />}
        onClick={() => void run('pdf')}
      >
        {busy === 'pdf' ? t('writing') : t('exportPdf')}
      </Button>
      <Button
        look="primary"
        disabled={busy !== ''}
        icon={<IconPresentation size={14} stroke={1.6} aria-hidden />}
        onClick={() => void run('pptx')}
      >
        {busy === 'pptx' ? t('writing') : t('exportPptx')}
      </Button>
    </header>
  );
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

/** Returns how a story is written to a file, and which format is being written. */
function useExport(story: StoryPage, locale: string) {
  const { t } = useTranslation('story');
  const toast = useToast();
  const [busy, setBusy] = useState<Format | ''>('');
  const run = async (kind: Format) => {
    setBusy(kind);
    try {
      const suggested = story.file_name.replace(/\.pptx$/, `.${kind}`);
      const path = await stories.saveFile(t('saveTitle'), suggested);
      if (path === '') return;
      const written = await stories.exportTo(story.id, kind, path, locale);
      const show = () => void stories.reveal(written.path).catch(() => undefined);
      const message = t('exported', { name: written.file_name });
      if (dialogs.inWindow()) toast({ message, action: { label: t('showInFolder'), run: show } });
      else {
        // A browser has no folder: showing the file is its download.
        toast({ message });
        show();
      }
    } catch (cause) {
      toast({ message: toProblem(cause).message, bad: true });
    } finally {
      setBusy('');
    }
  };
  return { busy, run };
}
