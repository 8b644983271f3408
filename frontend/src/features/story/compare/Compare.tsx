import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stories } from '@/api';
import type { ClaimChange, Difference, StoryPage, Version, Versions } from '@/api/stories';
import { useFormat } from '@/state';
import { Button, Chip, Dialog } from '@/ui';
import { Slide } from '../present/Slide';
import classes from './Compare.module.css';

/** Draws the way to what changed since the last told story; nothing where there is none. */
export function Compare({ story, locale }: { story: StoryPage; locale: string }) {
  const { t } = useTranslation('story');
  const [opened, setOpened] = useState(false);
  const versions = useQuery({
    queryKey: ['story', story.id, 'versions'],
    queryFn: () => stories.versions(story.id),
  });
  if (versions.data === undefined || versions.data.versions.length < 2) return null;
  return (
    <>
      <Button
        size="small"
        data-at="story-compare"
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {t('compare.open')}
      </Button>
      <Dialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('compare.title')}
        size="min(94vw, 80rem)"
      >
        {opened && <Chosen story={story} locale={locale} versions={versions.data} />}
      </Dialog>
    </>
  );
}

function Chosen(props: { story: StoryPage; locale: string; versions: Versions }) {
  const { t } = useTranslation('story');
  const format = useFormat();
  const { story, locale } = props;
  const { versions, from: usual } = props.versions;
  const other = versions.find((one) => one.id !== story.id)?.id ?? '';
  const [from, setFrom] = useState(usual === '' ? other : usual);
  const [to, setTo] = useState(story.id);
  const found = useQuery({
    queryKey: ['story', story.id, 'difference', from, to, locale],
    queryFn: () => stories.difference(from, to, locale),
    placeholderData: keepPreviousData,
    enabled: from !== to,
  });
  const name = (one: Version) =>
    one.told
      ? t('compare.told', { title: one.title, day: format.date(one.told_on) })
      : t('compare.draft', { title: one.title });
  const choices = versions.map((one) => ({ value: one.id, label: name(one) }));
  return (
    <>
      <div className={classes['sides']}>
        <NativeSelect
          data-autofocus
          label={t('compare.from')}
          data={choices}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('compare.to')}
          data={choices}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      {from === to && <p className={classes['quiet']}>{t('compare.sameStory')}</p>}
      {found.error !== null && <p role="alert">{found.error.message}</p>}
      {from !== to && found.data !== undefined && <Found found={found.data} />}
    </>
  );
}

/** How many claims of a kind are listed at once; more are folded. */
const many = 24;

const kinds = ['new', 'grown', 'changed', 'gone'] as const;

function Found({ found }: { found: Difference }) {
  const { t } = useTranslation('story');
  return (
    <>
      <p role="status" className={classes['counts']}>
        {found.changes.length === 0 && t('compare.nothing')}
        {kinds
          .map((kind) => ({ kind, count: found.changes.filter((one) => one.kind === kind).length }))
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <Chip key={kind} tone={kind === 'gone' ? 'outlined' : 'plain'}>
              {t(`compare.count.${kind}`, { count })}
            </Chip>
          ))}
        <span className={classes['quiet']}>{t('compare.same', { count: found.same })}</span>
      </p>
      <Figures found={found} />
      {kinds.map((kind) => (
        <Changes
          key={kind}
          kind={kind}
          changes={found.changes.filter((one) => one.kind === kind)}
        />
      ))}
      <h3 className={classes['heading']}>{t('compare.pages')}</h3>
      <ol className={classes['pages']}>
        {found.pages.map((page, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their place
          <li key={at} aria-label={page.title}>
            {[page.from, page.to].map((html, side) =>
              html === '' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the sides are two
                <p key={side} className={classes['missing']}>
                  {t(side === 0 ? 'compare.notThen' : 'compare.noMore')}
                </p>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: the sides are two
                <Slide key={side} html={html} style={found.style} />
              ),
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Figures({ found }: { found: Difference }) {
  const { t } = useTranslation('story');
  if (found.figures.length === 0) return null;
  return (
    <table className={classes['figures']}>
      <caption>{t('compare.figures')}</caption>
      <tbody>
        {found.figures.map((figure) => (
          <tr key={`${figure.label} ${figure.from} ${figure.to}`}>
            <th scope="row">{figure.label}</th>
            <td>{figure.from === '' ? t('compare.none') : figure.from}</td>
            <td>
              <span aria-hidden>→</span>
              <span className={classes['unseen']}>{t('to')}</span>
            </td>
            <td>
              {figure.to === '' ? (
                t('compare.none')
              ) : figure.to === figure.from ? (
                figure.to
              ) : (
                <b>{figure.to}</b>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ kind, changes }: { kind: ClaimChange['kind']; changes: ClaimChange[] }) {
  const { t } = useTranslation('story');
  if (changes.length === 0) return null;
  return (
    <details className={classes['changes']} open={changes.length <= many}>
      <summary className={classes['heading']}>
        {t(`compare.kind.${kind}`)} ({changes.length})
      </summary>
      <ul>
        {changes.map((one) => (
          <li key={`${one.section} ${one.text}`}>
            <p>{one.runs.length === 0 ? one.text : <Runs change={one} />}</p>
            <small>
              {one.section}
              {one.moved && `, ${t('compare.moved')}`}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Runs({ change }: { change: ClaimChange }) {
  return change.runs.map((run, at) => {
    if (run.op === 'removed') {
      // biome-ignore lint/suspicious/noArrayIndexKey: runs of words have no other name
      return <del key={at}>{run.text}</del>;
    }
    // biome-ignore lint/suspicious/noArrayIndexKey: runs of words have no other name
    return run.op === 'added' ? <ins key={at}>{run.text}</ins> : <span key={at}>{run.text}</span>;
  });
}
