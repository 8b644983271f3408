import { IconCircleXFilled, IconPlus, IconSwitchHorizontal } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { imports } from '@/api';
import { useFormat } from '@/state';
import { fieldWord } from './Columns';
import classes from './Preview.module.css';

const pageSize = 200;
const statuses = ['', 'new', 'changed', 'same', 'refused'] as const;

/** Draws what would happen to each row, by what would happen. */
export function Preview({ plan, stamp }: { plan: imports.ImportPlan; stamp: number }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [status, setStatus] = useState<imports.RowStatus | ''>('');
  const page = useQuery({
    queryKey: ['import-rows', stamp, status],
    queryFn: () => imports.rows(status, 0, pageSize),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const counts = {
    '': plan.problem === '' ? plan.rows : 0,
    new: plan.new,
    changed: plan.changed,
    same: plan.same,
    refused: plan.refused,
  };
  const rows = page.data?.rows ?? [];
  const more = (page.data?.total ?? 0) - rows.length;
  return (
    <section className={classes['preview']} aria-label={t('preview')}>
      <div role="tablist" aria-label={t('preview')} className={classes['tabs']}>
        {statuses.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={status === one}
            aria-controls="import-preview"
            className={`${classes['tab']} ${toneOf(one, counts[one])}`}
            onClick={() => setStatus(one)}
          >
            <b>{format.number(counts[one])}</b> {t(one === '' ? 'all' : `status.${one}`)}
          </button>
        ))}
      </div>
      <div
        id="import-preview"
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        tabIndex={0}
        aria-label={t('preview')}
        className={classes['rows']}
      >
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('row')}</th>
              <th scope="col">{t('outcome')}</th>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('changes')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PreviewRow key={row.row} row={row} />
            ))}
          </tbody>
        </table>
        {more > 0 && (
          <p className={classes['more']}>
            {t('more', { count: more, found: format.number(more) })}
          </p>
        )}
      </div>
    </section>
  );
}

function toneOf(status: imports.RowStatus | '', count: number): string {
  if (count === 0) return '';
  if (status === 'new') return classes['good'] ?? '';
  return status === 'refused' ? (classes['bad'] ?? '') : '';
}

const icons = {
  new: <IconPlus size={13} stroke={2} aria-hidden />,
  changed: <IconSwitchHorizontal size={13} stroke={1.8} aria-hidden />,
  same: null,
  refused: <IconCircleXFilled size={13} aria-hidden />,
};

function PreviewRow({ row }: { row: imports.ImportRow }) {
  const { t } = useTranslation('imports');
  return (
    <tr data-status={row.status}>
      <td className={classes['rowNumber']}>{row.row}</td>
      <td className={classes['status']} data-status={row.status}>
        {icons[row.status]}
        {t(`one.${row.status}`)}
      </td>
      <td>
        <span className={classes['rowName']}>{row.name}</span>
        {row.reason !== '' && <div className={classes['reason']}>{row.reason}</div>}
      </td>
      <td>
        <ul className={classes['changes']}>
          {row.changes.map((change) => (
            <li key={change.field}>
              {fieldWord(change.field)} {change.from !== '' && <s>{change.from}</s>}{' '}
              <b>{change.to}</b>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
