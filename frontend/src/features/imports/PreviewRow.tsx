import {
  IconArrowRight,
  IconCircleXFilled,
  IconPlus,
  IconSwitchHorizontal,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { imports } from '@/api';
import { inWords } from '@/i18n/words';
import { useFormat } from '@/state';
import classes from './Preview.module.css';
import { atEnd, cellWords, valueWords } from './words';

const icons = {
  new: <IconPlus size={13} stroke={2} aria-hidden />,
  changed: <IconSwitchHorizontal size={13} stroke={1.8} aria-hidden />,
  same: null,
  refused: <IconCircleXFilled size={13} aria-hidden />,
};

/** Draws one row of the preview, or its grey place while it is on its way. */
export function PreviewRow(props: {
  id: string;
  index: number;
  top: number;
  tracks: string;
  row: imports.ImportRow | undefined;
  columns: number;
  chosen: boolean;
  measure: (element: Element | null) => void;
  onOpen: (row: imports.ImportRow) => void;
}) {
  const { row } = props;
  return (
    <div
      id={props.id}
      ref={props.measure}
      data-index={props.index}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.chosen}
      aria-busy={row === undefined}
      data-status={row?.status}
      className={classes['row']}
      style={{ top: props.top, gridTemplateColumns: props.tracks }}
      onClick={() => row !== undefined && props.onOpen(row)}
    >
      {row === undefined ? (
        <div role="gridcell">
          <div className={classes['waiting']} />
        </div>
      ) : (
        <Cells row={row} columns={props.columns} />
      )}
    </div>
  );
}

function Cells({ row, columns }: { row: imports.ImportRow; columns: number }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const more = row.changes - row.cells.filter((cell) => cell.from !== '').length;
  const asks = row.ask.kind !== '';
  return (
    <>
      <div role="gridcell" className={classes['rowNumber']}>
        {row.row}
      </div>
      <div role="gridcell" className={classes['status']} data-status={row.status}>
        {icons[row.status]}
        {t(`one.${row.status}`)}
      </div>
      <div role="gridcell" className={classes['rowName']} title={row.name}>
        {row.name}
      </div>
      {row.cells.map((cell) => (
        <div
          key={cell.field}
          role="gridcell"
          className={`${classes['cell']} ${atEnd(cell) ? classes['end'] : ''} ${cell.bad ? classes['wrong'] : ''}`}
          title={cellWords(format, cell, cell.value)}
        >
          {cell.from !== '' && <s>{cellWords(format, cell, cell.from)}</s>}
          {cell.from === '' ? (
            cellWords(format, cell, cell.value)
          ) : (
            <b>{cellWords(format, cell, cell.value)}</b>
          )}
        </div>
      ))}
      {(row.reason !== '' || asks || (row.status === 'changed' && more > 0)) && (
        <div
          role="gridcell"
          aria-colspan={columns}
          className={`${classes['under']} ${row.reason === '' ? '' : classes['reason']} ${asks ? classes['asks'] : ''}`}
        >
          {row.reason !== '' && inWords(row.reason)}
          {asks && (
            <>
              <IconArrowRight size={12} stroke={1.8} aria-hidden />
              {askWords(t, row.ask, valueWords(format, row.ask.was))}
            </>
          )}
          {!asks && row.reason === '' && t('moreChanges', { count: row.changes })}
        </div>
      )}
    </>
  );
}

function askWords(
  t: ReturnType<typeof useTranslation<'imports'>>['t'],
  ask: imports.ImportAsk,
  was: string,
): string {
  const key = ask.answer === 'correction' || ask.answer === '' ? ask.kind : ask.answer;
  return key === '' ? '' : t(`taken.${key}`, { was });
}
