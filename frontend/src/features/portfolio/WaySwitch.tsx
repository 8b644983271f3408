import { defaultStringifySearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type PortfolioView, viewSearch } from './view';
import classes from './WaySwitch.module.css';

/** The ways to see the portfolio, in the order of the switch. */
export const ways = ['table', 'roads', 'map', 'sale', 'assets', 'alignment'] as const;

/** One of the ways to see the portfolio. */
export type Way = (typeof ways)[number];

/** Returns a way's address; it keeps what the view says, so that every way shows the same accounts. */
export function wayPath(way: Way, view: PortfolioView): string {
  const path = way === 'table' ? '/portfolio' : `/portfolio/${way}`;
  return path + defaultStringifySearch(viewSearch(view));
}

/** Draws the switch between the ways to see the portfolio; the address holds which one it is. */
export function WaySwitch({ way, view }: { way: Way; view: PortfolioView }) {
  const { t } = useTranslation('ways');
  return (
    <nav aria-label={t('label')} className={classes['switch']}>
      {ways.map((one) => (
        <a
          key={one}
          href={`#${wayPath(one, view)}`}
          {...(one === way && { 'aria-current': 'page' as const })}
        >
          {t(`way.${one}`)}
        </a>
      ))}
    </nav>
  );
}
