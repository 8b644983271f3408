import { Select } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryPage } from '@/api/library';
import { useFormat } from '@/state';
import { Segmented } from '@/ui';
import classes from './Library.module.css';
import { useDimension } from './useDimension';
import { audiences, type LibrarySearch, librarySearch, permissions, states } from './view';

/** Draws the filters; what the others leave is counted at each state. */
export function Filters(props: {
  page: LibraryPage;
  search: LibrarySearch;
  onSearch: (search: LibrarySearch) => void;
}) {
  const { page, search, onSearch } = props;
  const { t } = useTranslation('library');
  const { number } = useFormat();
  const dimension = useDimension();
  const [words, setWords] = useState(search.words);
  const settle = useDebouncedCallback((text: string) => onSearch({ ...search, words: text }), 120);
  const box = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => box.current?.focus()]]);
  // Another address has other words; what is being typed is not disturbed.
  useEffect(() => {
    if (document.activeElement !== box.current) setWords(search.words);
  }, [search.words]);
  const counts = { '': page.all, told: page.told, draft: page.drafts, ending: page.ending };
  const choose = (name: keyof LibrarySearch) => (value: string | null) =>
    onSearch(librarySearch({ ...search, [name]: value ?? '' }));
  return (
    <div className={classes['bar']}>
      <Segmented
        label={t('state.label')}
        value={search.state}
        options={states.map((state) => ({
          value: state,
          label: t(`state.${state === '' ? 'all' : state}`, { n: number(counts[state]) }),
        }))}
        onChange={(state) => onSearch({ ...search, state })}
      />
      <input
        type="search"
        ref={box}
        aria-label={t('words')}
        placeholder={t('words')}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          settle(event.currentTarget.value);
        }}
      />
      <Select
        aria-label={t('permission.label')}
        size="xs"
        w="10rem"
        data={[
          { value: '', label: t('permission.any') },
          ...permissions.map((one) => ({ value: one, label: t(`permission.${one}`) })),
        ]}
        value={search.permission}
        onChange={choose('permission')}
      />
      <Select
        aria-label={t('audience.label')}
        size="xs"
        w="10rem"
        data={[
          { value: '', label: t('audience.any') },
          ...audiences.map((one) => ({ value: one, label: t(`audience.${one}`) })),
        ]}
        value={search.audience}
        onChange={choose('audience')}
      />
      {page.types.length > 0 && (
        <Select
          aria-label={t('type.label')}
          size="xs"
          w="10rem"
          searchable
          data={[
            { value: '', label: t('type.any') },
            ...page.types.map((one) => ({ value: one.id, label: one.name })),
            { value: 'none', label: t('type.none') },
          ]}
          value={search.type}
          onChange={choose('type')}
        />
      )}
      <Select
        aria-label={t('dimension.label')}
        size="xs"
        w="10rem"
        searchable
        data={[
          { value: '', label: t('dimension.any') },
          ...page.dimensions.map((one) => ({ value: one, label: dimension(one) })),
        ]}
        value={search.dimension}
        onChange={choose('dimension')}
      />
    </div>
  );
}
