import { useTranslation } from 'react-i18next';

/** Returns what a kind of record is called; one of a later version by its own word. */
export function useKindName() {
  const { t } = useTranslation('settings');
  return (kind: string) =>
    t(`kind.${kind}` as 'kind.account', { defaultValue: kind.replaceAll('_', ' ') });
}
