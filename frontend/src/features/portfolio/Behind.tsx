import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { portfolio } from '@/api';
import { useFormat } from '@/state';
import { useOpenRecord, type WhyLine, WhyLines } from '@/why';
import classes from './Portfolio.module.css';

/** Draws the accounts behind a figure of the headline; each opens. */
export function Behind({ figure, currency }: { figure: string; currency: string }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const open = useOpenRecord();
  const query = useQuery({
    queryKey: ['behind', figure],
    queryFn: () => portfolio.behind(figure),
  });
  if (query.error !== null) return <p role="alert">{query.error.message}</p>;
  if (query.data === undefined) return null;
  const { accounts, total } = query.data;
  if (total === 0) return <p className={classes['behindNone']}>{t('noneBehind')}</p>;
  const amount = (value: number) => format.money(Math.round(value), currency);
  const moved = accounts.some((one) => one.was !== null);
  const lines: WhyLine[] = accounts.map((one) => ({
    key: one.id,
    label: one.name,
    value:
      one.was === null
        ? amount(one.now)
        : t('fromTo', { from: amount(one.was), to: amount(one.now) }),
    onOpen: () => open('account', one.id),
  }));
  const rest = total - accounts.length;
  if (rest > 0) lines.push({ key: 'rest', label: t('more', { count: rest }), value: '' });
  return (
    <div className={classes['behind']}>
      <WhyLines caption={t(moved ? 'behindMoved' : 'behind')} lines={lines} />
    </div>
  );
}
