import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button, EmptyState } from '@/ui';

/**
 * Stands in for a screen that failed while it was drawn. The frame around it works on:
 * what was written is in the file, and undo, search and every other screen are at hand.
 */
export function Crashed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <EmptyState
      title={t('crashed.title')}
      alert
      actions={
        <>
          <Button look="primary" onClick={() => void router.invalidate().then(reset)}>
            {t('retry')}
          </Button>
          <Button onClick={() => void router.navigate({ to: '/portfolio' })}>
            {t('search.goPortfolio')}
          </Button>
        </>
      }
    >
      <p>{t('crashed.kept')}</p>
      <p>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </p>
    </EmptyState>
  );
}

/** Stands where an address leads nowhere. */
export function Nowhere() {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <EmptyState
      title={t('crashed.nowhere')}
      actions={
        <Button onClick={() => void router.navigate({ to: '/portfolio' })}>
          {t('search.goPortfolio')}
        </Button>
      }
    >
      {t('crashed.nowhereHelp')}
    </EmptyState>
  );
}
