import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { account as api } from '@/api';
import type { WhyRow } from '@/api/account';
import type { StoryPage } from '@/api/stories';
import { inWords } from '@/i18n/words';
import { useFormat } from '@/state';
import { Sums, Why } from '@/ui';
import classes from './News.module.css';
import panes from './Story.module.css';

/** Draws how new a story is; the figure opens the rule and the records behind it. */
export function Novelty({ story }: { story: StoryPage }) {
  const { t } = useTranslation('story');
  const format = useFormat();
  return (
    <Why title={t('whyNovelty')} panel={() => <Panel story={story} />}>
      <b>{format.percent(story.news.novelty)}</b>
    </Why>
  );
}

function Panel({ story }: { story: StoryPage }) {
  const { t } = useTranslation('story');
  const format = useFormat();
  const figure = `story/${story.id}`;
  const why = useQuery({
    queryKey: ['why', story.account, figure],
    queryFn: () => api.explain(story.account, figure),
  });
  if (why.error !== null) return <p role="alert">{why.error.message}</p>;
  if (why.data === undefined) return <p>{t('drawing')}</p>;
  const { rows, total, currency, rule, notes } = why.data;
  const write = (row: WhyRow) => {
    if (row.value === null) return inWords(row.text);
    if (row.unit.startsWith('money')) return format.money(row.value, currency);
    return row.unit === 'share' ? format.percent(row.value) : format.number(row.value);
  };
  const lines = rows.map((row) => ({
    label: row.on === '' ? inWords(row.label) : `${format.date(row.on)}, ${inWords(row.label)}`,
    value: write(row),
  }));
  const sum =
    total === null ? [] : [{ label: t('novelty'), value: format.percent(total), total: true }];
  return (
    <div className={classes['why']}>
      <p>{inWords(rule)}</p>
      <Sums lines={[...lines, ...sum]} />
      {notes.map((note) => (
        <p key={note}>{inWords(note)}</p>
      ))}
      <a className={panes['link']} href={`#/accounts/${story.account}/value`}>
        {t('openPlace.value')}
      </a>
    </div>
  );
}
