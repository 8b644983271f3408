import { useTranslation } from 'react-i18next';
import classes from './WaySwitch.module.css';

/** The ways to see the portfolio, in the order of the switch. */
export const ways = ['table', 'roads', 'map', 'sale', 'assets', 'alignment'] as const;

/** One of the ways to see the portfolio. */
export type Way = (typeof ways)[number];

/** Returns a way's address. */
export function wayPath(way: Way): string {
  return way === 'table' ? '/portfolio' : `/portfolio/${way}`;
}

/** Draws the switch between the ways to see the portfolio; the address holds which one it is. */
export function WaySwitch({ way }: { way: Way }) {
  const { t } = useTranslation('ways');
  return (
    <nav aria-label={t('label')} className={classes['switch']}>
      {ways.map((one) => (
        <a
          key={one}
          href={`#${wayPath(one)}`}
          {...(one === way && { 'aria-current': 'page' as const })}
        >
          {t(`way.${one}`)}
        </a>
      ))}
    </nav>
  );
}
