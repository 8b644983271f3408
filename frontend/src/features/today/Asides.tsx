import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today as api } from '@/api';
import type { TodayQuery } from '@/api/today';
import { useFormat } from '@/state';
import { Button, Dialog } from '@/ui';
import classes from './Today.module.css';
import { useActs } from './useActs';
import { whatOf } from './words';

/** Draws the way to what was set aside, where there is anything. */
export function Asides(props: { count: number; query: TodayQuery; today: string }) {
  const { count, query } = props;
  const { t } = useTranslation('today');
  const [opened, setOpened] = useState(false);
  return (
    <>
      {count > 0 && (
        <Button look="quiet" onClick={() => setOpened(true)}>
          {t('aside.button', { count })}
        </Button>
      )}
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('aside.title')} size="lg">
        <List query={query} />
      </Dialog>
    </>
  );
}

function List({ query }: { query: TodayQuery }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const acts = useActs();
  const { data } = useQuery({
    queryKey: ['today', 'asides', query.csms],
    queryFn: () => api.asides(query),
  });
  if (data === undefined) return null;
  return (
    <>
      <p className={classes['hint']}>{t(data.length === 0 ? 'aside.none' : 'aside.text')}</p>
      <ul>
        {data.map(({ row, until, reason }) => {
          const what = whatOf(row, { t, format });
          return (
            <li key={`${row.account} ${row.key}`} className={classes['asideRow']}>
              <div>
                <p>
                  <b>{row.account_name}</b> {what}
                </p>
                <p className={classes['quiet']}>
                  {[
                    until === ''
                      ? t('aside.muted')
                      : t('aside.untilDay', { day: format.date(until) }),
                    reason,
                  ]
                    .filter(Boolean)
                    .join(': ')}
                </p>
              </div>
              <Button
                size="small"
                aria-label={`${t('aside.back')}: ${what}`}
                onClick={() => void acts.back(row).catch(() => undefined)}
              >
                {t('aside.back')}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
