import { inWindow } from './transport';

/** What the window's runtime has besides, to fill the screen. */
interface Filler {
  WindowFullscreen?: () => void;
  WindowUnfullscreen?: () => void;
}

const runtime = () => (inWindow() ? (window.runtime as Filler | undefined) : undefined);

/**
 * Fills the screen with the window; `onLeft` is called when the person leaves it by means of the
 * browser. Answers with how to leave. Where the screen cannot be filled, the window is.
 */
export function fillScreen(onLeft: () => void): () => void {
  const filler = runtime();
  if (filler?.WindowFullscreen !== undefined) {
    filler.WindowFullscreen();
    return () => filler.WindowUnfullscreen?.();
  }
  let over = false;
  let filled = false;
  const root = document.documentElement;
  const leave = () => {
    if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
  };
  const onChange = () => {
    if (filled && document.fullscreenElement === null && !over) onLeft();
  };
  document.addEventListener('fullscreenchange', onChange);
  root
    .requestFullscreen?.()
    .then(() => {
      filled = true;
      if (over) leave();
    })
    .catch(() => undefined);
  return () => {
    over = true;
    document.removeEventListener('fullscreenchange', onChange);
    leave();
  };
}
