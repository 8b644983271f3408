import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dialogs, exports, toProblem } from '@/api';
import { useFormat } from '@/state';
import { useToast } from '@/ui';
import { columnsOf } from './layout';
import { useShown } from './useShown';
import { type PortfolioView, queryOf } from './view';

/** What is written: the table as it is shown, or all fields of its accounts, for an import. */
export type Which = 'shown' | 'fields';

/** Returns how the accounts that a view shows are written to a file, and whether they are just now. */
export function useExport(view: PortfolioView): {
  busy: boolean;
  run: (kind: 'xlsx' | 'csv', which: Which) => Promise<void>;
} {
  const { t } = useTranslation('portfolio');
  const { number } = useFormat();
  const toast = useToast();
  const shown = useShown();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (kind: 'xlsx' | 'csv', which: Which) => {
      if (busy) return;
      setBusy(true);
      try {
        const path = await dialogs.saveFile(t('export.title'), `${t('title')}.${kind}`);
        if (path === '') return;
        const done = await (which === 'shown'
          ? exports.shown(shown(view, columnsOf(view.columns)), path)
          : exports.portfolio(queryOf(view), path));
        const show = () => dialogs.reveal(done.path);
        // A browser has no folder to show: there the file comes as a download.
        if (!dialogs.inWindow()) await show();
        toast({
          message: t('export.done', {
            count: done.records,
            formatted: number(done.records),
            name: done.name,
          }),
          ...(dialogs.inWindow() && {
            action: { label: t('export.show'), run: () => void show() },
          }),
        });
      } catch (cause) {
        const problem = toProblem(cause);
        toast({ message: problem.message, bad: problem.code !== 'cancelled' });
      } finally {
        setBusy(false);
      }
    },
    [busy, view, shown, t, number, toast],
  );
  return { busy, run };
}
