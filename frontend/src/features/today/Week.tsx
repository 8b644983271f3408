import { useTranslation } from 'react-i18next';
import type { TodayEvent, TodayPage } from '@/api/today';
import { addDays } from '@/lib/dates';
import { useFormat } from '@/state';
import { Horizon } from './Horizon';
import classes from './Week.module.css';

/** How many things of a day are named. */
const most = 2;

/** Draws the week, day by day, and the renewals of the next twelve weeks beside it. */
export function Week({ page }: { page: TodayPage }) {
  const { t } = useTranslation('today');
  const { locale } = useFormat();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (
    <div className={classes['strip']}>
      <ol className={classes['week']} aria-label={t('strip.label')}>
        {daysOf(page).map((day) => (
          <li key={day.on} aria-current={day.on === page.today ? 'date' : undefined}>
            <p className={classes['dayName']}>
              {weekday.format(Date.parse(day.on))} <b>{Number(day.on.slice(8))}</b>
            </p>
            {day.events.slice(0, most).map((event) => (
              <a
                key={`${event.kind} ${event.account}`}
                href={`#/accounts/${event.account}/overview`}
              >
                {t(`strip.event.${event.kind}`, { name: event.name })}
              </a>
            ))}
            {day.events.length > most && (
              <p className={classes['quiet']}>
                {t('strip.more', { count: day.events.length - most })}
              </p>
            )}
          </li>
        ))}
      </ol>
      <Horizon page={page} />
    </div>
  );
}

/** The days of the week, Monday first; its end only where something is on it. */
function daysOf(page: TodayPage): { on: string; events: TodayEvent[] }[] {
  // 1 January 1970 was a Thursday.
  const weekday = (Math.round(Date.parse(page.today) / 86_400_000) + 3) % 7;
  return [0, 1, 2, 3, 4, 5, 6]
    .map((n) => {
      const on = addDays(page.today, n - weekday);
      return { on, events: page.week.filter((event) => event.on === on) };
    })
    .filter(({ on, events }, n) => n < 5 || events.length > 0 || on === page.today);
}
