import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today as api, dialogs, toProblem } from '@/api';
import { useToast } from '@/ui';

/** Returns how what lies ahead is written as a calendar file, and whether it is just now. */
export function useCalendarFile(who: readonly string[]): {
  busy: boolean;
  run: () => Promise<void>;
} {
  const { t, i18n } = useTranslation('today');
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const run = useCallback(async () => {
    if (busy) return;
    setBusy(true);
    try {
      const path = await dialogs.saveFile(t('calendar.title'), `${t('calendar.file')}.ics`);
      if (path === '') return;
      const done = await api.calendar({ csms: who, limit: 0 }, path, i18n.language);
      const show = () => dialogs.reveal(done.path);
      // A browser has no folder to show: there the file comes as a download.
      if (!dialogs.inWindow()) await show();
      toast({
        message: t('calendar.done', { count: done.records, name: done.name }),
        ...(dialogs.inWindow() && {
          action: { label: t('calendar.show'), run: () => void show() },
        }),
      });
    } catch (cause) {
      const problem = toProblem(cause);
      toast({ message: problem.message, bad: problem.code !== 'cancelled' });
    } finally {
      setBusy(false);
    }
  }, [busy, who, t, i18n, toast]);
  return { busy, run };
}
