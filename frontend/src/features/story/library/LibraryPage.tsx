import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { library as api } from '@/api';
import type { LibraryStory, LibraryPage as Page } from '@/api/library';
import { useFormat } from '@/state';
import { Button, DataTable, EmptyState, PageHead } from '@/ui';
import { libraryColumns } from './columns';
import { FilesDialog } from './FilesDialog';
import { Filters } from './Filters';
import classes from './Library.module.css';
import { useDimension } from './useDimension';
import { isFiltered, type LibrarySearch, librarySearch } from './view';

/** What the library tells the shell. */
export interface LibraryPageProps {
  search: LibrarySearch;
  onSearch: (search: LibrarySearch) => void;
  onOpen: (story: { id: string; account: string }) => void;
}

/** Draws all stories: what was told to whom, and who may see it. */
export function LibraryPage(props: LibraryPageProps) {
  const { search, onSearch } = props;
  const { t } = useTranslation('library');
  const { t: common } = useTranslation('common');
  const { number } = useFormat();
  const first = useQuery({
    queryKey: ['library', search, 0],
    queryFn: () => api.page({ ...search, offset: 0, limit: api.pageSize }),
    placeholderData: (before) => before,
  });
  const page = first.data;
  if (first.error !== null) {
    return (
      <EmptyState title={common('failed')} alert>
        {first.error.message}
      </EmptyState>
    );
  }
  if (page === undefined) return <PageHead title={t('title')} />;
  if (page.every === 0) {
    return (
      <>
        <PageHead title={t('title')} />
        <EmptyState headed title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      </>
    );
  }
  const counts = { told: number(page.told), drafts: number(page.drafts) };
  return (
    <div className={classes['page']}>
      <PageHead
        title={t('title')}
        note={
          <span role="status">
            {page.ending > 0
              ? t('noteEnding', { ...counts, ending: number(page.ending) })
              : t('note', counts)}
          </span>
        }
      />
      <Filters page={page} search={search} onSearch={onSearch} />
      {page.total === 0 ? (
        <p className={classes['none']}>
          {t('none')}{' '}
          {isFiltered(search) && (
            <Button size="small" onClick={() => onSearch(librarySearch({}))}>
              {t('clear')}
            </Button>
          )}
        </p>
      ) : (
        <Table page={page} {...props} />
      )}
    </div>
  );
}

function Table({ page, search, onSearch, onOpen }: LibraryPageProps & { page: Page }) {
  const { t } = useTranslation('library');
  const format = useFormat();
  const dimension = useDimension();
  const [active, setActive] = useState(0);
  const [shown, setShown] = useState<LibraryStory>();
  const [span, setSpan] = useState({ first: 0, last: 0 });
  const rowsKey = JSON.stringify(search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name of the rows is what counts
  useEffect(() => setActive(0), [rowsKey]);
  const wanted = Array.from({ length: span.last - span.first + 1 }, (_, i) => span.first + i);
  const pages = useQueries({
    queries: wanted.map((one) => ({
      queryKey: ['library', search, one],
      queryFn: () => api.page({ ...search, offset: one * api.pageSize, limit: api.pageSize }),
    })),
  }).flatMap((one) => (one.data === undefined ? [] : [one.data]));
  const rowAt = (index: number) => {
    const offset = Math.floor(index / api.pageSize) * api.pageSize;
    const found = offset === 0 ? page : pages.find((one) => one.offset === offset);
    return found?.rows[index % api.pageSize];
  };
  const columns = useMemo(
    () => libraryColumns({ t, format, dimension, onFiles: setShown }),
    [t, format, dimension],
  );
  return (
    <>
      <DataTable
        label={t('title')}
        columns={columns}
        total={page.total}
        rowAt={rowAt}
        rowHeightRem={3.5}
        sorting={{ id: search.sort, descending: search.descending }}
        onSort={({ id, descending }) =>
          onSearch({ ...search, ...librarySearch({ ...search, sort: id, descending }) })
        }
        rowsKey={rowsKey}
        active={Math.min(active, page.total - 1)}
        onActive={setActive}
        onOpen={onOpen}
        onKey={(key, row) => {
          if (key.toLowerCase() !== 'f') return false;
          setShown(row);
          return true;
        }}
        onRange={(from, to) => {
          const next = {
            first: Math.floor(from / api.pageSize),
            last: Math.floor(to / api.pageSize),
          };
          if (next.first !== span.first || next.last !== span.last) setSpan(next);
        }}
      />
      {shown !== undefined && (
        <FilesDialog story={shown.id} title={shown.title} onClose={() => setShown(undefined)} />
      )}
    </>
  );
}
