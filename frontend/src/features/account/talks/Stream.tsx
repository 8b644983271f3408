import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Talk, TalksPage } from '@/api/talks';
import { readAt } from '../at';
import { useSay } from './say';
import { TalkRow } from './TalkRow';
import classes from './Talks.module.css';

/**
 * Draws the records of the stream, those in sight only. Up and down move from one to the next;
 * what a key does to the one in hand stands in its row.
 */
export function Stream(props: { page: TalksPage; items: readonly Talk[]; onAll: () => void }) {
  const say = useSay();
  const { page, items } = props;
  const list = useRef<HTMLDivElement>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [margin, setMargin] = useState(0);
  const [active, setActive] = useState(0);
  const [recap, setRecap] = useState('');
  const wanted = useRef(false);
  useLayoutEffect(() => {
    const found = scrollParent(list.current);
    setScroller(found);
    if (found === null || list.current === null) return;
    setMargin(
      list.current.getBoundingClientRect().top -
        found.getBoundingClientRect().top +
        found.scrollTop,
    );
  }, []);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: () => 74,
    overscan: 6,
    scrollMargin: margin,
    scrollPaddingStart: 24,
    scrollPaddingEnd: 24,
    getItemKey: (index) => items[index]?.id ?? index,
    initialRect: { width: 1000, height: 900 },
  });
  const at = Math.min(active, items.length - 1);
  const go = useCallback(
    (to: number) => {
      const next = Math.max(0, Math.min(items.length - 1, to));
      wanted.current = true;
      setActive(next);
      rows.scrollToIndex(next, { align: 'auto' });
      focusRow(list.current, next);
    },
    [items.length, rows],
  );
  // The row may be drawn only after it was scrolled to.
  useEffect(() => {
    if (!wanted.current) return;
    if (focusRow(list.current, at)) wanted.current = false;
  });
  useArrival(items, props.onAll, (index, field) => {
    setActive(index);
    if (field === 'recap') setRecap(items[index]?.id ?? '');
    rows.scrollToIndex(index, { align: 'center' });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['index'] === undefined)
      return;
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 8,
      PageUp: at - 8,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <div
      ref={list}
      role="feed"
      aria-label={say('title')}
      className={classes['stream']}
      style={{ height: rows.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {rows.getVirtualItems().map((item) => {
        const talk = items[item.index];
        if (talk === undefined) return null;
        const before = items[item.index - 1];
        return (
          <div
            key={item.key}
            ref={rows.measureElement}
            data-index={item.index}
            className={classes['place']}
            style={{ transform: `translateY(${item.start - margin}px)` }}
          >
            <TalkRow
              page={page}
              talk={talk}
              index={item.index}
              count={items.length}
              inHand={item.index === at}
              recap={recap === talk.id}
              newDay={before?.on !== talk.on}
              onHand={() => setActive(item.index)}
              onGone={() => go(item.index)}
            />
          </div>
        );
      })}
    </div>
  );
}

/** Gives a row the focus; says whether it was there. */
function focusRow(list: HTMLElement | null, index: number): boolean {
  const row = list?.querySelector<HTMLElement>(`article[data-index="${index}"]`) ?? null;
  row?.focus({ preventScroll: true });
  return row !== null;
}

/** Brings the record that an address names into view, also while the page is open already. */
function useArrival(
  items: readonly Talk[],
  onAll: () => void,
  show: (index: number, field: string) => void,
): void {
  const latest = useRef({ items, onAll, show });
  latest.current = { items, onAll, show };
  useEffect(() => {
    const arrive = () => {
      const { id, field } = readAt(window.location.hash);
      if (id === '') return;
      const index = latest.current.items.findIndex((one) => one.id === id);
      if (index < 0) latest.current.onAll();
      else latest.current.show(index, field);
    };
    arrive();
    window.addEventListener('hashchange', arrive);
    return () => window.removeEventListener('hashchange', arrive);
  }, []);
}

/** Finds the element that scrolls what is in it. */
function scrollParent(element: HTMLElement | null): HTMLElement | null {
  for (let at = element?.parentElement ?? null; at !== null; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return element?.parentElement ?? null;
}
