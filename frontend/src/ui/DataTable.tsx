import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
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
  /** The column is left out where the table is narrower than this, in px at the usual text size. */
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
  rowHeightRem: number;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  /** Names which rows these are, in which order: another name starts at the top. */
  rowsKey: string;
  /** The place of the row in hand. */
  active: number;
  onActive: (index: number) => void;
  onOpen: (row: T) => void;
  /** Answers a key for the row in hand, and says whether it did; the element is the row. */
  onKey?: (key: string, row: T, element: HTMLElement) => boolean;
  /** Tells which places are in sight, so that their rows can be fetched. */
  onRange?: (first: number, last: number) => void;
}

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
  const { onRange, columns, rowsKey } = props;
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name of the rows is what counts
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not return.
    void scroller.current?.scrollTo({ top: 0 });
  }, [rowsKey]);

  const room = (width * 16) / rootFontSize();
  const kept = useMemo(
    () => columns.filter(({ from }) => room === 0 || from === undefined || room >= from),
    [columns, room],
  );
  const tracks = kept.map((column) => column.width).join(' ');
  const latest = useRef(props);
  latest.current = props;
  const open = useCallback((index: number) => {
    const row = latest.current.rowAt(index);
    if (row === undefined) return;
    latest.current.onActive(index);
    latest.current.onOpen(row);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== scroller.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const inHand = props.rowAt(props.active);
    const shown = document.getElementById(`${id}-${props.active}`);
    if (inHand !== undefined && shown !== null && props.onKey?.(event.key, inHand, shown) === true)
      return event.preventDefault();
    const page = Math.floor((scroller.current.clientHeight - head) / rowHeight);
    const to = keyTarget(event.key, props.active, props.total, Math.max(1, page));
    if (to === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (to === undefined) return open(props.active);
    props.onActive(to);
    rows.scrollToIndex(to, { align: 'auto' });
  };
  const element = scroller.current;
  const bar = element === null ? 0 : Math.min(24, element.offsetWidth - element.clientWidth);
  const inSight = items.some((item) => item.index === props.active);
  const attach = useCallback(
    (node: HTMLDivElement | null) => {
      scroller.current = node;
      measured(node);
    },
    [measured],
  );

  return (
    <div
      ref={attach}
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
            key={item.index}
            id={`${id}-${item.index}`}
            index={item.index}
            top={item.start}
            height={item.size}
            row={props.rowAt(item.index)}
            columns={kept as unknown as readonly DataColumn<object>[]}
            tracks={tracks}
            selected={item.index === props.active}
            onOpen={open}
          />
        ))}
      </div>
    </div>
  );
}

/** Returns the place that a key moves to, or undefined for other keys. */
function keyTarget(key: string, active: number, total: number, page: number): number | undefined {
  const targets: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: total - 1,
  };
  const to = targets[key];
  return to === undefined ? undefined : Math.max(0, Math.min(total - 1, to));
}

/** Text zoom changes the size of a rem, and with it the height of a row. */
function rootFontSize(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) && size > 0 ? size : 16;
}
