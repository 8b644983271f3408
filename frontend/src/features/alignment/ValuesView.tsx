import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alignment as api, toProblem } from '@/api';
import type { AlignmentPage, ValueColumn, ValueInput, ValueRow } from '@/api/alignment';
import { useFormat, useWrite } from '@/state';
import { Button } from '@/ui';
import classes from './Sheet.module.css';
import { cellKey, isTable, readCell, type Typed } from './sheet';
import { TakeDialog } from './TakeDialog';
import { valueWord } from './words';

const pageSize = 100;

/** Draws the sheet of values: accounts down, signs across; all that was typed is saved as one. */
export function ValuesView(props: { page: AlignmentPage; sign: string; readOnly: boolean }) {
  const { t } = useTranslation('alignment');
  const signs = props.page.stages.flatMap((stage) =>
    stage.motivations.flatMap((motivation) => motivation.indicators),
  );
  const first = props.sign === '' ? signs.slice(0, 4).map((one) => one.id) : [props.sign];
  const [chosen, setChosen] = useState<readonly string[]>(first);
  const [filter, setFilter] = useState('');
  const [missing, setMissing] = useState(false);
  const [words] = useDebouncedValue(filter, 120);
  const [taking, setTaking] = useState<{ sign: string; text: string } | null>(null);
  if (signs.length === 0) return <p className={classes['empty']}>{t('values.noSigns')}</p>;
  const shown = signs.map((one) => one.id).filter((id) => chosen.includes(id));
  return (
    <>
      <div className={classes['sheetBar']}>
        <input
          type="search"
          aria-label={t('values.filter')}
          placeholder={t('values.filter')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <label>
          <input
            type="checkbox"
            checked={missing}
            onChange={(event) => setMissing(event.currentTarget.checked)}
          />
          {t('values.missing')}
        </label>
        {!props.readOnly && (
          <Button onClick={() => setTaking({ sign: shown[0] ?? '', text: '' })}>
            {t('values.from')}
          </Button>
        )}
      </div>
      <fieldset className={classes['chosen']}>
        <legend>{t('values.choose')}</legend>
        {signs.map((sign) => (
          <label key={sign.id}>
            <input
              type="checkbox"
              checked={chosen.includes(sign.id)}
              onChange={(event) =>
                setChosen(
                  event.currentTarget.checked
                    ? [...chosen, sign.id]
                    : chosen.filter((id) => id !== sign.id),
                )
              }
            />
            {sign.name}
          </label>
        ))}
      </fieldset>
      <Sheet
        indicators={shown}
        filter={words}
        missing={missing}
        readOnly={props.readOnly}
        onPaste={(sign, text) => setTaking({ sign, text })}
      />
      {taking !== null && (
        <TakeDialog
          signs={signs}
          sign={taking.sign}
          text={taking.text}
          onClose={() => setTaking(null)}
        />
      )}
    </>
  );
}

/** Draws the sheet; it reads the pages in sight and keeps what was typed until it is saved. */
function Sheet(props: ValuesProps) {
  const { t } = useTranslation('alignment');
  const scroller = useRef<HTMLDivElement>(null);
  const [span, setSpan] = useState({ first: 0, last: 0 });
  const { total, columns, rowAt } = useValues(props, span);
  const cells = useCells(columns);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => 2.375 * rem,
    overscan: 10,
    initialRect: { width: 1000, height: 600 },
    onChange: (instance) => {
      const items = instance.getVirtualItems();
      const next = {
        first: Math.floor((items[0]?.index ?? 0) / pageSize),
        last: Math.floor((items.at(-1)?.index ?? 0) / pageSize),
      };
      if (next.first !== span.first || next.last !== span.last) setSpan(next);
    },
  });
  const tracks = `minmax(12rem, 18rem) repeat(${columns.length}, minmax(7rem, 14rem))`;
  const go = (row: number, column: number) => {
    rows.scrollToIndex(row, { align: 'auto' });
    requestAnimationFrame(() => {
      const cell = scroller.current?.querySelector<HTMLInputElement>(
        `[data-cell="${row}-${column}"]`,
      );
      cell?.focus();
      cell?.select();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void cells.save();
      return;
    }
    const [row, column] = placeOf(event.target);
    const by = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || row < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(Math.max(0, Math.min(total - 1, row + by)), column);
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!isTable(text)) return;
    event.preventDefault();
    const [, column] = placeOf(event.target);
    props.onPaste(columns[Math.max(0, column)]?.id ?? '', text);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and pastes come from its cells */}
      <div
        ref={scroller}
        className={classes['sheet']}
        onKeyDown={onKeyDown}
        onPaste={props.readOnly ? undefined : onPaste}
      >
        <table aria-label={t('values.title')} aria-rowcount={total + 1}>
          <thead>
            <tr className={classes['sheetHead']} style={{ gridTemplateColumns: tracks }}>
              <th scope="col">{t('values.account')}</th>
              {columns.map((column) => (
                <th key={column.id} scope="col" title={column.name}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody style={{ height: rows.getTotalSize() }}>
            {rows.getVirtualItems().map((item) => (
              <SheetRow
                key={item.index}
                index={item.index}
                start={item.start}
                tracks={tracks}
                row={rowAt(item.index)}
                columns={columns}
                cells={cells}
                readOnly={props.readOnly}
              />
            ))}
          </tbody>
        </table>
        {total === 0 && <p className={classes['sheetBar']}>{t('values.none')}</p>}
      </div>
      {columns.map((column) => (
        <datalist key={column.id} id={`words-${column.id}`}>
          {column.words.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      ))}
      <Foot cells={cells} readOnly={props.readOnly} />
    </>
  );
}

/** What a sheet is of. */
interface ValuesProps {
  indicators: readonly string[];
  filter: string;
  missing: boolean;
  readOnly: boolean;
  onPaste: (sign: string, text: string) => void;
}

/** Returns the row and the column of the cell that something happened in, -1 for none. */
function placeOf(target: EventTarget): [number, number] {
  const cell = target instanceof HTMLElement ? target.dataset['cell'] : undefined;
  const [row = -1, column = -1] = (cell ?? '').split('-').map(Number);
  return cell === undefined ? [-1, -1] : [row, column];
}

/** Reads the pages in sight. */
function useValues(props: ValuesProps, span: { first: number; last: number }) {
  const wanted = Array.from({ length: span.last - span.first + 1 }, (_, i) => span.first + i);
  const queries = useQueries({
    queries: wanted.map((page) => {
      const query = {
        indicators: [...props.indicators],
        filter: props.filter,
        missing: props.missing,
        offset: page * pageSize,
        limit: pageSize,
      };
      return {
        queryKey: ['alignment', 'values', query],
        queryFn: () => api.values(query),
        placeholderData: keepPreviousData,
      };
    }),
  });
  const pages = queries.flatMap((query) => (query.data === undefined ? [] : [query.data]));
  const rowAt = (index: number): ValueRow | undefined =>
    pages.find((page) => page.offset === Math.floor(index / pageSize) * pageSize)?.rows[
      index % pageSize
    ];
  return { total: pages[0]?.total ?? 0, columns: pages[0]?.columns ?? [], rowAt };
}

/** What was typed and not saved yet, and what is wrong with it. */
interface Cells {
  typed: Typed;
  wrong: Readonly<Record<string, string>>;
  type: (row: ValueRow, column: ValueColumn, at: number, text: string) => void;
  save: () => Promise<void>;
  discard: () => void;
}

function useCells(columns: readonly ValueColumn[]): Cells {
  const { t } = useTranslation('alignment');
  const { locale } = useFormat();
  const write = useWrite();
  const [typed, setTyped] = useState<Typed>({});
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const discard = () => {
    setTyped({});
    setWrong({});
  };
  const save = async () => {
    const list: ValueInput[] = [];
    const errors: Record<string, string> = {};
    for (const [key, text] of Object.entries(typed)) {
      const [account = '', indicator = ''] = key.split('.');
      const column = columns.find((one) => one.id === indicator);
      const value = column === undefined ? undefined : readCell(text, column, locale);
      if (value === undefined) errors[key] = t('values.wrong');
      else list.push({ account, indicator, value });
    }
    if (Object.keys(errors).length > 0) return setWrong(errors);
    if (list.length === 0) return;
    try {
      await write(() => api.saveValues(list), t('done.values', { count: list.length }));
      discard();
    } catch (cause) {
      const { field, message } = toProblem(cause);
      setWrong({ [field]: message });
    }
  };
  return {
    typed,
    wrong,
    save,
    discard,
    type: (row, column, at, text) => {
      const key = cellKey(row.id, column.id);
      const { [key]: _, ...rest } = typed;
      const same = readCell(text, column, locale) === row.cells[at];
      setTyped(same ? rest : { ...rest, [key]: text });
      setWrong(({ [key]: __, ...others }) => others);
    },
  };
}

function SheetRow(props: {
  index: number;
  start: number;
  tracks: string;
  row: ValueRow | undefined;
  columns: readonly ValueColumn[];
  cells: Cells;
  readOnly: boolean;
}) {
  const { t } = useTranslation('alignment');
  const format = useFormat();
  const { row, cells } = props;
  return (
    <tr
      aria-rowindex={props.index + 2}
      className={classes['sheetRow']}
      style={{ gridTemplateColumns: props.tracks, transform: `translateY(${props.start}px)` }}
    >
      <th scope="row">{row?.name ?? '…'}</th>
      {row !== undefined &&
        props.columns.map((column, at) => {
          const key = cellKey(row.id, column.id);
          const stored = valueWord(row.cells[at] ?? '', column.kind, t, format);
          return (
            <td key={column.id}>
              <input
                data-cell={`${props.index}-${at}`}
                data-changed={cells.typed[key] !== undefined}
                readOnly={props.readOnly}
                aria-label={t('values.cell', { indicator: column.name, account: row.name })}
                aria-invalid={cells.wrong[key] !== undefined}
                title={cells.wrong[key]}
                list={column.words.length > 0 ? `words-${column.id}` : undefined}
                inputMode={column.kind === 'number' ? 'decimal' : undefined}
                autoComplete="off"
                value={cells.typed[key] ?? stored}
                onChange={(event) => cells.type(row, column, at, event.currentTarget.value)}
              />
            </td>
          );
        })}
    </tr>
  );
}

/** Says what is still to save, and saves it. */
function Foot({ cells, readOnly }: { cells: Cells; readOnly: boolean }) {
  const { t } = useTranslation('alignment');
  const { t: common } = useTranslation('common');
  const changed = Object.keys(cells.typed).length;
  const problem = Object.values(cells.wrong)[0];
  return (
    <div className={classes['sheetFoot']}>
      <p>{t('values.help')}</p>
      {problem !== undefined && (
        <span role="alert" className={classes['problem']}>
          {problem}
        </span>
      )}
      {changed > 0 && (
        <>
          <span role="status">{t('values.changed', { count: changed })}</span>
          <Button look="quiet" onClick={cells.discard}>
            {t('values.discard')}
          </Button>
        </>
      )}
      {!readOnly && (
        <Button look="primary" aria-disabled={changed === 0} onClick={() => void cells.save()}>
          {t('values.save')} <kbd>{common('shortcuts.keys.Ctrl')} ↵</kbd>
        </Button>
      )}
    </div>
  );
}
