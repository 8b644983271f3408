import { useTranslation } from 'react-i18next';
import { PageHead } from '@/ui';

/** Draws the three doors of the first start. */
export function StartPage(_props: { onOpened: () => void; onImport: () => void }) {
  const { t } = useTranslation('start');
  return <PageHead title={t('title')} />;
}
