import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { learning as api } from '@/api';
import type { LearningPage, LearningQuery } from '@/api/learning';
import { Button } from '@/ui';
import classes from './Learning.module.css';
import { ThreadItem } from './ThreadItem';

/** Draws the threads, newest first; only those in sight are read and drawn. */
export function Stream(props: {
  page: LearningPage;
  query: LearningQuery;
  onOpen: (accountId: string) => void;
  onClear: () => void;
}) {
  const { t } = useTranslation('learning');
  const { page, query } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [span, setSpan] = useState({ first: 0, last: 0 });
  const wanted = Array.from({ length: span.last - span.first + 1 }, (_, i) => span.first + i);
  const pages = useQueries({
    queries: wanted.map((one) => {
      const part = { ...query, offset: one * api.pageSize };
      return { queryKey: ['learning', part], queryFn: () => api.page(part) };
    }),
  }).flatMap((one) => (one.data === undefined ? [] : [one.data]));
  const rowAt = (index: number) => {
    const offset = Math.floor(index / api.pageSize) * api.pageSize;
    const found = offset === 0 ? page : pages.find((one) => one.offset === offset);
    return found?.rows[index % api.pageSize];
  };
  const list = useVirtualizer({
    count: page.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => 120,
    overscan: 6,
    initialRect: { width: 1000, height: 700 },
    onChange: (instance) => {
      const items = instance.getVirtualItems();
      const next = {
        first: Math.floor((items[0]?.index ?? 0) / api.pageSize),
        last: Math.floor((items.at(-1)?.index ?? 0) / api.pageSize),
      };
      if (next.first !== span.first || next.last !== span.last) setSpan(next);
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const here = event.target instanceof HTMLElement ? event.target.dataset['thread'] : undefined;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (here === undefined || by === undefined) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(page.total - 1, Number(here) + by));
    list.scrollToIndex(to, { align: 'auto' });
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-thread="${to}"]`)?.focus(),
    );
  };
  if (page.total === 0) {
    return (
      <p className={classes['none']}>
        {t('none')}{' '}
        <Button size="small" onClick={props.onClear}>
          {t('clear')}
        </Button>
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows come from what is inside
    <div ref={scroller} className={classes['stream']} onKeyDown={onKeyDown}>
      <ol style={{ height: list.getTotalSize() }} aria-label={t('title')}>
        {list.getVirtualItems().map((item) => {
          const thread = rowAt(item.index);
          return (
            <li
              key={thread?.id ?? item.index}
              ref={list.measureElement}
              data-index={item.index}
              style={{ transform: `translateY(${item.start}px)` }}
              aria-setsize={page.total}
              aria-posinset={item.index + 1}
            >
              {thread !== undefined && (
                <ThreadItem thread={thread} place={item.index} page={page} onOpen={props.onOpen} />
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
