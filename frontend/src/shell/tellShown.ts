import { frame } from '@/api';

/** Tells the program once that the first screen with a heading is drawn. */
export function tellShown(): () => void {
  const look = () => {
    const heading = document.querySelector('h1')?.textContent ?? '';
    if (heading === '') return;
    watcher.disconnect();
    frame.shown(heading).catch(() => undefined); // only a measure: nobody misses it
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document.body, { childList: true, subtree: true });
  look();
  return () => watcher.disconnect();
}
