import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renewals as api } from '@/api';
import type { RenewalsPage as Page } from '@/api/renewals';
import { Button, EmptyState, PageHead, Segmented } from '@/ui';
import { Who } from '@/who';
import { Board } from './Board';
import { Calendar } from './Calendar';
import { Forecast } from './Forecast';
import classes from './Renewals.module.css';
import type { RenewalsSearch } from './view';

/** How many a column or a month names, and how many come with each "more". */
const first = 40;
const perMore = 200;

/** How often one asks how far the figures are, in milliseconds. */
const beat = 400;

/** What the renewals tell the shell. */
export interface RenewalsPageProps {
  search: RenewalsSearch;
  onSearch: (search: RenewalsSearch) => void;
  onImport: () => void;
}

/** Draws the decisions ahead: what is expected of them, and each by its gate or its month. */
export function RenewalsPage({ search, onSearch, onImport }: RenewalsPageProps) {
  const { t } = useTranslation('renewals');
  const { t: common } = useTranslation('common');
  const [limit, setLimit] = useState(first);
  const query = { csms: search.who, limit };
  const { data, error } = useQuery({
    queryKey: ['renewals', query],
    queryFn: () => api.page(query),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.reckoning ?? 0) > 0 ? beat : false),
  });
  if (error !== null) {
    return (
      <EmptyState title={common('failed')} alert>
        {error.message}
      </EmptyState>
    );
  }
  if (data === undefined) return <PageHead title={t('title')} />;
  return (
    <div className={classes['page']}>
      <PageHead title={t('title')} note={noteOf(data, t)}>
        <Who page={data} onWho={(who) => onSearch({ ...search, who })} />
        {data.total > 0 && (
          <Segmented
            label={t('way.label')}
            value={search.view}
            options={(['board', 'calendar'] as const).map((value) => ({
              value,
              label: t(`way.${value}`),
            }))}
            onChange={(view) => onSearch({ ...search, view })}
          />
        )}
      </PageHead>
      {data.reckoning > 0 && (
        <p role="status" className={classes['reckoning']}>
          {t('reckoning', { count: data.reckoning })}
        </p>
      )}
      {data.accounts > 0 && <Forecast who={search.who} />}
      <Body
        page={data}
        view={search.view}
        onImport={onImport}
        onMore={() => setLimit(limit + perMore)}
      />
    </div>
  );
}

function noteOf(page: Page, t: ReturnType<typeof useTranslation<'renewals'>>['t']) {
  if (page.total === 0) return undefined;
  return [
    t('note', { count: page.total }),
    page.calls_due > 0 ? t('callsDue', { count: page.calls_due }) : '',
    page.disputed > 0 ? t('disputed', { count: page.disputed }) : '',
  ]
    .filter((one) => one !== '')
    .join(', ');
}

function Body(props: {
  page: Page;
  view: RenewalsSearch['view'];
  onImport: () => void;
  onMore: () => void;
}) {
  const { t } = useTranslation('renewals');
  const { page } = props;
  if (page.total > 0) {
    const Way = props.view === 'calendar' ? Calendar : Board;
    return <Way page={page} onMore={props.onMore} />;
  }
  if (page.accounts > 0 && page.chosen.length > 0) {
    return <p className={classes['none']}>{t('empty.none')}</p>;
  }
  return (
    <EmptyState
      headed
      title={t('empty.title')}
      actions={
        <Button look="primary" size="large" onClick={props.onImport}>
          {t('empty.import')}
        </Button>
      }
    >
      {t('empty.text')}
    </EmptyState>
  );
}
