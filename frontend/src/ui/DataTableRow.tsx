import { memo } from 'react';
import type { DataColumn } from './DataTable';
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
  selected: boolean;
  onOpen: (index: number) => void;
}

/** Draws one row of a DataTable, or its grey place while the row is on its way. */
export const DataTableRow = memo(function DataTableRow(props: DataTableRowProps) {
  const { row } = props;
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.selected}
      aria-busy={row === undefined}
      className={classes['row']}
      style={{ height: props.height, top: props.top, gridTemplateColumns: props.tracks }}
      onClick={() => props.onOpen(props.index)}
    >
      {row === undefined ? (
        <div role="gridcell">
          <div className={classes['waiting']} />
        </div>
      ) : (
        props.columns.map((column) => (
          <div
            key={column.id}
            role="gridcell"
            className={`${classes['cell']} ${column.end === true ? classes['end'] : ''}`}
          >
            {column.cell(row)}
          </div>
        ))
      )}
    </div>
  );
});
