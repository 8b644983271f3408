import { useTranslation } from 'react-i18next';
import { dialogs, stories, toProblem } from '@/api';
import type { Exported } from '@/api/stories';
import { useToast } from '@/ui';

/** Returns what says that a document was written, and offers to show where it is. */
export function useWritten(): (written: Exported) => void {
  const { t } = useTranslation('story');
  const toast = useToast();
  return (written) => {
    const show = () =>
      void stories
        .reveal(written.path)
        .catch((cause: unknown) => toast({ message: toProblem(cause).message, bad: true }));
    const message = t('exported', { name: written.file_name });
    if (dialogs.inWindow())
      return toast({ message, action: { label: t('showInFolder'), run: show } });
    // A browser has no folder: showing the file is its download.
    toast({ message });
    show();
  };
}
