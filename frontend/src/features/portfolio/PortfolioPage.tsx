import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { portfolio } from '@/api';
import { useFormat } from '@/state';
import { Button, DataTable, EmptyState, PageHead } from '@/ui';
import { portfolioColumns } from './columns';
import { Export } from './Export';
import { Filter } from './Filter';
import { principles, usualColumns } from './fields';
import { GroupLine } from './GroupLine';
import { Headline } from './Headline';
import { Legend } from './Legend';
import { useLayout } from './layout';
import { Many } from './Many';
import classes from './Portfolio.module.css';
import { type ChecksOf, PrinciplePanel, usePrinciples } from './PrinciplePanel';
import { RowWhy, useRowWhy } from './RowWhy';
import { Tools } from './Tools';
import { useChosen } from './useChosen';
import { useRows } from './useRows';
import { useWord } from './useWords';
import { type PortfolioView, unfiltered } from './view';
import { WaySwitch } from './WaySwitch';

/** What the portfolio tells the shell. */
export interface PortfolioPageProps {
  view: PortfolioView;
  onView: (view: PortfolioView) => void;
  onOpen: (accountId: string) => void;
  onImport: () => void;
  /** Draws the checks of a principle, as the account's own page does. */
  checks: ChecksOf;
}

/** Draws the table of accounts: where does an hour's tending pay most? */
export function PortfolioPage(props: PortfolioPageProps) {
  const { view, onView } = props;
  const { t } = useTranslation('portfolio');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const word = useWord();
  const layout = useLayout(view.columns);
  const asked = useMemo(() => ({ ...view, columns: layout.columns }), [view, layout.columns]);
  const rows = useRows(asked);
  const [active, setActive] = useState(0);
  const why = useRowWhy();
  const principle = usePrinciples();
  const label = useCallback((row: portfolio.PortfolioRow) => t('choose', { name: row.name }), [t]);
  const chosen = useChosen(view, label);
  const { today, currency } = rows;
  const columns = useMemo(
    () =>
      portfolioColumns(
        layout.columns,
        {
          t,
          common,
          format,
          word,
          today,
          currency,
          onWhy: why.open,
          onPrinciple: principle.open,
        },
        {
          widths: layout.widths,
          giveWay: layout.columns.join() === usualColumns.join(),
        },
      ),
    [
      t,
      common,
      format,
      word,
      today,
      currency,
      why.open,
      principle.open,
      layout.columns,
      layout.widths,
    ],
  );
  // Another order or filter starts at the top; a fold or another width does not.
  const { filter, filters, sort, descending, group } = view;
  const rowsKey = JSON.stringify([filter, filters, sort, descending, group]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name of the rows is what counts
  useEffect(() => setActive(0), [rowsKey]);
  const isAll = filter === '' && filters.length === 0;

  if (rows.error !== null) {
    return (
      <EmptyState title={common('failed')} alert>
        {rows.error.message}
      </EmptyState>
    );
  }
  if (rows.total === undefined) return <PageHead title={t('title')} />;
  if (rows.all === 0) {
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
  const found = format.number(rows.found);
  const fold = (key: string) =>
    onView({
      ...view,
      folded: view.folded.includes(key)
        ? view.folded.filter((one) => one !== key)
        : [...view.folded, key],
    });
  return (
    <div className={classes['page']}>
      <PageHead
        title={t('title')}
        note={
          <span role="status">
            {isAll
              ? t('all', { count: rows.found, found })
              : t('found', { count: rows.found, found })}
          </span>
        }
      >
        <Filter value={view.filter} onChange={(words) => onView({ ...view, filter: words })} />
        {rows.found > 0 && <Export view={asked} />}
        <WaySwitch way="table" view={view} />
      </PageHead>
      <div className={classes['strip']}>
        <Headline />
      </div>
      <Tools view={view} onView={onView} layout={layout} />
      {rows.found === 0 ? (
        <p className={classes['none']}>
          {t('noneFound')}{' '}
          <Button size="small" onClick={() => onView(unfiltered(view))}>
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
            rowsKey={rowsKey}
            rowHeightRem={2.875}
            sorting={{ id: view.sort, descending: view.descending }}
            onSort={(sorting) =>
              onView({ ...view, sort: sorting.id, descending: sorting.descending })
            }
            active={active}
            onActive={setActive}
            onOpen={(row) => props.onOpen(row.id)}
            onKey={(key, row, element) => {
              if (key === 'w') why.open(element, row, row.verdict === '' ? 'arr' : 'verdict');
              else if (key === 'p') principle.open(element, row, firstOpen(row));
              else return false;
              return true;
            }}
            onRange={rows.onRange}
            headOf={(row) =>
              row.head === null
                ? undefined
                : {
                    content: <GroupLine head={row.head} group={view.group} currency={currency} />,
                    folded: row.head.folded,
                    onFold: () => row.head !== null && fold(row.head.key),
                  }
            }
            choosing={chosen.choosing}
            onWidth={layout.setWidth}
          />
        </div>
      )}
      {chosen.ids.size > 0 ? <Many chosen={chosen} /> : <Legend />}
      <RowWhy {...why} />
      <PrinciplePanel {...principle} checks={props.checks} />
    </div>
  );
}

/** Returns the first principle of which something fails. */
function firstOpen(row: portfolio.PortfolioRow) {
  return principles.find((_, i) => row.checks[i]?.[0] !== row.checks[i]?.[1]) ?? 'success';
}
