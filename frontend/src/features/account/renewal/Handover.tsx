import { Menu } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handovers, stories, toProblem } from '@/api';
import type { Format } from '@/api/stories';
import { formats, useWritten } from '@/documents';
import { useFormat } from '@/state';
import { Button, useToast } from '@/ui';

/** Writes the account on two sides of paper for who takes it over, in the format that is chosen. */
export function Handover({ account, name }: { account: string; name: string }) {
  const { t } = useTranslation(['renewals', 'story']);
  const { busy, run } = useHandover(account, name);
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
          size="small"
          data-at="handover"
          title={t('handover.hint')}
          aria-disabled={busy}
          icon={<IconArrowsExchange size={13} stroke={1.6} aria-hidden />}
        >
          {busy ? t('story:writing') : t('handover.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('handover.as')}</Menu.Label>
        {formats
          .filter(({ kind }) => kind !== 'pptx')
          .map(({ kind, name: format, icon: Icon }) => (
            <Menu.Item
              key={kind}
              leftSection={<Icon size={15} stroke={1.6} aria-hidden />}
              onClick={() => void run(kind)}
            >
              {t(`story:${format}`)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Returns how the page is written, and whether it is being written. */
function useHandover(account: string, name: string) {
  const { t } = useTranslation(['renewals', 'story']);
  const { locale } = useFormat();
  const toast = useToast();
  const tell = useWritten();
  const [busy, setBusy] = useState(false);
  const run = async (format: Format) => {
    if (busy) return;
    setBusy(true);
    try {
      const file = `${t('handover.file', { name: name.replace(/[/\\:*?"<>|]/g, '-') })}.${format}`;
      const path = await stories.saveFile(t('handover.save'), file);
      if (path !== '') tell(await handovers.exportTo(account, format, path, locale));
    } catch (cause) {
      const problem = toProblem(cause);
      if (problem.code === 'cancelled') toast({ message: t('handover.cancelled') });
      else toast({ message: problem.message, bad: true });
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}
