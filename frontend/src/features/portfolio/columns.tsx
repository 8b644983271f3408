import type { ReactNode } from 'react';
import type { portfolio } from '@/api';
import { daysBetween } from '@/lib/dates';
import type { DataColumn } from '@/ui';
import classes from './Cells.module.css';
import {
  CsmCell,
  daysWords,
  LevelCell,
  NameCell,
  NewsCell,
  PriceCell,
  PrincipleCell,
  RenewalCell,
  RiskCell,
  RoadsCell,
  VerdictCell,
  WhyCell,
  type Words,
} from './cells';
import { attribute, type ColumnId, type PrincipleKey, principles } from './fields';

type Row = portfolio.PortfolioRow;
type Column = Omit<DataColumn<Row>, 'id' | 'header' | 'sortable'>;

/** A column of words, or of days. */
function text(width: string, cell: (row: Row) => ReactNode): Column {
  return { width, cell: (row) => <div className={classes['text']}>{cell(row)}</div> };
}

function principle(key: PrincipleKey, words: Words): Column & { short: string } {
  return {
    width: '1.6rem',
    tight: true,
    from: key === 'coverage' ? 1216 : 734,
    short: words.t(`principleShort.${key}`),
    cell: (row) => <PrincipleCell row={row} principle={key} words={words} />,
  };
}

/** Returns how each column is drawn; `from` is how wide a table of the usual columns must be. */
function columnOf(id: ColumnId, words: Words): Column {
  const { format } = words;
  switch (id) {
    case 'name':
      return {
        width: 'minmax(9rem,1.5fr)',
        cell: (row) => <NameCell row={row} words={words} />,
      };
    case 'roads':
      return {
        width: '9.1rem',
        from: 1118,
        cell: (row) => <RoadsCell row={row} words={words} />,
      };
    case 'verdict':
      return { width: '12.35rem', cell: (row) => <VerdictCell row={row} words={words} /> };
    case 'walk_away':
      return {
        width: '6.25rem',
        end: true,
        from: 954,
        cell: (row) => <PriceCell row={row} words={words} />,
      };
    case 'arr':
      return {
        width: '5.3rem',
        end: true,
        largestFirst: true,
        from: 516,
        cell: (row) =>
          row.arr !== 0 && (
            <WhyCell row={row} figure="arr" words={words}>
              {format.money(row.arr, row.currency)}
            </WhyCell>
          ),
      };
    case 'renewal':
      return {
        width: '5.9rem',
        from: 606,
        cell: (row) => <RenewalCell row={row} words={words} />,
      };
    case 'last_touch':
      return {
        width: '5.1rem',
        end: true,
        largestFirst: true,
        from: 1194,
        cell: (row) =>
          row.last_touch !== '' && (
            <WhyCell row={row} figure="last_touch" words={words}>
              {daysWords(daysBetween(row.last_touch, words.today), words)}
            </WhyCell>
          ),
      };
    case 'risk':
      return {
        width: 'minmax(7.5rem,0.9fr)',
        from: 856,
        cell: (row) => <RiskCell row={row} words={words} />,
      };
    case 'csm':
      return { width: '1.75rem', from: 984, cell: (row) => <CsmCell name={row.csm} /> };
    case 'type':
      return text('9rem', (row) => row.type);
    case 'segment':
      return text('7.5rem', (row) => row.segment);
    case 'owner':
      return text('8rem', (row) => row.owner);
    case 'parent':
      return text('9rem', (row) => row.parent);
    case 'tags':
      return text('9rem', (row) => row.tags.join(', '));
    case 'added':
      return text('6.375rem', (row) => row.added !== '' && format.date(row.added));
    case 'decision':
      return text('6.375rem', (row) => row.decision !== '' && format.date(row.decision));
    case 'level':
      return {
        width: '8rem',
        end: true,
        largestFirst: true,
        cell: (row) => <LevelCell row={row} words={words} />,
      };
    case 'news':
      return {
        width: '7.25rem',
        end: true,
        largestFirst: true,
        cell: (row) => <NewsCell row={row} words={words} />,
      };
    default:
      return principle(id, words);
  }
}

/**
 * Builds the columns of the table. The usual ones give way where there is no room for all; those
 * that a person chose stay.
 */
export function portfolioColumns(
  ids: readonly string[],
  words: Words,
  options: { widths: Record<string, number>; giveWay: boolean },
): DataColumn<Row>[] {
  return ids.map((id) => {
    const name = id.startsWith(attribute) ? id.slice(attribute.length) : undefined;
    const { from, ...column } =
      name === undefined
        ? columnOf(id as ColumnId, words)
        : { ...text('8rem', (row) => row.attributes[name] ?? ''), from: undefined };
    const width = options.widths[id];
    return {
      ...column,
      id,
      header: columnName(id, words.t),
      sortable: id !== 'tags',
      ...(options.giveWay && from !== undefined && { from }),
      ...(width !== undefined && { width: `${width}rem` }),
    };
  });
}

/** Says what a column is called; an imported one by its own name. */
export function columnName(id: string, t: Words['t']): string {
  if (id.startsWith(attribute)) return id.slice(attribute.length);
  return (principles as readonly string[]).includes(id)
    ? t(`principle.${id as PrincipleKey}`)
    : t(`column.${id as Exclude<ColumnId, PrincipleKey>}`);
}
