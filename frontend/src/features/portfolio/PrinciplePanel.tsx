import { Popover } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { portfolio } from '@/api';
import { type PrincipleKey, principles } from './fields';
import classes from './Portfolio.module.css';

/** Draws the checks of one principle of an account; the shell knows which feature can. */
export type ChecksOf = (account: string, principle: string) => ReactNode;

interface Opened {
  row: portfolio.PortfolioRow;
  principle: PrincipleKey;
  at: { left: number; top: number; width: number; height: number };
}

/** Holds which account's principles are open: one panel serves all rows. */
export function usePrinciples() {
  const [opened, setOpened] = useState<Opened>();
  const open = useCallback(
    (anchor: HTMLElement, row: portfolio.PortfolioRow, principle: PrincipleKey) => {
      const { left, top, width, height } = anchor.getBoundingClientRect();
      setOpened({ row, principle, at: { left, top, width: Math.min(width, 320), height } });
    },
    [],
  );
  return { opened, setOpened, open };
}

/** Draws the checks of an account's principle, with the way to its other ones. */
export function PrinciplePanel(props: ReturnType<typeof usePrinciples> & { checks: ChecksOf }) {
  const { opened, setOpened, checks } = props;
  const { t } = useTranslation('portfolio');
  if (opened === undefined) return null;
  const { row, principle, at } = opened;
  const title = t('principlesOf', { name: row.name });
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
        <span aria-hidden="true" className={classes['anchor']} style={at}>
          <span className="visually-hidden">{title}</span>
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <section aria-label={title} className={classes['rowWhy']} tabIndex={-1} data-autofocus>
          <h2>{title}</h2>
          <ul className={classes['figures']}>
            {principles.map((one, i) => (
              <li key={one}>
                <button
                  type="button"
                  aria-pressed={one === principle}
                  onClick={() => setOpened({ ...opened, principle: one })}
                >
                  {t(`principle.${one}`)} {row.checks[i]?.[0] ?? 0}/{row.checks[i]?.[1] ?? 0}
                </button>
              </li>
            ))}
          </ul>
          {checks(row.id, principle)}
        </section>
      </Popover.Dropdown>
    </Popover>
  );
}
