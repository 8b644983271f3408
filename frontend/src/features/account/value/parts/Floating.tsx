import { useFocusTrap, useMergedRef } from '@mantine/hooks';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import classes from './Floating.module.css';

/** Where a card floats: at a point of the picture, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * Floats a card at a point of the picture: to its right where there is room, inside
 * the picture's edges. Esc closes it and gives the focus back to where it was.
 */
export function Floating(props: {
  spot: Spot;
  label: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { spot, label, onClose, children } = props;
  const card = useRef<HTMLDivElement>(null);
  // Without the trap Tab walks on behind the card, and never back into it.
  const ref = useMergedRef(card, useFocusTrap());
  const at = usePlace(card, spot);
  useFocusBack(card);
  useOutside(card, onClose);
  useEscape(onClose);
  useEffect(() => {
    // What had the focus may be gone, as the form of a step just confirmed is.
    if (document.activeElement === document.body) card.current?.focus({ preventScroll: true });
  });
  return (
    <div
      ref={ref}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={classes['card']}
      style={{ left: at.x, top: at.y }}
    >
      {children}
    </div>
  );
}

function usePlace(card: { current: HTMLDivElement | null }, spot: Spot): Spot {
  const [at, setAt] = useState(spot);
  useLayoutEffect(() => {
    const element = card.current;
    const parent = element?.offsetParent;
    if (element === null || !(parent instanceof HTMLElement)) return undefined;
    const place = () => {
      const { offsetWidth: width, offsetHeight: height } = element;
      const right = spot.x + 18;
      const x = right + width <= parent.clientWidth ? right : spot.x - 18 - width;
      setAt({
        x: Math.max(4, Math.min(x, parent.clientWidth - width - 4)),
        y: Math.max(4, Math.min(spot.y - height / 2, parent.clientHeight - height - 8)),
      });
    };
    place();
    // A form that opens inside makes the card taller: it must not grow out of the window.
    const watch = new ResizeObserver(place);
    watch.observe(element);
    return () => watch.disconnect();
  }, [card, spot.x, spot.y]);
  return at;
}

/** Takes the focus when a card opens, and gives it back to what opened it. */
function useFocusBack(card: { current: HTMLDivElement | null }): void {
  useEffect(() => {
    const before = document.activeElement;
    const element = card.current;
    const first = element?.querySelector<HTMLElement>('[data-autofocus]') ?? element;
    first?.focus({ preventScroll: false });
    return () => {
      const lost =
        document.activeElement === document.body || element?.contains(document.activeElement);
      if (lost === true && before instanceof Element && before.isConnected) {
        (before as HTMLElement | SVGElement).focus();
      }
    };
  }, [card]);
}

/** Closes on Esc wherever the focus is; a form inside that takes Esc itself stops it. */
function useEscape(onClose: () => void): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function useOutside(card: { current: HTMLDivElement | null }, onClose: () => void): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const onDown = (event: PointerEvent) => {
      const { target } = event;
      // What a field of the card opened, such as its calendar, hangs elsewhere in the page.
      if (!(target instanceof Element) || target.closest('[data-portal]') !== null) return;
      if (card.current?.contains(target) === false) latest.current();
    };
    document.addEventListener('pointerdown', onDown);
    return () => document.removeEventListener('pointerdown', onDown);
  }, [card]);
}
