import { useTranslation } from 'react-i18next';
import { PageHead } from '@/ui';

/** Draws the import of a file. */
export function ImportPage(_props: { onDone: () => void }) {
  const { t } = useTranslation('imports');
  return <PageHead title={t('title')} />;
}
