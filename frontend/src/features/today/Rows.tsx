import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TodayPage } from '@/api/today';
import { Row } from './Row';
import classes from './Today.module.css';
import { useActs } from './useActs';

/** Draws what is to be done, what does harm first. Arrows, Home and End walk all of it. */
export function Rows({ page }: { page: TodayPage }) {
  const { t } = useTranslation('today');
  const acts = useActs();
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState('');
  const keyOf = (row: TodayPage['rows'][number]) => `${row.account} ${row.key}`;
  const known = page.rows.some((row) => keyOf(row) === active);
  const first = page.rows[0];
  const stop = known || first === undefined ? active : keyOf(first);

  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.indexOf(event.target as HTMLElement);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    rows[Math.max(0, Math.min(to, rows.length - 1))]?.focus();
  };
  const groups = [
    { key: 'now', rows: page.rows.filter((row) => row.now), open: page.now },
    { key: 'week', rows: page.rows.filter((row) => !row.now), open: page.total - page.now },
  ] as const;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows walk from one list into the other
    <div ref={box} onKeyDown={onKeyDown}>
      {groups.map(
        ({ key, rows, open }) =>
          rows.length > 0 && (
            <section key={key} className={classes['group']} aria-labelledby={`today-${key}`}>
              <h2 id={`today-${key}`}>
                {t(key)} <span className={classes['count']}>{open}</span>
              </h2>
              <ul>
                {rows.map((row) => (
                  <Row
                    key={keyOf(row)}
                    row={row}
                    acts={acts}
                    today={page.today}
                    tabbable={keyOf(row) === stop}
                    onFocus={() => setActive(keyOf(row))}
                  />
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}
