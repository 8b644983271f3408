import { Menu } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypeCsv, IconShare2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui';
import { useExport } from './useExport';
import type { PortfolioView } from './view';

/** Draws the way out for what the table shows. How far it is, the frame shows. */
export function Export({ view }: { view: PortfolioView }) {
  const { t } = useTranslation('portfolio');
  const { busy, run } = useExport(view);
  return (
    <Menu
      position="bottom-end"
      withinPortal={false}
      // A placeholder is no item, which a menu must not hold.
      withInitialFocusPlaceholder={false}
      disabled={busy}
    >
      <Menu.Target>
        <Button
          aria-disabled={busy}
          icon={<IconShare2 size={14} stroke={1.6} aria-hidden />}
          title={t('export.hint')}
        >
          {t(busy ? 'export.busy' : 'export.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileSpreadsheet size={15} stroke={1.6} aria-hidden />}
          onClick={() => void run('xlsx')}
        >
          {t('export.xlsx')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileTypeCsv size={15} stroke={1.6} aria-hidden />}
          onClick={() => void run('csv')}
        >
          {t('export.csv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
