import { createContext, useContext } from 'react';

/** Opens quick capture, which floats above every screen. */
export const CaptureContext = createContext<() => void>(() => undefined);

/** Returns how a screen opens quick capture. */
export function useCapture(): () => void {
  return useContext(CaptureContext);
}
