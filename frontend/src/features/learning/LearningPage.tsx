import { Select } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { learning as api } from '@/api';
import type { LearningPage as Page } from '@/api/learning';
import { useFormat } from '@/state';
import { Button, EmptyState, PageHead, Segmented } from '@/ui';
import { AskDialog } from './AskDialog';
import { CommonView } from './CommonView';
import { DigestDialog } from './DigestDialog';
import classes from './Learning.module.css';
import { Stream } from './Stream';
import type { LearningSearch } from './view';

/** What learning tells the shell. */
export interface LearningPageProps {
  search: LearningSearch;
  onSearch: (search: LearningSearch) => void;
  onOpen: (accountId: string) => void;
}

const states = ['', 'open', 'answered', 'learned', 'untold'] as const;

/** Draws what was asked, what was learned, and who was told. */
export function LearningPage(props: LearningPageProps) {
  const { search, onSearch } = props;
  const { t } = useTranslation('learning');
  const { t: common } = useTranslation('common');
  const { number } = useFormat();
  const [dialog, setDialog] = useState<'' | 'ask' | 'digest'>('');
  const { view: _, ...filters } = search;
  const query = { ...filters, account: '', offset: 0, limit: api.pageSize };
  const first = useQuery({
    queryKey: ['learning', query],
    queryFn: () => api.page(query),
    placeholderData: (before) => before,
  });
  const page = first.data;
  if (first.error !== null) {
    return (
      <EmptyState title={common('failed')} alert>
        {first.error.message}
      </EmptyState>
    );
  }
  if (page === undefined) return <PageHead title={t('title')} />;
  const filtered = Object.values(filters).some((one) => one !== '');
  const nothing = page.all === 0 && !filtered;
  return (
    <div className={classes['page']}>
      <PageHead
        title={t('title')}
        note={
          nothing
            ? undefined
            : t('note', {
                asked: number(page.open + page.answered),
                open: number(page.open),
                untold: number(page.untold),
              })
        }
      >
        {!page.read_only && (
          <Button look="primary" onClick={() => setDialog('ask')}>
            {t('ask')}
          </Button>
        )}
        {page.teams.length > 0 && (
          <Button onClick={() => setDialog('digest')}>{t('digest')}</Button>
        )}
      </PageHead>
      {nothing ? (
        <EmptyState headed title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <>
          <div className={classes['bar']}>
            <Segmented
              label={t('view.label')}
              value={search.view}
              options={[
                { value: 'stream', label: t('view.stream') },
                { value: 'common', label: t('view.common') },
              ]}
              onChange={(view) => onSearch({ ...search, view })}
            />
          </div>
          {search.view === 'common' ? (
            <CommonView onOpen={props.onOpen} />
          ) : (
            <>
              <Filters page={page} {...props} />
              <Stream
                page={page}
                query={query}
                onOpen={props.onOpen}
                onClear={() =>
                  onSearch({ ...search, state: '', team: '', type: '', csm: '', words: '' })
                }
              />
            </>
          )}
        </>
      )}
      {dialog === 'ask' && <AskDialog page={page} onClose={() => setDialog('')} />}
      {dialog === 'digest' && (
        <DigestDialog page={page} team={search.team} onClose={() => setDialog('')} />
      )}
    </div>
  );
}

/** Draws the filters; what a filter leaves is counted at each state. */
function Filters({ page, search, onSearch }: LearningPageProps & { page: Page }) {
  const { t } = useTranslation('learning');
  const { number } = useFormat();
  const [words, setWords] = useState(search.words);
  const settle = useDebouncedCallback((text: string) => onSearch({ ...search, words: text }), 120);
  const counts = {
    '': page.all,
    open: page.open,
    answered: page.answered,
    learned: page.learned,
    untold: page.untold,
  };
  return (
    <div className={classes['bar']}>
      <Segmented
        label={t('state.label')}
        value={search.state}
        options={states.map((state) => ({
          value: state,
          label: t(`state.${state === '' ? 'all' : state}`, { n: number(counts[state]) }),
        }))}
        onChange={(state) => onSearch({ ...search, state })}
      />
      <input
        type="search"
        aria-label={t('words')}
        placeholder={t('words')}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          settle(event.currentTarget.value);
        }}
      />
      <Select
        aria-label={t('team')}
        size="xs"
        searchable
        data={[
          { value: '', label: t('anyTeam') },
          ...page.teams.map((one) => ({ value: one.team, label: one.team })),
        ]}
        value={search.team}
        onChange={(team) => onSearch({ ...search, team: team ?? '' })}
      />
      <Select
        aria-label={t('type')}
        size="xs"
        searchable
        data={[
          { value: '', label: t('anyType') },
          ...page.types.map((one) => ({ value: one.id, label: one.name })),
          { value: 'none', label: t('noType') },
        ]}
        value={search.type}
        onChange={(type) => onSearch({ ...search, type: type ?? '' })}
      />
      {page.csm_figures ? (
        <Select
          aria-label={t('csm')}
          size="xs"
          searchable
          data={[
            { value: '', label: t('anyCsm') },
            ...page.csms
              .filter((one) => one.csm !== '')
              .map((one) => ({
                value: one.csm,
                label: `${one.csm}: ${number(one.asked)} ${t('csmAsked')}, ${number(one.open)} ${t('csmOpen')}`,
              })),
          ]}
          value={search.csm}
          onChange={(csm) => onSearch({ ...search, csm: csm ?? '' })}
        />
      ) : (
        <span className={classes['off']}>{t('csmOff')}</span>
      )}
    </div>
  );
}
