import type { Cell } from '@tanstack/react-table';
import type { VirtualItem } from '@tanstack/react-virtual';
import type { DataColumn, TableFeaturesInUse } from './DataTable';
import classes from './DataTable.module.css';

/** Draws one row of a DataTable, or its grey place while the row is on its way. */
export function DataTableRow<T extends object>(props: {
  id: string;
  item: VirtualItem;
  cells: readonly Cell<TableFeaturesInUse, T, unknown>[] | undefined;
  columns: readonly DataColumn<T>[];
  tracks: string;
  selected: boolean;
  onClick: () => void;
}) {
  const { item, cells } = props;
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={item.index + 2}
      aria-selected={props.selected}
      aria-busy={cells === undefined}
      className={classes['row']}
      style={{ height: item.size, top: item.start, gridTemplateColumns: props.tracks }}
      onClick={props.onClick}
    >
      {cells === undefined ? (
        <div role="gridcell">
          <div className={classes['waiting']} />
        </div>
      ) : (
        cells.map((cell) => {
          const column = props.columns.find((one) => one.id === cell.column.id);
          return (
            <div
              key={cell.id}
              role="gridcell"
              className={`${classes['cell']} ${column?.end === true ? classes['end'] : ''}`}
            >
              {column?.cell(cell.row.original)}
            </div>
          );
        })
      )}
    </div>
  );
}
