import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import type { DataColumn, GroupHeadLine } from './DataTable';
import classes from './DataTable.module.css';

/** What a DataTableRow shows; all of it stays the same while the table scrolls. */
interface DataTableRowProps {
  id: string;
  index: number;
  top: number;
  height: number;
  row: object | undefined;
  columns: readonly DataColumn<object>[];
  tracks: string;
  /** The row in hand. */
  active: boolean;
  /** Whether it is chosen, where rows can be. */
  chosen: { chosen: boolean; label: string } | undefined;
  head: GroupHeadLine | undefined;
  onOpen: (index: number, event: { shiftKey: boolean; ctrlKey: boolean }) => void;
  onToggle: (index: number) => void;
}

/** Draws one row of a DataTable, or its grey place while the row is on its way. */
export const DataTableRow = memo(
  function DataTableRow(props: DataTableRowProps) {
    if (props.head !== undefined) return <HeadRow {...props} head={props.head} />;
    return <Row {...props} />;
  },
  // What is made anew for each drawing is compared by what it says.
  (a, b) =>
    same(a, b) &&
    a.head?.folded === b.head?.folded &&
    a.chosen?.chosen === b.chosen?.chosen &&
    a.chosen?.label === b.chosen?.label,
);

function same(a: DataTableRowProps, b: DataTableRowProps): boolean {
  const names = Object.keys(a) as (keyof DataTableRowProps)[];
  return names.every((name) => name === 'head' || name === 'chosen' || a[name] === b[name]);
}

/** Draws the head of a group; its rows are folded by a click, a space, or the arrows. */
function HeadRow(props: DataTableRowProps & { head: GroupHeadLine }) {
  const { head } = props;
  const Arrow = head.folded ? IconChevronRight : IconChevronDown;
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.index + 2}
      data-active={props.active}
      tabIndex={-1}
      className={`${classes['row']} ${classes['groupRow']}`}
      style={{ height: props.height, top: props.top }}
      onClick={(event) => props.onOpen(props.index, event)}
    >
      <div role="gridcell" aria-expanded={!head.folded} className={classes['group']}>
        <Arrow size={15} stroke={1.8} aria-hidden />
        {head.content}
      </div>
    </div>
  );
}

function Row(props: DataTableRowProps) {
  const { row, chosen } = props;
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={chosen === undefined ? props.active : chosen.chosen}
      data-active={props.active}
      aria-busy={row === undefined}
      className={classes['row']}
      style={{ height: props.height, top: props.top, gridTemplateColumns: props.tracks }}
      onClick={(event) => props.onOpen(props.index, event)}
    >
      {chosen !== undefined && (
        <div
          role="gridcell"
          className={classes['box']}
          onClick={(event) => {
            event.stopPropagation();
            props.onToggle(props.index);
          }}
        >
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={chosen.label}
            checked={chosen.chosen}
            readOnly
            disabled={row === undefined}
          />
        </div>
      )}
      {row === undefined ? (
        <div role="gridcell">
          <div className={classes['waiting']} />
        </div>
      ) : (
        props.columns.map((column) => (
          <div key={column.id} role="gridcell" className={cellClass(column)}>
            {column.cell(row)}
          </div>
        ))
      )}
    </div>
  );
}

function cellClass(column: DataColumn<object>): string {
  const names = [classes['cell']];
  if (column.end === true) names.push(classes['end']);
  if (column.tight === true) names.push(classes['tight']);
  return names.join(' ');
}
