import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/**
 * Returns `deed`, which then does nothing while its last call is still running: Enter pressed
 * twice, or held down, writes one record. It may run again once the screen shows what came of it.
 */
export function useOnce<Args extends readonly unknown[]>(
  deed: (...args: Args) => unknown,
): (...args: Args) => Promise<void> {
  const running = useRef(false);
  const latest = useRef(deed);
  const [ended, setEnded] = useState(0);
  useLayoutEffect(() => {
    latest.current = deed;
  });
  // Not as soon as the answer is there: a key that waits meanwhile would still find the form open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every end is drawn once, and then it is over
  useLayoutEffect(() => {
    running.current = false;
  }, [ended]);
  return useCallback(async (...args: Args) => {
    if (running.current) return;
    running.current = true;
    try {
      await latest.current(...args);
    } finally {
      setEnded((times) => times + 1);
    }
  }, []);
}
