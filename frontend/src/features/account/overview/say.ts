import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Says a text in the person's language. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** Returns how the texts of the overview or of the history are said. */
export function useSay(group: 'overview' | 'chronicle'): Say {
  const { t } = useTranslation(group);
  // Keys of checks, flags and fields are made from data, which the typed t cannot know.
  return useCallback((key, values) => (t as unknown as Say)(key, values), [t]);
}
