import { Menu } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypeCsv, IconShare2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui';
import { useExport, type Which } from './useExport';
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
        <Menu.Label>{t('export.shown')}</Menu.Label>
        <Item kind="xlsx" which="shown" run={run} />
        <Item kind="csv" which="shown" run={run} />
        <Menu.Divider />
        <Menu.Label>{t('export.fields')}</Menu.Label>
        <Item kind="xlsx" which="fields" run={run} />
        <Item kind="csv" which="fields" run={run} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Item(props: {
  kind: 'xlsx' | 'csv';
  which: Which;
  run: (kind: 'xlsx' | 'csv', which: Which) => Promise<void>;
}) {
  const { t } = useTranslation('portfolio');
  const { kind, which, run } = props;
  const Icon = kind === 'xlsx' ? IconFileSpreadsheet : IconFileTypeCsv;
  return (
    <Menu.Item
      leftSection={<Icon size={15} stroke={1.6} aria-hidden />}
      aria-label={`${t(`export.${kind}`)}, ${t(`export.${which}`)}`}
      onClick={() => void run(kind, which)}
    >
      {t(`export.${kind}`)}
    </Menu.Item>
  );
}
