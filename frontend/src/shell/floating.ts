import { createContext, useContext } from 'react';

/** Opens the list of keyboard shortcuts, which floats above every screen. */
export const ShortcutsContext = createContext<() => void>(() => undefined);

/** Returns how a screen opens the list of keyboard shortcuts. */
export function useShortcuts(): () => void {
  return useContext(ShortcutsContext);
}
