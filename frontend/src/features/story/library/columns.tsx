import type { TFunction } from 'i18next';
import type { LibraryStory } from '@/api/library';
import type { useFormat } from '@/state';
import { Chip, type DataColumn } from '@/ui';
import classes from './Library.module.css';

/** What the columns are drawn with. */
interface With {
  t: TFunction<'library'>;
  format: ReturnType<typeof useFormat>;
  dimension: (key: string) => string;
  onFiles: (story: LibraryStory) => void;
}

/** Returns the columns of the library. */
export function libraryColumns({
  t,
  format,
  dimension,
  onFiles,
}: With): DataColumn<LibraryStory>[] {
  return [
    {
      id: 'account',
      header: t('column.story'),
      width: 'minmax(14rem, 2.2fr)',
      sortable: true,
      cell: (row) => <Two top={<b>{row.title}</b>} below={row.account_name} />,
    },
    {
      id: 'told',
      header: t('column.told'),
      width: '8.5rem',
      sortable: true,
      largestFirst: true,
      cell: (row) =>
        row.told ? (
          <Two top={format.date(row.told_on)} below={t(`audience.${row.audience}`)} />
        ) : (
          <Two
            top={<Chip>{t('draft')}</Chip>}
            below={t('changed', { day: format.date(row.changed) })}
          />
        ),
    },
    {
      id: 'until',
      header: t('column.leave'),
      width: 'minmax(11rem, 1.4fr)',
      sortable: true,
      cell: (row) => <Two top={<LeaveWord row={row} t={t} />} below={leaveBelow(row, t, format)} />,
    },
    {
      id: 'about',
      header: t('column.about'),
      width: 'minmax(10rem, 2fr)',
      from: 900,
      cell: (row) => (
        <Two
          top={row.outcomes[0] ?? ''}
          below={[
            ...(row.outcomes.length > 1 ? [t('more', { count: row.outcomes.length - 1 })] : []),
            ...row.dimensions.map(dimension),
          ].join(' · ')}
        />
      ),
    },
    {
      id: 'type',
      header: t('type.label'),
      width: 'minmax(6rem, 0.8fr)',
      from: 1180,
      cell: (row) => row.type_name,
    },
    {
      id: 'files',
      header: t('column.files'),
      width: '5.5rem',
      end: true,
      cell: (row) => (
        <button
          type="button"
          className={classes['count']}
          aria-label={t('filesOf', { count: row.files, title: row.title })}
          onClick={(event) => {
            event.stopPropagation();
            onFiles(row);
          }}
        >
          {format.number(row.files)}
        </button>
      ),
    },
  ];
}

function Two(props: { top: React.ReactNode; below: string }) {
  return (
    <span className={classes['two']}>
      <span>{props.top}</span>
      <small>{props.below}</small>
    </span>
  );
}

/** Says how far leave goes; what runs out is said in words and amber or red. */
function LeaveWord({ row, t }: { row: LibraryStory; t: TFunction<'library'> }) {
  const words = t(`permission.${row.leave.permission === '' ? 'none' : row.leave.permission}`);
  if (!row.told || row.leave_state === '') return <span className={classes['quiet']}>{words}</span>;
  if (row.leave_state === 'holds') return words;
  return (
    <>
      {words}{' '}
      <Chip tone={row.leave_state === 'over' ? 'bad' : 'warn'}>
        {row.leave_state === 'over'
          ? t('leave.over')
          : t('leave.ending', { count: row.leave_days })}
      </Chip>
    </>
  );
}

function leaveBelow(row: LibraryStory, t: TFunction<'library'>, format: With['format']): string {
  const { by, until } = row.leave;
  return [
    ...(by === '' ? [] : [t('leave.by', { who: by })]),
    ...(until === '' ? [] : [t('leave.until', { day: format.date(until) })]),
  ].join(', ');
}
