import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { DataColumn, Sorting } from './DataTable';
import classes from './DataTable.module.css';

/** Draws the headings of a DataTable; those of columns that sort are buttons. */
export function DataTableHead<T>(props: {
  columns: readonly DataColumn<T>[];
  tracks: string;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
}) {
  return (
    <div role="rowgroup" className={classes['head']}>
      <div
        role="row"
        aria-rowindex={1}
        className={classes['row']}
        style={{ gridTemplateColumns: props.tracks }}
      >
        {props.columns.map((column) => (
          <Heading key={column.id} column={column} sorting={props.sorting} onSort={props.onSort} />
        ))}
      </div>
    </div>
  );
}

function Heading<T>(props: {
  column: DataColumn<T>;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
}) {
  const { column, sorting } = props;
  const name = `${classes['headCell']} ${column.end === true ? classes['end'] : ''}`;
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
    <div role="columnheader" aria-sort={by ? direction : 'none'} className={name}>
      <button
        type="button"
        className={classes['sort']}
        onClick={() =>
          props.onSort({ id: column.id, descending: by ? up : column.largestFirst === true })
        }
      >
        {column.header}
        <Arrow size={13} stroke={1.8} aria-hidden />
      </button>
    </div>
  );
}
