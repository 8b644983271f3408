import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type PointerEvent, useRef } from 'react';
import type { DataColumn, Sorting } from './DataTable';
import classes from './DataTable.module.css';

/** Draws the headings of a DataTable; those of columns that sort are buttons. */
export function DataTableHead<T>(props: {
  columns: readonly DataColumn<T>[];
  tracks: string;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  choosing: boolean;
  onWidth?: (id: string, rem: number) => void;
}) {
  const { onWidth } = props;
  return (
    <div role="rowgroup" className={classes['head']}>
      <div
        role="row"
        aria-rowindex={1}
        className={classes['row']}
        style={{ gridTemplateColumns: props.tracks }}
      >
        {props.choosing && <div role="columnheader" aria-hidden="true" />}
        {props.columns.map((column) => (
          <Heading
            key={column.id}
            column={column}
            sorting={props.sorting}
            onSort={props.onSort}
            {...(onWidth !== undefined && { onWidth })}
          />
        ))}
      </div>
    </div>
  );
}

function Heading<T>(props: {
  column: DataColumn<T>;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  onWidth?: (id: string, rem: number) => void;
}) {
  const { column, sorting, onWidth } = props;
  const cell = useRef<HTMLDivElement>(null);
  const name = [
    classes['headCell'],
    column.end === true ? classes['end'] : '',
    column.tight === true ? classes['tight'] : '',
  ].join(' ');
  const wider = (rem: number) =>
    onWidth?.(column.id, Math.max(least, Math.min(most, widthOf(cell.current) + rem)));
  if (column.sortable !== true) {
    return (
      <div role="columnheader" className={name}>
        {column.header}
      </div>
    );
  }
  const by = sorting.id === column.id;
  const up = by && !sorting.descending;
  const Arrow = up ? IconChevronUp : IconChevronDown;
  const direction = up ? 'ascending' : 'descending';
  return (
    <div
      ref={cell}
      role="columnheader"
      aria-sort={by ? direction : 'none'}
      className={name}
      title={column.short === undefined ? undefined : column.header}
    >
      <button
        type="button"
        className={classes['sort']}
        aria-label={column.short === undefined ? undefined : column.header}
        onClick={() =>
          props.onSort({ id: column.id, descending: by ? up : column.largestFirst === true })
        }
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
          event.preventDefault();
          wider(event.key === 'ArrowRight' ? 1 : -1);
        }}
      >
        {column.short ?? column.header}
        {column.tight !== true && <Arrow size={13} stroke={1.8} aria-hidden />}
      </button>
      {onWidth !== undefined && column.tight !== true && (
        <Edge onMove={(rem) => onWidth(column.id, Math.max(least, Math.min(most, rem)))} />
      )}
    </div>
  );
}

/** How narrow and how wide a column can be drawn, in rem. */
const least = 3;
const most = 40;

function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

function widthOf(cell: HTMLElement | null): number {
  return cell === null ? least : cell.offsetWidth / rem();
}

/** Draws the edge of a heading that is drawn with the pointer; keys do it with Alt and the arrows. */
function Edge({ onMove }: { onMove: (rem: number) => void }) {
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const edge = event.currentTarget;
    const from = edge.parentElement?.getBoundingClientRect().left ?? 0;
    edge.setPointerCapture(event.pointerId);
    const move = (to: globalThis.PointerEvent) => onMove((to.clientX - from) / rem());
    edge.addEventListener('pointermove', move);
    edge.addEventListener('lostpointercapture', () =>
      edge.removeEventListener('pointermove', move),
    );
  };
  return <div aria-hidden="true" className={classes['edge']} onPointerDown={onPointerDown} />;
}
