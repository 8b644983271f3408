import { IconCalendar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today as api } from '@/api';
import type { TodayPage as Page } from '@/api/today';
import { useFormat } from '@/state';
import { Button, EmptyState, PageHead } from '@/ui';
import { Who } from '@/who';
import { Asides } from './Asides';
import { Next } from './Next';
import { Rows } from './Rows';
import classes from './Today.module.css';
import { useCalendarFile } from './useCalendarFile';
import { Week } from './Week';

/** How many rows come with each "more". */
const first = 10;
const perMore = 40;

/** What Today tells the shell. */
export interface TodayPageProps {
  /** Whose accounts to look at; none is the person's own. */
  who: readonly string[];
  onWho: (who: readonly string[]) => void;
  onImport: () => void;
}

/** Draws what to do next, over all accounts. */
export function TodayPage({ who, onWho, onImport }: TodayPageProps) {
  const { t } = useTranslation('today');
  const { t: common } = useTranslation('common');
  const { locale, number } = useFormat();
  const [limit, setLimit] = useState(first);
  const query = { csms: who, limit };
  const { data, error } = useQuery({
    queryKey: ['today', query],
    queryFn: () => api.page(query),
    placeholderData: keepPreviousData,
  });
  const calendar = useCalendarFile(who);
  if (error !== null) {
    return (
      <EmptyState title={common('failed')} alert>
        {error.message}
      </EmptyState>
    );
  }
  if (data === undefined) return <PageHead title={t('title')} />;
  const day = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(data.today));
  if (data.accounts === 0 && data.csms.length === 0) {
    return (
      <>
        <PageHead title={day} />
        <EmptyState
          headed
          title={t('empty.title')}
          actions={
            <Button look="primary" size="large" onClick={onImport}>
              {t('empty.import')}
            </Button>
          }
        >
          {t('empty.text')}
        </EmptyState>
      </>
    );
  }
  const open = data.rows.filter((row) => row.done === null).length;
  const more = data.total - open;
  return (
    <div className={classes['page']}>
      <div className={classes['main']}>
        <PageHead
          title={day}
          note={
            data.total === 0
              ? t('nothing')
              : t('counts', { count: data.total, now: number(data.now) })
          }
        >
          <Who page={data} onWho={onWho} />
          <Button
            icon={<IconCalendar size={14} stroke={1.6} aria-hidden />}
            title={t('calendar.hint')}
            aria-disabled={calendar.busy}
            onClick={() => void calendar.run()}
          >
            {t('calendar.button')}
          </Button>
        </PageHead>
        <div className={classes['body']}>
          <Week page={data} />
          {data.reckoning > 0 && (
            <p role="status" className={classes['reckoning']}>
              {t('reckoning', { count: data.reckoning })}
            </p>
          )}
          {data.total === 0 && <Calm page={data} />}
          <Rows page={data} />
          <div className={classes['foot']}>
            {more > 0 && (
              <Button onClick={() => setLimit(limit + perMore)}>
                {t('more', { count: more })}
              </Button>
            )}
            <Asides count={data.aside} query={query} today={data.today} />
          </div>
        </div>
      </div>
      {data.next !== null && <Next next={data.next} />}
    </div>
  );
}

/** Says that nothing is to be done, and what comes next. */
function Calm({ page }: { page: Page }) {
  const { t } = useTranslation('today');
  const { date } = useFormat();
  const { next } = page;
  return (
    <div className={classes['calm']}>
      <h2>{t('calm.title')}</h2>
      <p>{t('calm.text')}</p>
      <p>
        {next === null
          ? t('calm.none')
          : t('calm.next', {
              what: t('next.sentence', {
                kind: t(`next.kind.${next.kind}`),
                name: next.name,
                day: date(next.on),
              }),
            })}
      </p>
    </div>
  );
}
