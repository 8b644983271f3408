import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stories } from '@/api';
import type { Finding } from '@/api/stories';
import { useFormat } from '@/state';
import { Button, EmptyState } from '@/ui';
import { Claims } from './Claims';
import { locales } from './ForWhom';
import { type Hand, nobody, usePreview } from './hand';
import { News } from './News';
import { Preview } from './Preview';
import classes from './Story.module.css';
import { StoryHead, titleField } from './StoryHead';

/** Draws a story as its author edits it: the argument, the page, and what is new in it. */
export function StoryPage({ storyId }: { storyId: string }) {
  const { t } = useTranslation(['story', 'common']);
  const format = useFormat();
  const [hand, setHand] = useState<Hand>(nobody);
  const page = useQuery({
    queryKey: ['story', storyId, 'page', format.locale],
    queryFn: () => stories.page(storyId, format.locale),
    placeholderData: keepPreviousData,
  });
  const locale = localeOf(page.data?.locale ?? '', format.locale);
  const preview = usePreview(storyId, locale, hand);
  if (page.error !== null) {
    return (
      <EmptyState
        title={t('failed')}
        alert
        actions={<Button onClick={() => void page.refetch()}>{t('common:retry')}</Button>}
      >
        {page.error.message}
      </EmptyState>
    );
  }
  if (page.data === undefined) return <div aria-busy />;
  const story = page.data;
  const take = (id: string) => {
    const section = story.sections.find((one) => one.claims.some((claim) => claim.id === id));
    if (section !== undefined) setHand({ ...nobody, id, section: section.key });
  };
  const goTo = (finding: Finding) => {
    if (finding.claim !== '') take(finding.claim);
    else if (finding.section !== '') setHand({ ...nobody, section: finding.section });
    else document.getElementById(titleField)?.focus();
  };
  return (
    <div className={classes['page']}>
      <StoryHead story={story} locale={locale} onFinding={goTo} />
      <div className={classes['panes']}>
        <Claims story={story} hand={hand} onHand={setHand} />
        <Preview
          html={preview.data?.html}
          problem={preview.error?.message ?? ''}
          hand={hand}
          onClaim={take}
          onSection={(section) => setHand({ ...nobody, section })}
        />
        <News story={story} locale={locale} onClaim={take} onFinding={goTo} />
      </div>
    </div>
  );
}

/** Returns the locale of a story's documents: its own, else the one nearest to the reader's. */
function localeOf(own: string, reader: string): string {
  if (own !== '') return own;
  const near = locales.find((one) => one.value === reader);
  return near?.value ?? (reader.startsWith('de') ? 'de-DE' : 'en-GB');
}
