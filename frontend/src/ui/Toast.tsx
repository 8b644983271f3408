import { IconX } from '@tabler/icons-react';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Toast.module.css';

/** A short message at the foot of the window. */
export interface ToastMessage {
  message: string;
  /** A failure stays until it is closed. */
  bad?: boolean;
  action?: { label: string; run: () => void };
}

type Show = (toast: ToastMessage) => void;

const ToastContext = createContext<Show>(() => undefined);

/** Returns how to show a toast. */
export function useToast(): Show {
  return useContext(ToastContext);
}

/** How long a toast stays; it waits longer while the pointer or the focus is on it. */
const stay = 8_000;

/**
 * Shows the toasts of what it wraps: the newest one, and up to two failures that wait
 * to be read. Good news replace each other: a pile would hide the screen, and the Undo
 * of an older one would take back something else than the key does.
 */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<(ToastMessage & { key: number })[]>([]);
  const next = useRef(0);
  const show = useCallback<Show>((toast) => {
    next.current += 1;
    const key = next.current;
    setToasts((now) => [...now.filter((one) => one.bad === true).slice(-2), { ...toast, key }]);
  }, []);
  const close = useCallback((key: number) => {
    setToasts((now) => now.filter((toast) => toast.key !== key));
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      <div role="status" aria-live="polite" className={classes['region']}>
        {toasts.map((toast) => (
          <Toast key={toast.key} toast={toast} onClose={() => close(toast.key)} />
        ))}
      </div>
    </ToastContext>
  );
}

function Toast({ toast, onClose }: { toast: ToastMessage; onClose: () => void }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  const close = useRef(onClose);
  close.current = onClose;
  const stays = toast.bad === true || held;
  useEffect(() => {
    if (stays) return undefined;
    const timer = setTimeout(() => close.current(), stay);
    return () => clearTimeout(timer);
  }, [stays]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only stops the clock
    <div
      className={`${classes['toast']} ${toast.bad === true ? classes['bad'] : ''}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={classes['message']}>{toast.message}</span>
      {toast.action !== undefined && (
        <button
          type="button"
          className={classes['action']}
          onClick={() => {
            onClose();
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button type="button" className={classes['close']} aria-label={t('close')} onClick={onClose}>
        <IconX size={14} stroke={1.8} aria-hidden />
      </button>
    </div>
  );
}
