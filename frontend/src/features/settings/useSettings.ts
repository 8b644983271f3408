import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { settings as api } from '@/api';
import type { SettingName } from '@/api/settings';
import { useWrite } from '@/state';

/** Reads the settings of the open workspace. */
export function useSettings() {
  return useQuery({ queryKey: ['settings'], queryFn: api.page });
}

/** Returns how to change one value of the workspace; `what` names it in the toast. */
export function useSet() {
  const { t } = useTranslation('settings');
  const write = useWrite();
  return (field: SettingName, what: string) => (text: string) =>
    write(() => api.set(field, text), t('saved', { what }));
}
