import { Popover } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { portfolio } from '@/api';
import { WhyPanel } from '@/why';
import classes from './Portfolio.module.css';

/** The figures of a row that answer why, in the order of the columns. */
const figures = [
  'verdict',
  'proved.velocity',
  'proved.series',
  'proved.level',
  'claimed.level',
  'silence_days',
  'arr',
  'renewal_days',
  'last_touch',
  'client_phase',
  'provider_phase',
  'risk',
  'walk_away',
] as const;

/** One of the figures of a row. */
export type RowFigure = (typeof figures)[number];

interface Opened {
  row: portfolio.PortfolioRow;
  figure: RowFigure;
  /** Where the panel hangs: the table scrolls away under it. */
  at: { left: number; top: number; width: number; height: number };
}

/** Holds which why is open. One panel serves all rows: a popover in each cell would make the table slow. */
export function useRowWhy() {
  const [opened, setOpened] = useState<Opened>();
  const open = useCallback(
    (anchor: HTMLElement, row: portfolio.PortfolioRow, figure: RowFigure) => {
      const { left, top, width, height } = anchor.getBoundingClientRect();
      setOpened({ row, figure, at: { left, top, width: Math.min(width, 320), height } });
    },
    [],
  );
  return { opened, setOpened, open };
}

/** Draws the why of a row's figure, with a way to its other figures. */
export function RowWhy({ opened, setOpened }: ReturnType<typeof useRowWhy>) {
  const { t } = useTranslation('portfolio');
  if (opened === undefined) return null;
  const { row, figure, at } = opened;
  const title = t('whyOf', { name: row.name });
  return (
    <Popover
      opened
      onChange={(stays) => !stays && setOpened(undefined)}
      onDismiss={() => setOpened(undefined)}
      position="bottom-start"
      shadow="md"
      offset={6}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        {/* The panel has its name from here; the anchor itself is nothing to read. */}
        <span aria-hidden="true" className={classes['anchor']} style={at}>
          <span className="visually-hidden">{title}</span>
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <section aria-label={title} className={classes['rowWhy']} tabIndex={-1} data-autofocus>
          <h2>{title}</h2>
          <ul className={classes['figures']}>
            {figures.map((one) => (
              <li key={one}>
                <button
                  type="button"
                  aria-pressed={one === figure}
                  onClick={() => setOpened({ ...opened, figure: one })}
                >
                  {t(`figure.${one.replace('.', '_') as FigureKey}`)}
                </button>
              </li>
            ))}
          </ul>
          <WhyPanel account={row.id} figure={figure} />
        </section>
      </Popover.Dropdown>
    </Popover>
  );
}

type FigureKey =
  | 'verdict'
  | 'proved_velocity'
  | 'proved_series'
  | 'proved_level'
  | 'claimed_level'
  | 'silence_days'
  | 'arr'
  | 'renewal_days'
  | 'last_touch'
  | 'client_phase'
  | 'provider_phase'
  | 'risk'
  | 'walk_away';
