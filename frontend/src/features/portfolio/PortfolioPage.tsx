import { useTranslation } from 'react-i18next';
import { PageHead } from '@/ui';
import type { PortfolioView } from './view';

/** What the portfolio tells the shell. */
export interface PortfolioPageProps {
  view: PortfolioView;
  onView: (view: PortfolioView) => void;
  onOpen: (accountId: string) => void;
  onImport: () => void;
}

/** Draws the table of accounts. */
export function PortfolioPage(_props: PortfolioPageProps) {
  const { t } = useTranslation('portfolio');
  return <PageHead title={t('title')} />;
}
