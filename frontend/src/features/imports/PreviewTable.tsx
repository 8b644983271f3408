import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { imports } from '@/api';
import classes from './Preview.module.css';
import { PreviewRow } from './PreviewRow';
import { usePages } from './usePages';
import { fieldWord } from './words';

/** Fields whose values are numbers stand at the end of their column. */
const numeric = ['arr', 'mrr', 'value', 'amount', 'people', 'result_arr'];

/**
 * Draws the rows of the preview, however many: those in sight only. The table takes the focus,
 * arrow keys move the row in hand and Enter opens it.
 */
export function PreviewTable(props: {
  plan: imports.ImportPlan;
  stamp: number;
  status: imports.RowStatus | '';
  question: imports.QuestionKind | '';
  onOpen: (row: imports.ImportRow) => void;
}) {
  const { t } = useTranslation('imports');
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const { plan } = props;
  const pages = usePages(props.stamp, props.status, props.question);
  const total = plan.problem === '' && plan.missing.length === 0 ? pages.total : 0;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => 38,
    overscan: 10,
    scrollPaddingStart: 32,
    initialRect: { width: 900, height: 600 },
  });
  const items = rows.getVirtualItems();
  pages.want(items[0]?.index ?? 0, items[items.length - 1]?.index ?? 0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = pages.at(active);
    if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault();
      props.onOpen(row);
      return;
    }
    const to = keyTarget(event.key, active, total);
    if (to === undefined) return;
    event.preventDefault();
    setActive(to);
    rows.scrollToIndex(to, { align: 'auto' });
  };
  const tracks = `3.25rem 7.75rem minmax(9rem, 1.5fr) ${plan.main.map(() => 'minmax(6.5rem, 1fr)').join(' ')}`;
  const least = `${20 + 6.5 * plan.main.length}rem`;
  const inSight = items.some((item) => item.index === active);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={t('preview')}
      aria-rowcount={total + 1}
      aria-activedescendant={inSight ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={classes['scroll']}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes['head']} style={{ minWidth: least }}>
        <div
          role="row"
          aria-rowindex={1}
          className={classes['headRow']}
          style={{ gridTemplateColumns: tracks }}
        >
          <div role="columnheader">{t('row')}</div>
          <div role="columnheader">{t('outcome')}</div>
          <div role="columnheader">{t('field.name')}</div>
          {plan.main.map((field) => (
            <div
              key={field}
              role="columnheader"
              className={numeric.includes(field) ? classes['end'] : ''}
            >
              {fieldWord(t, field)}
            </div>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className={classes['body']}
        style={{ height: rows.getTotalSize(), minWidth: least }}
      >
        {items.map((item) => (
          <PreviewRow
            key={item.key}
            id={`${id}-${item.index}`}
            index={item.index}
            top={item.start}
            tracks={tracks}
            row={pages.at(item.index)}
            columns={plan.main.length + 3}
            chosen={item.index === active}
            measure={rows.measureElement}
            onOpen={(row) => {
              setActive(item.index);
              props.onOpen(row);
            }}
          />
        ))}
      </div>
      {total === 0 && pages.known && <p className={classes['none']}>{t('noneHere')}</p>}
    </div>
  );
}

/** Returns the place that a key moves to, or undefined for other keys. */
function keyTarget(key: string, active: number, total: number): number | undefined {
  const targets: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + 12,
    PageUp: active - 12,
    Home: 0,
    End: total - 1,
  };
  const to = targets[key];
  return to === undefined ? undefined : Math.max(0, Math.min(total - 1, to));
}
