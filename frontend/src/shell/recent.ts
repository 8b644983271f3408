import { useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { portfolio } from '@/api';
import { useStatus } from '@/state';

const most = 5;
const listeners = new Set<() => void>();

function keyOf(path: string): string {
  return `tendril.recent.${path}`;
}

function read(path: string): string {
  return localStorage.getItem(keyOf(path)) ?? '';
}

/** Remembers that an account was opened, newest first, for the workspace that is open. */
export function useRemember(account: string): void {
  const path = useStatus().data?.path;
  useEffect(() => {
    if (path === undefined || path === '') return;
    const others = read(path)
      .split(' ')
      .filter((id) => id !== '' && id !== account);
    localStorage.setItem(keyOf(path), [account, ...others].slice(0, most).join(' '));
    for (const listener of listeners) listener();
  }, [account, path]);
}

/** Reads the accounts that were opened last, by the names that they have now. */
export function useRecent() {
  const path = useStatus().data?.path ?? '';
  const ids = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read(path),
  );
  const query = useQuery({
    queryKey: ['names', path, ids],
    queryFn: () => portfolio.names(ids.split(' ')),
    enabled: path !== '' && ids !== '',
    placeholderData: (before) => before,
  });
  return ids === '' ? [] : (query.data ?? []);
}
