import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { settings as api } from '@/api';
import type { SettingsPage } from '@/api/settings';
import { readDecimal } from '@/lib/decimal';
import { useFormat, useWrite } from '@/state';
import { AddLine } from './AddLine';
import lists from './Lists.module.css';
import classes from './Settings.module.css';
import { TextSetting } from './TextSetting';

/** Lists the days before a decision date on which somebody makes the call, the first one first. */
export function Gates({ page }: { page: SettingsPage }) {
  const { t } = useTranslation('settings');
  const { locale } = useFormat();
  const write = useWrite();
  const { gates } = page;
  const save = (days: number[]) => write(() => api.setGates(days), t('value.gatesSaved'));
  const read = (typed: string) => {
    const text = readDecimal(typed, locale);
    return text !== undefined && Number.isInteger(Number(text)) ? text : undefined;
  };
  return (
    <>
      <ol aria-label={t('value.gates')} className={lists['list']}>
        {gates.map((days, index) => (
          <li key={days} className={lists['item']}>
            <div className={lists['row']}>
              <TextSetting
                bare
                label={t('value.gate', { place: index + 1 })}
                className={lists['days']}
                value={String(days)}
                inputMode="numeric"
                maxLength={4}
                disabled={page.read_only}
                read={read}
                refused={t('notANumber')}
                onSave={(text) => save(gates.map((one) => (one === days ? Number(text) : one)))}
              />
              <span className={classes['uses']}>{t('value.daysBefore')}</span>
              {!page.read_only && (
                <CloseButton
                  size="sm"
                  disabled={gates.length === 1}
                  aria-label={t('value.removeGate', { days })}
                  onClick={() =>
                    void save(gates.filter((one) => one !== days)).catch(() => undefined)
                  }
                />
              )}
            </div>
          </li>
        ))}
      </ol>
      {!page.read_only && (
        <AddLine
          label={t('value.addGate')}
          button={t('value.addGateButton')}
          inputMode="numeric"
          check={(typed) => (read(typed) === undefined ? t('notANumber') : '')}
          onAdd={(typed) => save([...gates, Number(read(typed))])}
        />
      )}
    </>
  );
}
