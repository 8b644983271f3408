import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renewals as api } from '@/api';
import type { Renewal } from '@/api/renewals';
import { useFormat, useWrite } from '@/state';
import { Button } from '@/ui';
import { Edit } from '../plan/Edit';
import classes from './Renewal.module.css';
import { inputOf } from './renewal';

/** Draws what is ticked by hand, because no record can show it. */
export function Checklist({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('renewals');
  const { locale, dayAndMonth } = useFormat();
  const write = useWrite();
  const [adding, setAdding] = useState(0);
  const of = inputOf(renewal);
  const save = (was: string) => (text: string) =>
    write(() => api.saveLine(of, was, text), t('check.saved'));
  // What fails is shown by the write itself.
  const tick = (text: string, done: boolean) =>
    void write(
      () => api.tick(of, text, done),
      t(done ? 'check.ticked' : 'check.unticked', { what: text }),
    ).catch(() => undefined);
  return (
    <section aria-labelledby="renewal-check">
      <div className={classes['titled']}>
        <h3 id="renewal-check">{t('check.title')}</h3>
        <p className={classes['quiet']}>{t('check.hint')}</p>
      </div>
      <ul className={classes['ticks']}>
        {renewal.checklist.map((line) => (
          <li key={line.text}>
            <input
              type="checkbox"
              aria-label={line.text}
              checked={line.done_on !== ''}
              disabled={renewal.read_only}
              onChange={(event) => tick(line.text, event.currentTarget.checked)}
            />
            <span>
              <Edit
                label={t('check.edit')}
                value={line.text}
                placeholder={t('check.placeholder')}
                locale={locale}
                onSave={save(line.text)}
              />
              {line.done_on !== '' && (
                <span className={classes['quiet']}>
                  {' '}
                  {t('check.done', { day: dayAndMonth(line.done_on) })}
                </span>
              )}
            </span>
            <Button
              look="quiet"
              size="small"
              aria-label={t('check.remove', { what: line.text })}
              icon={<IconX size={13} stroke={1.8} aria-hidden />}
              onClick={() => void save(line.text)('').catch(() => undefined)}
            />
          </li>
        ))}
      </ul>
      {adding > 0 ? (
        <Edit
          key={adding}
          fresh
          label={t('check.placeholder')}
          value=""
          placeholder={t('check.placeholder')}
          locale={locale}
          onSave={save('')}
          onLeave={() => setAdding(0)}
        />
      ) : (
        <Button size="small" onClick={() => setAdding(1)}>
          {t('check.add')}
        </Button>
      )}
    </section>
  );
}
