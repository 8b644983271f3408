import { useCallback, useEffect, useRef, useState } from 'react';
import { capture as api } from '@/api';
import { blank, type Draft, keptText, readDraft } from './draft';

const wait = 400;

/**
 * Holds the page that is being written, and keeps it with the program while it is typed, so that
 * a window that closes by accident loses nothing. What was kept comes before what is typed meanwhile.
 */
export function useDraft(opened: boolean, account: string) {
  const [draft, setDraft] = useState<Draft>({ ...blank, account });
  const [found, setFound] = useState(false);
  const latest = useRef<Draft | undefined>(undefined);
  const kept = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const keep = useCallback(() => {
    clearTimeout(timer.current);
    const text = latest.current === undefined ? kept.current : keptText(latest.current);
    if (text === kept.current) return;
    kept.current = text;
    // A draft that cannot be kept is still on the screen.
    api.keepDraft(text).catch(() => undefined);
  }, []);
  useEffect(() => {
    if (!opened) return undefined;
    let gone = false;
    const begin = (text: string) => {
      const read = readDraft(text);
      if (gone || read === undefined) return;
      kept.current = text;
      setFound(true);
      setDraft((now) => {
        const next = now.text === '' ? read : { ...read, text: `${read.text}\n${now.text}` };
        latest.current = next;
        return next;
      });
    };
    // What cannot be read was not kept: there is nothing to lose by beginning anew.
    api.draft().then(begin, () => undefined);
    return () => {
      gone = true;
      keep();
    };
  }, [opened, keep]);
  useEffect(() => {
    const leave = () => keep();
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [keep]);
  const change = useCallback(
    (to: (now: Draft) => Draft) => {
      setDraft((now) => {
        const next = to(now);
        latest.current = next;
        return next;
      });
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, wait);
    },
    [keep],
  );
  /** What was written is saved or thrown away: nothing is left to keep. */
  const forget = useCallback(() => {
    clearTimeout(timer.current);
    kept.current = '';
    latest.current = { ...blank, account };
    setFound(false);
    setDraft({ ...blank, account });
  }, [account]);
  return { draft, found, change, forget };
}
