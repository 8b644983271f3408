import { IconAlertTriangle, IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Item, Renewal } from '@/api/renewals';
import { useFormat } from '@/state';
import { focusOn } from '@/why';
import classes from './Renewal.module.css';
import { mendItem } from './renewal';

/** Draws what each gate wants and what the records show of it. */
export function Readiness({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('renewals');
  const gates = [...new Set(renewal.items.map((item) => item.gate))].sort((a, b) => b - a);
  return (
    <section aria-labelledby="renewal-ready">
      <div className={classes['titled']}>
        <h3 id="renewal-ready">{t('list.title')}</h3>
        <p className={classes['quiet']}>
          {renewal.of === 0
            ? t('list.early')
            : t('list.sum', { holds: renewal.holds, of: renewal.of })}
        </p>
      </div>
      {gates.map((gate) => (
        <div key={gate} className={classes['gate']}>
          <h4>{t('list.gate', { count: gate })}</h4>
          <ul className={classes['items']}>
            {renewal.items
              .filter((item) => item.gate === gate)
              .map((item) => (
                <Line key={item.key} item={item} renewal={renewal} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Line({ item, renewal }: { item: Item; renewal: Renewal }) {
  const { t } = useTranslation('renewals');
  const state = item.done ? 'done' : item.due ? 'late' : 'open';
  const detail = useDetail(item);
  return (
    <li data-state={state}>
      <span className={classes['icon']}>
        {state === 'done' && <IconCheck size={14} stroke={2} aria-hidden />}
        {state === 'late' && <IconAlertTriangle size={14} stroke={1.8} aria-hidden />}
        {state === 'open' && <IconCircleDashed size={14} stroke={1.8} aria-hidden />}
        <span className="visually-hidden">{t(`list.${state}`)}: </span>
      </span>
      <div>
        <p>
          {t(`ready.${item.key}.label`)}
          {detail !== '' && <span className={classes['quiet']}> {detail}</span>}
        </p>
        {!item.done && <Next item={item} renewal={renewal} />}
      </div>
    </li>
  );
}

/** Leads to where a line is mended. */
function Next({ item, renewal }: { item: Item; renewal: Renewal }) {
  const { t } = useTranslation('renewals');
  const mend = mendItem(item, renewal);
  const words = t(`ready.${item.key}.next`);
  if ('href' in mend) {
    return (
      <a className={classes['link']} href={mend.href}>
        {words}
      </a>
    );
  }
  if (renewal.read_only) return <p className={classes['quiet']}>{words}</p>;
  return (
    <button
      type="button"
      className={classes['link']}
      onClick={() => focusOn([mend.place], (element) => element.click())}
    >
      {words}
    </button>
  );
}

/** Says how far a line is: how many have it, since when, or on which day. */
function useDetail(item: Item): string {
  const { t } = useTranslation('renewals');
  const { dayAndMonth } = useFormat();
  switch (item.key) {
    case 'something_new':
      return item.on === '' ? '' : t('list.silence', { count: item.count });
    case 'people_known':
      return t('list.people', { count: item.count });
    case 'plan_signed':
    case 'story_told':
      return item.on === '' ? '' : t('list.on', { day: dayAndMonth(item.on) });
    case 'answered':
    case 'paper_on_time':
      return item.on === '' ? '' : t('list.since', { day: dayAndMonth(item.on) });
    default:
      return item.of === 0 ? '' : t('list.counted', { n: item.count, of: item.of });
  }
}
