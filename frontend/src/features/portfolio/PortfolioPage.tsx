import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/state';
import { Button, DataTable, EmptyState, PageHead } from '@/ui';
import { portfolioColumns } from './columns';
import { Export } from './Export';
import { Filter } from './Filter';
import { Headline } from './Headline';
import { Legend } from './Legend';
import classes from './Portfolio.module.css';
import { RowWhy, useRowWhy } from './RowWhy';
import { useRows } from './useRows';
import type { PortfolioView } from './view';
import { WaySwitch } from './WaySwitch';

/** What the portfolio tells the shell. */
export interface PortfolioPageProps {
  view: PortfolioView;
  onView: (view: PortfolioView) => void;
  onOpen: (accountId: string) => void;
  onImport: () => void;
}

/** Draws the table of accounts: where does an hour's tending pay most? */
export function PortfolioPage(props: PortfolioPageProps) {
  const { view, onView } = props;
  const { t } = useTranslation('portfolio');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const rows = useRows(view);
  const [active, setActive] = useState(0);
  const why = useRowWhy();
  const columns = useMemo(
    () => portfolioColumns({ t, common, format, today: rows.today, onWhy: why.open }),
    [t, common, format, rows.today, why.open],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order or filter starts at the top
  useEffect(() => setActive(0), [view.filter, view.sort, view.descending]);

  if (rows.error !== null) {
    return (
      <EmptyState title={common('failed')} alert>
        {rows.error.message}
      </EmptyState>
    );
  }
  if (rows.total === undefined) return <PageHead title={t('title')} />;
  if (rows.total === 0 && view.filter === '') {
    return (
      <>
        <PageHead title={t('title')} />
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
      </>
    );
  }
  const found = format.number(rows.total);
  return (
    <div className={classes['page']}>
      <PageHead
        title={t('title')}
        note={
          view.filter === ''
            ? t('all', { count: rows.total, found })
            : t('found', { count: rows.total, found })
        }
      >
        <Filter value={view.filter} onChange={(filter) => onView({ ...view, filter })} />
        {rows.total > 0 && <Export view={view} />}
        <WaySwitch way="table" />
      </PageHead>
      <div className={classes['strip']}>
        <Headline />
      </div>
      {rows.total === 0 ? (
        <p className={classes['none']}>
          {t('noneFound', { filter: view.filter })}{' '}
          <Button size="small" onClick={() => onView({ ...view, filter: '' })}>
            {t('clear')}
          </Button>
        </p>
      ) : (
        <div className={classes['table']}>
          <DataTable
            label={t('title')}
            columns={columns}
            total={rows.total}
            rowAt={rows.rowAt}
            rowsKey={`${view.sort} ${view.descending} ${view.filter}`}
            rowHeightRem={2.875}
            sorting={{ id: view.sort, descending: view.descending }}
            onSort={({ id, descending }) =>
              onView({ ...view, sort: id as PortfolioView['sort'], descending })
            }
            active={active}
            onActive={setActive}
            onOpen={(row) => props.onOpen(row.id)}
            onKey={(key, row, element) => {
              if (key !== 'w') return false;
              why.open(element, row, row.verdict === '' ? 'arr' : 'verdict');
              return true;
            }}
            onRange={rows.onRange}
          />
        </div>
      )}
      <Legend />
      <RowWhy {...why} />
    </div>
  );
}
