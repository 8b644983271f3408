import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settings as api } from '@/api';
import type { Rate, SettingsPage } from '@/api/settings';
import { focusWhenFree } from '@/lib/focus';
import { useFormat, useWrite } from '@/state';
import { Button } from '@/ui';
import { RateForm } from './RateForm';
import classes from './Settings.module.css';

/** How many rates are shown before somebody asks for all. */
const first = 50;

/** Lists the exchange rates, the latest first; each is changed where it stands. */
export function RateTable({ page }: { page: SettingsPage }) {
  const { t } = useTranslation('settings');
  const [all, setAll] = useState(false);
  const [changing, setChanging] = useState('');
  const rates = all ? page.rates : page.rates.slice(0, first);
  const rest = page.rates.length - rates.length;
  return (
    <>
      {!page.read_only && (
        <RateForm page={page} label={t('currency.add')} done={t('currency.added')} />
      )}
      {page.rates.length === 0 ? (
        <p className={classes['hint']}>
          {t('currency.none')} {t('currency.noneHint', { currency: page.currency })}
        </p>
      ) : (
        <table className={classes['table']} aria-label={t('currency.rates')}>
          <thead>
            <tr>
              <th scope="col">{t('currency.on')}</th>
              <th scope="col">{t('currency.reads')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('currency.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rates.map((rate) =>
              rate.id === changing ? (
                <tr key={rate.id}>
                  <td colSpan={3}>
                    <RateForm
                      page={page}
                      rate={rate}
                      label={t('currency.save')}
                      done={t('currency.changed')}
                      onLeave={() => setChanging('')}
                    />
                  </td>
                </tr>
              ) : (
                <Row
                  key={rate.id}
                  rate={rate}
                  readOnly={page.read_only}
                  onChange={() => setChanging(rate.id)}
                />
              ),
            )}
          </tbody>
        </table>
      )}
      {rest > 0 && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('currency.all', { count: rest })}
        </Button>
      )}
    </>
  );
}

function Row(props: { rate: Rate; readOnly: boolean; onChange: () => void }) {
  const { t } = useTranslation('settings');
  const { date, number } = useFormat();
  const write = useWrite();
  const row = useRef<HTMLTableRowElement>(null);
  const { id, on, from, to, rate } = props.rate;
  const named = { from, to, day: date(on) };
  const remove = async () => {
    // The focus goes on with the next rate, or the one before.
    const near = row.current?.nextElementSibling ?? row.current?.previousElementSibling;
    await write(() => api.removeRate(id), t('currency.removed'));
    focusWhenFree(() => near?.querySelector('button'));
  };
  return (
    <tr ref={row}>
      <td>{named.day}</td>
      <td className={classes['figure']}>
        {t('currency.sentence', { from, to, rate: number(Number(rate), 6) })}
      </td>
      <td className={classes['rowActions']}>
        {!props.readOnly && (
          <>
            <Button
              id={`rate-${id}`}
              size="small"
              look="quiet"
              aria-label={t('currency.changeThis', named)}
              onClick={props.onChange}
            >
              {t('currency.change')}
            </Button>
            <Button
              size="small"
              look="quiet"
              aria-label={t('currency.removeThis', named)}
              onClick={() => void remove().catch(() => undefined)}
            >
              {t('currency.remove')}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}
