import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding, StoryPage } from '@/api/stories';
import { useFormat } from '@/state';
import { Button, Chip } from '@/ui';
import { Compare } from './compare/Compare';
import { Findings } from './Findings';
import { FilesDialog } from './library/FilesDialog';
import classes from './News.module.css';
import { Novelty } from './Novelty';
import { StateWord } from './StateWord';
import panes from './Story.module.css';
import { usePreflight } from './usePreflight';

/** Draws the story's conscience: how new it is, what changed, what is not proved. */
export function News(props: {
  story: StoryPage;
  locale: string;
  onClaim: (id: string) => void;
  onFinding: (finding: Finding) => void;
}) {
  const { t } = useTranslation('story');
  const format = useFormat();
  const { story, onClaim } = props;
  const { news } = story;
  return (
    <section className={`${panes['news']} ${classes['news']}`} aria-label={t('conscience')}>
      <h2>
        {t('novelty')}
        <small>
          {news.since === '' ? t('first') : t('against', { day: format.date(news.since) })}
        </small>
      </h2>
      <p className={classes['novelty']}>
        <Novelty story={story} /> {t('isNew')}
      </p>
      <div className={classes['bar']} aria-hidden>
        <i style={{ width: `${Math.min(1, Math.max(0, news.novelty)) * 100}%` }} />
        <s />
      </div>
      <p className={classes['tick']}>{t('oldBelow')}</p>
      {news.old_news && <p className={classes['old']}>{t('isOldNews')}</p>}
      <p className={classes['counts']}>
        <Chip tone="good">{t('newCount', { count: news.new })}</Chip>
        <Chip tone="outlined">{t('grownCount', { count: news.grown })}</Chip>
        <Chip>{t('oldCount', { count: news.old })}</Chip>
      </p>
      <h2>{t(news.since === '' ? 'now' : 'since')}</h2>
      <Since story={story} />
      <p className={classes['more']}>
        <Compare story={story} locale={props.locale} />
        <Files story={story} />
      </p>
      {!story.told && <Before {...props} />}
      <Weak story={story} onClaim={onClaim} />
    </section>
  );
}

/** Draws the way to the files that were made of a told story. */
function Files({ story }: { story: StoryPage }) {
  const { t } = useTranslation('story');
  const [opened, setOpened] = useState(false);
  if (!story.told) return null;
  return (
    <>
      <Button size="small" aria-haspopup="dialog" onClick={() => setOpened(true)}>
        {t('files')}
      </Button>
      {opened && (
        <FilesDialog story={story.id} title={story.title} onClose={() => setOpened(false)} />
      )}
    </>
  );
}

/** Lists what would stop an export, or ask first. */
function Before(props: {
  story: StoryPage;
  locale: string;
  onFinding: (finding: Finding) => void;
}) {
  const { t } = useTranslation('story');
  const { story } = props;
  const found = usePreflight(story, props.locale);
  const findings = found.data ?? [];
  return (
    <>
      <h2>
        {t('preflight')}
        <small>{findings.length > 0 && findings.length}</small>
      </h2>
      {found.error !== null && <p role="alert">{found.error.message}</p>}
      {found.isPending && <p>{t('preflightReading')}</p>}
      {found.data !== undefined && findings.length === 0 && (
        <p>{t(story.audience === 'internal' ? 'preflightInternal' : 'preflightNone')}</p>
      )}
      <Findings story={story} findings={findings} onGo={props.onFinding} />
    </>
  );
}

function Since({ story }: { story: StoryPage }) {
  const { t } = useTranslation('story');
  const format = useFormat();
  const { was, is, since } = story.news;
  const money = (amount: number) => format.shortMoney(amount, story.currency);
  const rows = [
    [t('benefits'), format.number(was.benefits), format.number(is.benefits)],
    [t('people'), format.number(was.people), format.number(is.people)],
    [t('dimensions'), format.number(was.dimensions), format.number(is.dimensions)],
    [t('value'), money(was.value), money(is.value)],
  ] as const;
  return (
    <table>
      <tbody>
        {rows.map(([name, before, after]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {since !== '' && (
                <>
                  {before} <span aria-hidden>→</span>
                  <span className={panes['unseen']}> {t('to')} </span>
                </>
              )}
            </td>
            <td>
              <b>{after}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Lists the claims with records behind them that do not carry them all the way. */
function Weak({ story, onClaim }: { story: StoryPage; onClaim: (id: string) => void }) {
  const { t } = useTranslation('story');
  const weak = story.sections
    .filter((section) => !section.hidden)
    .flatMap((section) =>
      section.claims
        .filter((claim) => claim.state !== 'proved')
        .map((claim) => ({ claim, section: section.name })),
    );
  return (
    <>
      <h2>
        {t('weak')}
        <small>{weak.length > 0 && weak.length}</small>
      </h2>
      {weak.length === 0 && <p>{t('weakNone')}</p>}
      <ul>
        {weak.map(({ claim, section }) => (
          <li key={claim.id}>
            <button type="button" onClick={() => onClaim(claim.id)}>
              <StateWord state={claim.state} />
              <span>{claim.text}</span>
              <small>{section}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
