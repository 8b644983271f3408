import { useEffect, useRef } from 'react';
import { useUndo } from '@/state';

/** Says whether keys belong to what has the focus: text is being typed there. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && !['radio', 'checkbox', 'range'].includes(target.type)
  );
}

/** Answers the keys that work everywhere: search, help, capture, undo, redo. */
export function useKeys(handlers: {
  onSearch: () => void;
  onHelp: () => void;
  onSettings: () => void;
  onCapture: () => void;
}): void {
  const { undo, redo } = useUndo();
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const answers = {
      search: () => latest.current.onSearch(),
      help: () => latest.current.onHelp(),
      settings: () => latest.current.onSettings(),
      capture: () => latest.current.onCapture(),
      undo: () => void undo(),
      redo: () => void redo(),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (action === undefined || event.defaultPrevented) return;
      event.preventDefault();
      answers[action]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
}

/** What a key can ask for anywhere. */
type KeyAction = 'search' | 'help' | 'settings' | 'capture' | 'undo' | 'redo';

/** Names what a key asks for, or undefined where it is nobody's or the field's own. */
export function actionOf(event: KeyboardEvent): KeyAction | undefined {
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const anywhere = command ? whileTyping[key] : undefined;
  if (anywhere !== undefined || isTyping(event.target)) return anywhere;
  if (!command) return event.altKey ? undefined : plain(key, event.target);
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : undefined;
}

/** What a key asks for by itself; in a dialog C would open a second one above it. */
function plain(key: string, target: EventTarget | null): KeyAction | undefined {
  if (key === '?') return 'help';
  const inDialog = target instanceof Element && target.closest('[role=dialog]') !== null;
  return key === 'c' && !inDialog ? 'capture' : undefined;
}

/** What Ctrl and a key ask for even where text is being typed. */
const whileTyping: Readonly<Record<string, KeyAction>> = { k: 'search', ',': 'settings' };
