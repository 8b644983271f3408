import { useLayoutEffect, useRef } from 'react';
import classes from './Present.module.css';

/** Draws one slide in a room of its own, as wide as its place; what is too tall is set smaller. */
export function Slide({ html, style }: { html: string; style: string }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const rules = document.createElement('style');
    rules.textContent = style;
    const drawn = new DOMParser().parseFromString(html, 'text/html');
    root.replaceChildren(rules, ...drawn.body.children);
    const room = root.querySelector<HTMLElement>('.td-room');
    if (room === null) return undefined;
    const settle = () => {
      room.style.removeProperty('zoom');
      if (room.scrollHeight <= room.clientHeight + 1 || room.clientHeight === 0) return;
      room.style.setProperty('zoom', String(room.clientHeight / room.scrollHeight));
    };
    settle();
    const watch = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(settle);
    watch?.observe(element);
    return () => watch?.disconnect();
  }, [html, style]);
  return <div ref={host} className={classes['slide']} />;
}
