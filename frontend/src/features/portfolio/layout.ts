import { useCallback, useState } from 'react';
import { shownColumns } from './fields';

/** How the person's own table looks: kept on this machine, for views that say nothing of it. */
interface Layout {
  columns: string[];
  /** Widths in rem of columns that were drawn wider or narrower. */
  widths: Record<string, number>;
}

const key = 'tendril.portfolio';

function read(): Layout {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Layout>;
    return {
      columns: Array.isArray(kept.columns) ? kept.columns : [],
      widths: typeof kept.widths === 'object' && kept.widths !== null ? kept.widths : {},
    };
  } catch {
    return { columns: [], widths: {} };
  }
}

/** Returns the columns that a view is drawn with: its own, else those of the person's own table. */
export const columnsOf = (chosen: readonly string[]) =>
  shownColumns(chosen.length > 0 ? chosen : read().columns);

/** Returns the person's own columns and widths, and how they are kept. */
export function useLayout(chosen: readonly string[]) {
  const [layout, setLayout] = useState(read);
  const keep = useCallback((change: (now: Layout) => Layout) => {
    setLayout((now) => {
      const next = change(now);
      localStorage.setItem(key, JSON.stringify(next));
      return next;
    });
  }, []);
  const setColumns = useCallback(
    (columns: string[]) => keep((now) => ({ ...now, columns })),
    [keep],
  );
  const setWidth = useCallback(
    (id: string, rem: number) =>
      keep((now) => ({ ...now, widths: { ...now.widths, [id]: Math.round(rem * 16) / 16 } })),
    [keep],
  );
  return {
    columns: shownColumns(chosen.length > 0 ? chosen : layout.columns),
    widths: layout.widths,
    setColumns,
    setWidth,
    reset: useCallback(() => keep(() => ({ columns: [], widths: {} })), [keep]),
  };
}
