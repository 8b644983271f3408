import { useTranslation } from 'react-i18next';
import classes from './Portfolio.module.css';

/** Says what the marks of the table mean, and which keys move in it. */
export function Legend() {
  const { t } = useTranslation('portfolio');
  return (
    <footer className={classes['legend']}>
      <span>
        <i className={classes['swatch']} aria-hidden="true" />
        {t('legend.proved')}
      </span>
      <span>
        <i className={classes['hatched']} aria-hidden="true" />
        {t('legend.claimed')}
      </span>
      <span>{t('legend.scale')}</span>
      <span>
        <kbd>↑</kbd>
        <kbd>↓</kbd> {t('legend.move')} <kbd>Enter</kbd> {t('legend.open')} <kbd>W</kbd>{' '}
        {t('legend.why')}
      </span>
    </footer>
  );
}
