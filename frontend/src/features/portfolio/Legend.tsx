import { useTranslation } from 'react-i18next';
import { CheckDot, OddMark } from './Marks';
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
      <span>
        <CheckDot holds={2} of={2} />
        {t('legend.all')}
      </span>
      <span>
        <CheckDot holds={1} of={2} />
        {t('legend.some')}
      </span>
      <span>
        <CheckDot holds={0} of={2} />
        {t('legend.none')}
      </span>
      <span>
        <OddMark />
        {t('odd')}
      </span>
      <span>
        <kbd>↑</kbd>
        <kbd>↓</kbd> {t('legend.move')} <kbd>Enter</kbd> {t('legend.open')} <kbd>P</kbd>{' '}
        {t('legend.principles')} <kbd>{t('legend.space')}</kbd> {t('legend.choose')}
      </span>
    </footer>
  );
}
