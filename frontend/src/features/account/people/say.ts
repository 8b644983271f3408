import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Says a text of the people in the person's language. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** Returns how the texts of the people are said. */
export function useSay(): Say {
  const { t } = useTranslation('people');
  // Keys of roles and stances are made from data, which the typed t cannot know.
  return useCallback((key, values) => (t as unknown as Say)(key, values), [t]);
}
