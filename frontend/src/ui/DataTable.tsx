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
  /** A narrow column of marks: its heading is `short`, and nothing stands between it and the next. */
  tight?: boolean;
  /** What stands in the heading where its whole text is too long. */
  short?: string;
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
  /** Draws a row that is the head of a group, or returns undefined for other rows. */
  headOf?: (row: T) => GroupHeadLine | undefined;
  /** Lets many rows be chosen at once. */
  choosing?: Choosing<T>;
  /** Tells that a column is to be so many rem wide. */
  onWidth?: (id: string, rem: number) => void;
}

/** What a row that heads a group says, and whether the rows of the group are hidden. */
export interface GroupHeadLine {
  content: ReactNode;
  folded: boolean;
  onFold: () => void;
}

/** Which rows are chosen, and how that changes. Groups' heads cannot be chosen. */
export interface Choosing<T> {
  isChosen: (row: T) => boolean;
  /** Chooses a row, or not any more; the label is of its box. */
  onToggle: (row: T) => void;
  /** Chooses all rows between two places, besides those that are chosen. */
  onSpan: (from: number, to: number) => void;
  onAll: () => void;
  onNone: () => void;
  /** Names the box of a row. */
  label: (row: T) => string;
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
  const { choosing } = props;
  const tracks = [...(choosing ? ['1.5rem'] : []), ...kept.map(({ width }) => width)].join(' ');
  // Columns that a person chose stay, however narrow the window is: then the table scrolls.
  const least = `${leastWidth(tracks) + 3.5}rem`;
  const latest = useRef(props);
  latest.current = props;
  const open = useCallback((index: number, event?: { shiftKey: boolean; ctrlKey: boolean }) => {
    const { rowAt, headOf, choosing, onActive, onOpen, active } = latest.current;
    const row = rowAt(index);
    if (row === undefined) return;
    onActive(index);
    const head = headOf?.(row);
    if (head !== undefined) return head.onFold();
    if (choosing !== undefined && event?.shiftKey === true) return choosing.onSpan(active, index);
    if (choosing !== undefined && event?.ctrlKey === true) return choosing.onToggle(row);
    onOpen(row);
  }, []);
  const toggle = useCallback((index: number) => {
    const row = latest.current.rowAt(index);
    if (row !== undefined) latest.current.choosing?.onToggle(row);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== scroller.current || event.altKey) return;
    if (event.ctrlKey || event.metaKey) return choosesAll(event, choosing);
    if (answers(event, props, document.getElementById(`${id}-${props.active}`)))
      return event.preventDefault();
    const page = Math.floor((scroller.current.clientHeight - head) / rowHeight);
    goes(event, props, Math.max(1, page), open, (to) => rows.scrollToIndex(to, { align: 'auto' }));
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
      aria-colcount={kept.length + (choosing ? 1 : 0)}
      aria-multiselectable={choosing ? true : undefined}
      aria-activedescendant={inSight ? `${id}-${props.active}` : undefined}
      tabIndex={0}
      style={{ '--bar': `${bar}px`, '--least': least } as CSSProperties}
      className={classes['scroll']}
      onKeyDown={onKeyDown}
    >
      <DataTableHead
        columns={kept}
        tracks={tracks}
        sorting={props.sorting}
        onSort={props.onSort}
        choosing={choosing !== undefined}
        {...(props.onWidth !== undefined && { onWidth: props.onWidth })}
      />
      <div role="rowgroup" className={classes['body']} style={{ height: rows.getTotalSize() }}>
        {items.map((item) => (
          <DataTableRow
            key={item.index}
            id={`${id}-${item.index}`}
            index={item.index}
            top={item.start}
            height={item.size}
            row={props.rowAt(item.index)}
            head={headAt(props, item.index)}
            chosen={chosenAt(props, item.index)}
            onToggle={toggle}
            columns={kept as unknown as readonly DataColumn<object>[]}
            tracks={tracks}
            active={item.index === props.active}
            onOpen={open}
          />
        ))}
      </div>
    </div>
  );
}

function choosesAll<T>(event: KeyboardEvent, choosing: Choosing<T> | undefined): void {
  if (event.key.toLowerCase() !== 'a' || choosing === undefined) return;
  event.preventDefault();
  choosing.onAll();
}

/** Moves or opens by the key. With Shift the rows between are chosen. */
function goes<T extends object>(
  event: KeyboardEvent,
  { active, total, choosing, onActive }: DataTableProps<T>,
  page: number,
  open: (index: number) => void,
  scroll: (index: number) => void,
): void {
  const to = keyTarget(event.key, active, total, page);
  if (to === undefined && event.key !== 'Enter') return;
  event.preventDefault();
  if (to === undefined) {
    open(active);
    return;
  }
  if (event.shiftKey) choosing?.onSpan(active, to);
  onActive(to);
  scroll(to);
}

/** Answers the keys of the row in hand, and says whether it did. */
function answers<T extends object>(
  event: KeyboardEvent,
  props: DataTableProps<T>,
  shown: HTMLElement | null,
): boolean {
  const row = props.rowAt(props.active);
  if (row === undefined) return false;
  if (chooses(event, props, row)) return true;
  if (shown === null || props.headOf?.(row) !== undefined) return false;
  return props.onKey?.(event.key, row, shown) === true;
}

/** Answers the keys that choose and fold, and says whether it did. */
function chooses<T extends object>(
  event: KeyboardEvent,
  { headOf, choosing }: DataTableProps<T>,
  row: T,
): boolean {
  const head = headOf?.(row);
  if (head !== undefined) {
    const folds = event.key === 'ArrowLeft' && !head.folded;
    const unfolds = event.key === 'ArrowRight' && head.folded;
    if (folds || unfolds || event.key === ' ') head.onFold();
    return folds || unfolds || event.key === ' ';
  }
  if (choosing === undefined) return false;
  if (event.key === ' ') choosing.onToggle(row);
  else if (event.key === 'Escape') choosing.onNone();
  else return false;
  return true;
}

function headAt<T extends object>({ rowAt, headOf }: DataTableProps<T>, index: number) {
  const row = rowAt(index);
  return row === undefined ? undefined : headOf?.(row);
}

/** Says whether the row at a place is chosen; undefined where rows cannot be. */
function chosenAt<T extends object>({ rowAt, choosing }: DataTableProps<T>, index: number) {
  const row = rowAt(index);
  if (choosing === undefined) return undefined;
  return row === undefined
    ? { chosen: false, label: '' }
    : { chosen: choosing.isChosen(row), label: choosing.label(row) };
}

/** The least width, in rem, of a row of columns. */
function leastWidth(tracks: string): number {
  return [...tracks.matchAll(/(?:minmax\()?([\d.]+)rem(?:,[^)]*\))?/g)].reduce(
    (sum, [, rem]) => sum + Number(rem),
    0,
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
