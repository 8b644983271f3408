import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ways as api } from '@/api';
import { OverruleDialog } from '@/roads';
import { useFormat } from '@/state';
import { onlyOf, type PortfolioView } from '../view';
import { beat, WayPage } from '../ways/WayPage';
import { RoadList } from './RoadList';
import classes from './Roads.module.css';
import { clientPhases, mismatchKey, providerPhases, type RoadSearch } from './view';

/** What this way tells the shell. */
export interface RoadsPageProps {
  search: RoadSearch;
  onSearch: (search: RoadSearch) => void;
  /** Which accounts are shown. */
  view: PortfolioView;
  onView: (view: PortfolioView) => void;
  onImport: () => void;
}

/** Draws the portfolio on the two roads: the client's phases across, ours down. */
export function RoadsPage({ search, onSearch, view, onView, onImport }: RoadsPageProps) {
  const only = onlyOf(view);
  const query = useQuery({
    queryKey: ['ways', 'roads', only],
    queryFn: () => api.roads(only),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => beat(state.data?.waiting),
  });
  const roads = query.data;
  const [overruling, setOverruling] = useState<api.RoadRow>();
  return (
    <WayPage
      way="roads"
      view={view}
      onView={onView}
      all={roads?.all}
      accounts={roads === undefined ? undefined : roads.accounts || roads.waiting.accounts}
      waiting={roads?.waiting}
      error={query.error}
      onImport={onImport}
    >
      {roads !== undefined && (
        <div className={classes['room']}>
          <section className={classes['board']} aria-labelledby="roads-answer">
            <Answer roads={roads} />
            <Grid roads={roads} search={search} onSearch={onSearch} />
          </section>
          <RoadList
            only={only}
            roads={roads}
            search={search}
            onSearch={onSearch}
            onOverrule={setOverruling}
          />
        </div>
      )}
      <OverruleDialog account={overruling} onClose={() => setOverruling(undefined)} />
    </WayPage>
  );
}

function Answer({ roads }: { roads: api.RoadMap }) {
  const { t } = useTranslation('ways');
  const { number } = useFormat();
  const parts: string[] = [];
  if (roads.broken > 0)
    parts.push(t('roads.broken', { count: roads.broken, formatted: number(roads.broken) }));
  if (roads.overruled > 0)
    parts.push(
      t('roads.overruled', { count: roads.overruled, formatted: number(roads.overruled) }),
    );
  return (
    <>
      <h2 id="roads-answer" className={classes['answer']}>
        {roads.mismatched === 0
          ? t('roads.inStep')
          : t('roads.atOdds', { count: roads.mismatched, formatted: number(roads.mismatched) })}
      </h2>
      {parts.length > 0 && <p className={classes['detail']}>{parts.join(' ')}</p>}
    </>
  );
}

interface GridProps {
  roads: api.RoadMap;
  search: RoadSearch;
  onSearch: (search: RoadSearch) => void;
}

function Grid({ roads, search, onSearch }: GridProps) {
  const { t } = useTranslation(['ways', 'account']);
  // What has left stands apart: nobody tends it.
  const columns = clientPhases.filter(
    (phase) => phase !== 'cancelled' || roads.cells.some((cell) => cell.client === phase),
  );
  return (
    <table className={classes['grid']}>
      <caption className="visually-hidden">{t('ways:roads.caption')}</caption>
      <thead>
        <tr>
          <th scope="col" className={classes['corner']}>
            <span>{t('ways:roads.theirs')}</span>
            <span>{t('ways:roads.ours')}</span>
          </th>
          {columns.map((phase) => (
            <th key={phase} scope="col">
              {t(`account:phase.${phase}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {providerPhases.map((provider) => (
          <tr key={provider}>
            <th scope="row">{t(`account:phase.${provider}`)}</th>
            {columns.map((client) => (
              <td key={client}>
                <Cell
                  cell={roads.cells.find(
                    (one) => one.client === client && one.provider === provider,
                  )}
                  currency={roads.currency}
                  chosen={search.client === client && search.provider === provider}
                  onChoose={() => onSearch({ client, provider })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell(props: {
  cell: api.RoadCell | undefined;
  currency: string;
  chosen: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation(['ways', 'account']);
  const format = useFormat();
  const { cell } = props;
  if (cell === undefined) return null;
  const rest = cell.accounts - cell.chips.length;
  return (
    <div className={classes['cell']} data-chosen={props.chosen}>
      <button
        type="button"
        className={classes['count']}
        aria-pressed={props.chosen}
        onClick={props.onChoose}
      >
        <b>
          {t('ways:roads.count', { count: cell.accounts, formatted: format.number(cell.accounts) })}
        </b>
        <span>{format.shortMoney(cell.arr, props.currency)}</span>
        {cell.mismatched > 0 && (
          <span className={classes['odd']}>
            {t('ways:roads.oddCount', {
              count: cell.mismatched,
              formatted: format.number(cell.mismatched),
            })}
          </span>
        )}
      </button>
      <ul className={classes['chips']}>
        {cell.chips.map((chip) => (
          <li key={chip.id}>
            <a
              href={`#/accounts/${chip.id}/overview`}
              data-risk={chip.risk}
              data-odd={chip.mismatches.length > 0}
              title={chip.mismatches.map((one) => t(mismatchKey(one))).join(', ')}
            >
              {chip.mismatches.length > 0 && (
                <span
                  role="img"
                  aria-label={chip.mismatches.map((one) => t(mismatchKey(one))).join(', ')}
                >
                  ≠
                </span>
              )}
              {chip.name}
            </a>
          </li>
        ))}
        {rest > 0 && (
          <li>
            <button type="button" onClick={props.onChoose}>
              {t('ways:roads.more', { count: rest, formatted: format.number(rest) })}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
