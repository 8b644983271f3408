import { useTranslation } from 'react-i18next';
import type { portfolio } from '@/api';
import { useFormat } from '@/state';
import marks from './Cells.module.css';
import classes from './Portfolio.module.css';
import { useWord } from './useWords';

const tending = 'tending:';

/** Draws what the head of a group says: its name, how many accounts, their ARR, what is at risk. */
export function GroupLine(props: { head: portfolio.GroupHead; group: string; currency: string }) {
  const { head, group, currency } = props;
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const word = useWord();
  const name = head.key.startsWith(tending)
    ? t(`tending.${head.key.slice(tending.length) as 'first' | 'rest' | 'critical' | 'cancelled'}`)
    : group === 'type' || group === 'parent'
      ? head.label || word(group, '')
      : word(group, head.key);
  return (
    <>
      <b className={marks['groupName']}>{name}</b>
      <span>{t('accounts', { count: head.count })}</span>
      {head.arr > 0 && (
        <span>{t('group.arr', { arr: format.shortMoney(head.arr, currency) })}</span>
      )}
      {head.level > 0 && (
        <span>{t('group.level', { level: format.shortMoney(head.level, currency) })}</span>
      )}
      {head.known > 0 && (
        <span className={head.at_risk > 0 ? classes['warn'] : undefined}>
          {t('group.atRisk', { share: format.percent(head.at_risk / head.known) })}
        </span>
      )}
    </>
  );
}
