import { useElementSize } from '@mantine/hooks';
import {
  type ColumnDef,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
} from 'react';
import classes from './DataTable.module.css';
import { DataTableHead } from './DataTableHead';
import { DataTableRow } from './DataTableRow';

/** One column of a DataTable. */
export interface DataColumn<T> {
  id: string;
  header: string;
  /** A track of a CSS grid: "minmax(180px, 2fr)" or "96px". */
  width: string;
  /** Numbers stand at the end of their column. */
  end?: boolean;
  sortable?: boolean;
  /** The first click sorts from the largest. */
  largestFirst?: boolean;
  /** The column is left out where the table is narrower than this, in px. */
  from?: number;
  cell: (row: T) => ReactNode;
}

/** By which column the rows are sorted, and which way. */
export interface Sorting {
  id: string;
  descending: boolean;
}

/** What a DataTable shows and tells. */
export interface DataTableProps<T extends object> {
  label: string;
  columns: readonly DataColumn<T>[];
  /** How many rows there are; only those in sight are asked for. */
  total: number;
  /** Returns the row at a place, or undefined while it is on its way. */
  rowAt: (index: number) => T | undefined;
  rowKey: (row: T) => string;
  rowHeightRem: number;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  /** The place of the row in hand. */
  active: number;
  onActive: (index: number) => void;
  onOpen: (row: T) => void;
  /** Tells which places are in sight, so that their rows can be fetched. */
  onRange?: (first: number, last: number) => void;
}

const features = tableFeatures({ columnVisibilityFeature });

/** The features of TanStack Table that a DataTable uses. */
export type TableFeaturesInUse = typeof features;

/**
 * Draws a table of any length: rows in sight only. The table takes the focus and
 * arrow keys move the row in hand; Enter opens it; headings are buttons that sort.
 */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize();
  const rowHeight = props.rowHeightRem * rootFontSize();
  const head = 2.25 * rootFontSize();
  const rows = useVirtualizer({
    count: props.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: head,
    initialRect: { width: 1200, height: 700 },
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? 0;
  const { onRange } = props;
  useEffect(() => onRange?.(first, last), [onRange, first, last]);

  const { byIndex, kept, tracks } = useColumns(props, items, width);
  const move = (to: number) => {
    const index = Math.max(0, Math.min(props.total - 1, to));
    props.onActive(index);
    rows.scrollToIndex(index, { align: 'auto' });
  };
  const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - head) / rowHeight));
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== scroller.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = keySteps(event.key, props.active, props.total, page);
    const row = props.rowAt(props.active);
    if (steps !== undefined) move(steps);
    else if (event.key === 'Enter' && row !== undefined) props.onOpen(row);
    else return;
    event.preventDefault();
  };
  const element = scroller.current;
  const bar = element === null ? 0 : Math.min(24, element.offsetWidth - element.clientWidth);
  const inSight = items.some((item) => item.index === props.active);

  return (
    <div
      ref={(element) => {
        scroller.current = element;
        measured(element);
      }}
      role="grid"
      aria-label={props.label}
      aria-rowcount={props.total + 1}
      aria-colcount={kept.length}
      aria-activedescendant={inSight ? `${id}-${props.active}` : undefined}
      tabIndex={0}
      style={{ '--bar': `${bar}px` } as CSSProperties}
      className={classes['scroll']}
      onKeyDown={onKeyDown}
    >
      <DataTableHead columns={kept} tracks={tracks} sorting={props.sorting} onSort={props.onSort} />
      <div role="rowgroup" className={classes['body']} style={{ height: rows.getTotalSize() }}>
        {items.map((item) => (
          <DataTableRow
            key={item.key}
            id={`${id}-${item.index}`}
            item={item}
            cells={byIndex.get(item.index)?.getVisibleCells()}
            columns={props.columns}
            tracks={tracks}
            selected={item.index === props.active}
            onClick={() => {
              const row = props.rowAt(item.index);
              if (row === undefined) return;
              props.onActive(item.index);
              props.onOpen(row);
            }}
          />
        ))}
      </div>
    </div>
  );
}

/** Builds the table's model of the columns that have room and of the rows in sight. */
function useColumns<T extends object>(
  props: DataTableProps<T>,
  items: readonly VirtualItem[],
  width: number,
) {
  const shown = items
    .map((item) => ({ index: item.index, row: props.rowAt(item.index) }))
    .filter((one): one is { index: number; row: T } => one.row !== undefined);
  const definitions = useMemo(
    () =>
      props.columns.map(
        (column): ColumnDef<TableFeaturesInUse, T, unknown> => ({
          id: column.id,
          header: column.header,
          cell: ({ row }) => column.cell(row.original),
        }),
      ),
    [props.columns],
  );
  const kept = visible(props.columns, width);
  const table = useTable<TableFeaturesInUse, T>({
    features,
    columns: definitions,
    data: shown.map((one) => one.row),
    getRowId: props.rowKey,
    state: {
      columnVisibility: Object.fromEntries(
        props.columns.map((column) => [column.id, kept.includes(column)]),
      ),
    },
  });
  const models = table.getRowModel().rows;
  const byIndex = new Map(shown.map((one, place) => [one.index, models[place]]));
  return { byIndex, kept, tracks: kept.map((column) => column.width).join(' ') };
}

function visible<T>(columns: readonly DataColumn<T>[], width: number): readonly DataColumn<T>[] {
  return columns.filter(
    (column) => width === 0 || column.from === undefined || width >= column.from,
  );
}

/** Returns the place that a key moves to, or undefined for other keys. */
function keySteps(key: string, active: number, total: number, page: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: total - 1,
  };
  return steps[key];
}

/** Text zoom changes the size of a rem, and with it the height of a row. */
function rootFontSize(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) && size > 0 ? size : 16;
}
