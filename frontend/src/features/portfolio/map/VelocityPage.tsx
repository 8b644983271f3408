import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ways as api } from '@/api';
import { useFormat } from '@/state';
import { type DataColumn, DataTable, type Sorting } from '@/ui';
import { onlyOf, type PortfolioView } from '../view';
import { beat, WayPage } from '../ways/WayPage';
import classes from './Map.module.css';
import { Plot } from './Plot';

/** What this way tells the shell. */
export interface VelocityPageProps {
  /** Which accounts are shown. */
  view: PortfolioView;
  onView: (view: PortfolioView) => void;
  onOpen: (account: string) => void;
  onImport: () => void;
}

/** Draws the velocity map: how bonded an account is, how fast its value grows, how large it is. */
export function VelocityPage(props: VelocityPageProps) {
  const { t } = useTranslation('ways');
  const only = onlyOf(props.view);
  const query = useQuery({
    queryKey: ['ways', 'map', only],
    queryFn: () => api.velocityMap(only),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => beat(state.data?.waiting),
  });
  const map = query.data;
  return (
    <WayPage
      way="map"
      view={props.view}
      onView={props.onView}
      all={map?.all}
      accounts={map === undefined ? undefined : map.accounts || map.waiting.accounts}
      waiting={map?.waiting}
      error={query.error}
      onImport={props.onImport}
    >
      {map !== undefined && map.points.length === 0 && (
        <p className={classes['empty']}>{t('map.empty')}</p>
      )}
      {map !== undefined && map.points.length > 0 && <Room map={map} onOpen={props.onOpen} />}
    </WayPage>
  );
}

const sorts: Record<string, (a: api.MapPoint, b: api.MapPoint) => number> = {
  name: (a, b) => a.name.localeCompare(b.name),
  bonded: (a, b) => a.low - b.low || a.high - b.high,
  velocity: (a, b) => a.relative - b.relative,
  arr: (a, b) => a.book_arr - b.book_arr,
};

function Room({ map, onOpen }: { map: api.VelocityMap; onOpen: (account: string) => void }) {
  const { t } = useTranslation('ways');
  const format = useFormat();
  const [sorting, setSorting] = useState<Sorting>({ id: 'arr', descending: true });
  const [active, setActive] = useState(0);
  const rows = useMemo(() => {
    const by = sorts[sorting.id] ?? sorts['arr'];
    const sorted = [...map.points].sort(by);
    return sorting.descending ? sorted.reverse() : sorted;
  }, [map.points, sorting]);
  const columns = useMemo<DataColumn<api.MapPoint>[]>(
    () => columnsOf(t, format, map.currency),
    [t, format, map.currency],
  );
  const still = map.points.filter((one) => one.relative > 0.005).length;
  const left = map.left.map((one) =>
    t(`map.left.${leftKeys[one.reason]}`, {
      count: one.accounts,
      formatted: format.number(one.accounts),
    }),
  );
  return (
    <div className={classes['room']}>
      <section aria-labelledby="map-answer" className={classes['picture']}>
        <h2 id="map-answer" className={classes['answer']}>
          {t('map.answer', {
            count: still,
            formatted: format.number(still),
            all: format.number(map.points.length),
          })}
        </h2>
        {left.length > 0 && (
          <p className={classes['detail']}>{t('map.leftOut', { what: left.join(', ') })}</p>
        )}
        <Plot
          points={map.points}
          inHand={rows[active]?.id}
          onHand={(id) =>
            setActive(
              Math.max(
                0,
                rows.findIndex((one) => one.id === id),
              ),
            )
          }
          onOpen={onOpen}
        />
      </section>
      <div className={classes['table']}>
        <DataTable
          label={t('map.table')}
          columns={columns}
          total={rows.length}
          rowAt={(index) => rows[index]}
          rowsKey={`${sorting.id} ${sorting.descending}`}
          rowHeightRem={2.25}
          sorting={sorting}
          onSort={(next) => {
            setSorting(next);
            setActive(0);
          }}
          active={active}
          onActive={setActive}
          onOpen={(row) => onOpen(row.id)}
        />
      </div>
    </div>
  );
}

const leftKeys = {
  'too new': 'tooNew',
  'not priced': 'notPriced',
  'not yet known': 'notYetKnown',
  cancelled: 'cancelled',
} as const satisfies Record<api.NoPrice, string>;

function columnsOf(
  t: ReturnType<typeof useTranslation<'ways'>>['t'],
  format: ReturnType<typeof useFormat>,
  currency: string,
): DataColumn<api.MapPoint>[] {
  const share = (one: api.MapPoint) =>
    one.low === one.high
      ? format.percent(one.low)
      : `${format.percent(one.low)} – ${format.percent(one.high)}`;
  return [
    {
      id: 'name',
      header: t('map.account'),
      width: 'minmax(7rem, 1.4fr)',
      sortable: true,
      cell: (one) => one.name,
    },
    {
      id: 'bonded',
      header: t('map.bonded'),
      width: '6.75rem',
      end: true,
      sortable: true,
      largestFirst: true,
      cell: share,
    },
    {
      id: 'velocity',
      header: t('map.velocity'),
      width: '6rem',
      end: true,
      sortable: true,
      largestFirst: true,
      cell: (one) => signed(format.percent(one.relative), one.relative),
    },
    {
      id: 'arr',
      header: t('map.arr'),
      width: '6rem',
      end: true,
      sortable: true,
      largestFirst: true,
      cell: (one) => format.money(Math.round(one.book_arr), currency),
    },
  ];
}

function signed(text: string, value: number): string {
  return value > 0 ? `+${text}` : text.replace('-', '−');
}
