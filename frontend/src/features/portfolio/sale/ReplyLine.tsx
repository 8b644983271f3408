import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ways } from '@/api';
import { useFormat } from '@/state';
import classes from './SaleList.module.css';

/** Says how an account's messages are answered: median days, the share in time, what is open. */
export function ReplyLine({ replies }: { replies: ways.ReplySum }) {
  const { t } = useTranslation('ways');
  const format = useFormat();
  const parts: string[] = [];
  if (replies.median !== null) {
    parts.push(
      t('sale.median', { count: replies.median, formatted: format.number(replies.median, 1) }),
    );
  }
  if (replies.share !== null) {
    parts.push(t('sale.inTime', { share: format.percent(replies.share) }));
  }
  if (replies.open > 0) {
    parts.push(
      replies.late > 0
        ? t('sale.openLate', { count: replies.open, late: replies.late })
        : t('sale.openNow', { count: replies.open }),
    );
  }
  return (
    <div className={classes['replies']} data-late={replies.late > 0}>
      <IconMail size={13} stroke={1.6} aria-hidden />
      {parts.join(' · ')}
    </div>
  );
}
