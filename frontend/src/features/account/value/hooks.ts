import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Timeline } from '@/api/value';
import { useFormat } from '@/state';
import { moneyForm } from './format';
import { between, type Window } from './scale';
import type { Say, Voice } from './words';

/** Returns how the account's texts are said: keys of its own group, any values. */
export function useSay(): Say {
  const { t } = useTranslation('account');
  // The keys of dimensions and confirmations are made from data, which the typed t cannot know.
  return useCallback((key, values) => (t as unknown as Say)(key, values), [t]);
}

/** Returns the voice of a picture: its language, and one unit for all its money. */
export function useVoice(timeline: Timeline | undefined): Voice {
  const say = useSay();
  const { locale } = useFormat();
  const currency = timeline?.currency ?? 'EUR';
  const highest = timeline?.level.reduce((top, p) => Math.max(top, p.claimed), 0) ?? 0;
  return useMemo(
    () => ({ say, locale, form: moneyForm(highest, currency, locale) }),
    [say, locale, currency, highest],
  );
}

/** Returns an element's size, and keeps it while the window changes. */
export function useSize(ref: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const read = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}

/** Returns how much larger than usual text is: 1 at 100 %, 2 at a text zoom of 200 %. */
export function textUnit(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) && size > 0 ? size / 16 : 1;
}

const zoomTime = 200;

/** Follows a window in 200 milliseconds; at once for who wants no motion. */
export function useMovingWindow(target: Window): Window {
  const [shown, setShown] = useState(target);
  const current = useRef(target);
  useEffect(() => {
    const start = current.current;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (start.from === target.from && start.to === target.to) return undefined;
    let frame = 0;
    let began = 0;
    const step = (now: number) => {
      if (began === 0) began = now;
      const share = still ? 1 : Math.min(1, (now - began) / zoomTime);
      const at = between(start, target, 1 - (1 - share) ** 3);
      current.current = at;
      setShown(at);
      if (share < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return shown;
}

/** Counts how often the fonts came in: what was measured before must be measured again. */
export function useFontsReady(): number {
  const [ready, setReady] = useState(0);
  useEffect(() => {
    let gone = false;
    void document.fonts?.ready.then(() => {
      if (!gone) setReady(1);
    });
    return () => {
      gone = true;
    };
  }, []);
  return ready;
}

/**
 * Returns the height that is left for the picture in the scrolling page: under what
 * stands above it, over the bar at the foot.
 */
export function useRoom(body: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(560);
  useLayoutEffect(() => {
    const element = body.current;
    const page = element?.parentElement;
    if (element === null || page === null || page === undefined) return undefined;
    const read = () => {
      const foot = page.querySelector<HTMLElement>(':scope > footer')?.offsetHeight ?? 40;
      setRoom(Math.max(page.clientHeight - element.offsetTop - foot - 22, 0));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(page);
    for (const child of page.children) if (child !== element) observer.observe(child);
    return () => observer.disconnect();
  }, [body]);
  return room;
}
