import { Menu } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconFileTypePdf, IconPresentation, IconShare2 } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dialogs, stories, toProblem } from '@/api';
import type { StoryPage } from '@/api/stories';
import { Button, useToast } from '@/ui';

type Format = 'pptx' | 'pdf';

/** Draws the way out of the house: PowerPoint or PDF, by Ctrl E too. How far it is, the frame shows. */
export function Export({ story, locale }: { story: StoryPage; locale: string }) {
  const { t } = useTranslation('story');
  const { busy, run } = useExport(story, locale);
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useHotkeys([['mod+E', () => setOpened(true)]], ['INPUT', 'TEXTAREA', 'SELECT'], true);
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      withinPortal
      disabled={busy !== ''}
    >
      <Menu.Target>
        <Button
          ref={button}
          look="primary"
          title={t('exportKeys')}
          aria-disabled={busy !== ''}
          icon={<IconShare2 size={14} stroke={1.6} aria-hidden />}
        >
          {busy === '' ? t('export') : t('writing')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPresentation size={15} stroke={1.6} aria-hidden />}
          onClick={() => void run('pptx')}
        >
          {t('exportPptx')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileTypePdf size={15} stroke={1.6} aria-hidden />}
          onClick={() => void run('pdf')}
        >
          {t('exportPdf')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Returns how a story is written to a file, and which format is being written. */
function useExport(story: StoryPage, locale: string) {
  const { t } = useTranslation(['story', 'common']);
  const toast = useToast();
  const [busy, setBusy] = useState<Format | ''>('');
  const run = async (kind: Format) => {
    if (busy !== '') return;
    setBusy(kind);
    try {
      const suggested = story.file_name.replace(/\.pptx$/, `.${kind}`);
      const path = await stories.saveFile(t('saveTitle'), suggested);
      if (path === '') return;
      const written = await stories.exportTo(story.id, kind, path, locale);
      const show = () =>
        void stories
          .reveal(written.path)
          .catch((cause: unknown) => toast({ message: toProblem(cause).message, bad: true }));
      const message = t('exported', { name: written.file_name });
      if (dialogs.inWindow()) toast({ message, action: { label: t('showInFolder'), run: show } });
      else {
        // A browser has no folder: showing the file is its download.
        toast({ message });
        show();
      }
    } catch (cause) {
      const problem = toProblem(cause);
      if (problem.code === 'cancelled') toast({ message: t('exportCancelled') });
      else toast({ message: problem.message, bad: true });
    } finally {
      setBusy('');
    }
  };
  return { busy, run };
}
