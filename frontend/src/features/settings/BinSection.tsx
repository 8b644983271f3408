import { Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settings as api } from '@/api';
import type { BinItem } from '@/api/settings';
import { focusWhenFree } from '@/lib/focus';
import { useFormat, useWrite } from '@/state';
import { Button, EmptyState } from '@/ui';
import { EmptyBinDialog } from './EmptyBinDialog';
import { useKindName } from './kinds';
import lists from './Lists.module.css';
import { Note, SectionBody } from './parts';
import classes from './Settings.module.css';

const keyOf = (item: BinItem) => `${item.kind}/${item.id}`;

/** Lists what was deleted in all accounts, page by page; it comes back one by one or many at once. */
export function BinSection({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('settings');
  const { number } = useFormat();
  const write = useWrite();
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words.trim(), 120);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [emptying, setEmptying] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const bin = useInfiniteQuery({
    queryKey: ['settings', 'bin', settled],
    queryFn: ({ pageParam }) => api.bin(settled, pageParam),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.items.length, 0);
      return last.items.length > 0 && read < last.found ? read : undefined;
    },
    placeholderData: keepPreviousData,
  });
  const items = bin.data?.pages.flatMap((page) => page.items) ?? [];
  const first = bin.data?.pages[0];
  const picked = items.filter((item) => chosen.has(keyOf(item)));

  const restore = async (list: BinItem[]) => {
    await write(
      () => api.restore(list.map(({ kind, id }) => ({ kind, id }))),
      t('bin.restored', {
        count: list.length,
        formatted: number(list.length),
        title: list[0]?.title ?? '',
      }),
    );
    setChosen(new Set());
    focusWhenFree(() => search.current);
  };
  const toggle = (item: BinItem) => {
    const next = new Set(chosen);
    if (!next.delete(keyOf(item))) next.add(keyOf(item));
    setChosen(next);
  };
  return (
    <SectionBody title={t('section.bin')} intro={t('bin.intro')}>
      {bin.isError && <Note tone="bad">{bin.error.message}</Note>}
      {first !== undefined && first.total === 0 && (
        <div className={classes['empty']}>
          <EmptyState headed title={t('bin.empty')}>
            {t('bin.emptyText')}
          </EmptyState>
        </div>
      )}
      {first !== undefined && first.total > 0 && (
        <>
          <div className={lists['binBar']}>
            <TextInput
              ref={search}
              aria-label={t('bin.search')}
              placeholder={t('bin.search')}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <span className={classes['uses']} role="status">
              {t('bin.found', { found: number(first.found), total: number(first.total) })}
            </span>
            {!readOnly && (
              <>
                <Button
                  look="primary"
                  disabled={picked.length === 0}
                  onClick={() => void restore(picked).catch(() => undefined)}
                >
                  {t('bin.restoreMany', { count: picked.length, formatted: number(picked.length) })}
                </Button>
                <Button onClick={() => setEmptying(true)}>{t('bin.emptyBin')}</Button>
              </>
            )}
          </div>
          {items.length === 0 ? (
            <p className={classes['hint']}>{t('bin.nothing')}</p>
          ) : (
            <>
              {!readOnly && (
                <Checkbox
                  size="xs"
                  className={lists['all'] ?? ''}
                  label={t('bin.selectAll')}
                  checked={picked.length === items.length}
                  indeterminate={picked.length > 0 && picked.length < items.length}
                  onChange={() =>
                    setChosen(
                      picked.length === items.length ? new Set() : new Set(items.map(keyOf)),
                    )
                  }
                />
              )}
              <ul aria-label={t('bin.list')} className={lists['list']}>
                {items.map((item) => (
                  <Row
                    key={keyOf(item)}
                    item={item}
                    readOnly={readOnly}
                    chosen={chosen.has(keyOf(item))}
                    onToggle={() => toggle(item)}
                    onRestore={() => void restore([item]).catch(() => undefined)}
                  />
                ))}
              </ul>
            </>
          )}
          {bin.hasNextPage && (
            <Button
              size="small"
              aria-disabled={bin.isFetchingNextPage}
              onClick={() => void bin.fetchNextPage()}
            >
              {t('bin.more')}
            </Button>
          )}
        </>
      )}
      <EmptyBinDialog opened={emptying} onClose={() => setEmptying(false)} />
    </SectionBody>
  );
}

function Row(props: {
  item: BinItem;
  readOnly: boolean;
  chosen: boolean;
  onToggle: () => void;
  onRestore: () => void;
}) {
  const { t } = useTranslation('settings');
  const { moment } = useFormat();
  const kindName = useKindName();
  const { item } = props;
  const kind = kindName(item.kind);
  const title = item.title === '' ? t('bin.unnamed', { kind }) : item.title;
  const when = moment(item.at);
  const where = item.account === '' ? t('bin.ofWorkspace') : item.account_name;
  return (
    <li className={lists['binItem']}>
      {!props.readOnly && (
        <Checkbox
          size="xs"
          aria-label={t('bin.select', { title })}
          checked={props.chosen}
          onChange={props.onToggle}
        />
      )}
      <div className={lists['binWords']}>
        <span className={lists['binTitle']}>{title}</span>
        <span className={lists['binMeta']}>
          {[
            kind,
            item.kind === 'account' ? '' : where,
            item.by === '' ? t('bin.when', { when }) : t('bin.by', { who: item.by, when }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {item.under !== '' && (
          <span className={lists['binMeta']}>{t('bin.under', { what: item.under })}</span>
        )}
      </div>
      {!props.readOnly && (
        <Button
          size="small"
          look="quiet"
          aria-label={t('bin.restoreThis', { title })}
          onClick={props.onRestore}
        >
          {t('bin.restore')}
        </Button>
      )}
    </li>
  );
}
