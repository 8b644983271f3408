import { Popover } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconColumns } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { portfolio } from '@/api';
import { Button } from '@/ui';
import classes from './ColumnChoice.module.css';
import { columnName } from './columns';
import { allColumns } from './fields';

/** Draws the choice of columns: ticked ones are drawn, in the order of the list. */
export function ColumnChoice(props: {
  columns: readonly string[];
  onChange: (columns: string[]) => void;
  onReset: () => void;
}) {
  const { t } = useTranslation('portfolio');
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          size="small"
          look="quiet"
          data-at="columns"
          aria-haspopup="dialog"
          aria-expanded={opened}
          icon={<IconColumns size={14} stroke={1.6} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t('columns.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{opened && <List {...props} />}</Popover.Dropdown>
    </Popover>
  );
}

function List(props: {
  columns: readonly string[];
  onChange: (columns: string[]) => void;
  onReset: () => void;
}) {
  const { columns, onChange } = props;
  const { t } = useTranslation('portfolio');
  const list = useRef<HTMLUListElement>(null);
  const attributes = useQuery({
    queryKey: ['portfolio', 'attributes'],
    queryFn: portfolio.attributes,
  });
  const others = [...allColumns, ...(attributes.data ?? []).map((one) => one.value)].filter(
    (id) => !columns.includes(id),
  );
  const move = (id: string, step: number) => {
    const at = columns.indexOf(id);
    const to = at + step;
    // The account's name stays in front.
    if (at < 1 || to < 1 || to >= columns.length) return;
    const next = columns.filter((one) => one !== id);
    next.splice(to, 0, id);
    onChange(next);
  };
  const toggle = (id: string) =>
    onChange(columns.includes(id) ? columns.filter((one) => one !== id) : [...columns, id]);
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    if (event.altKey) {
      move(id, step);
      // The row goes elsewhere in the list; the focus goes with it.
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLInputElement>(`[data-column="${CSS.escape(id)}"]`)?.focus(),
      );
      return;
    }
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    const at = boxes.findIndex((box) => box.dataset['column'] === id);
    boxes[Math.max(0, Math.min(boxes.length - 1, at + step))]?.focus();
  };
  return (
    <section aria-label={t('columns.title')} className={classes['panel']}>
      <h2>{t('columns.title')}</h2>
      <p>{t('columns.hint')}</p>
      <ul ref={list}>
        {[...columns, ...others].map((id) => {
          const name = columnName(id, t);
          const drawn = columns.includes(id);
          return (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  data-column={id}
                  checked={drawn}
                  disabled={id === 'name'}
                  onChange={() => toggle(id)}
                  onKeyDown={(event) => onKeyDown(event, id)}
                />
                {name}
              </label>
              {drawn && id !== 'name' && (
                <>
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={t('columns.up', { name })}
                    onClick={() => move(id, -1)}
                  >
                    <IconChevronUp size={14} stroke={1.8} aria-hidden />
                  </button>
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={t('columns.down', { name })}
                    onClick={() => move(id, 1)}
                  >
                    <IconChevronDown size={14} stroke={1.8} aria-hidden />
                  </button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <Button size="small" onClick={props.onReset}>
        {t('columns.reset')}
      </Button>
    </section>
  );
}
