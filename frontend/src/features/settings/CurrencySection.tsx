import { useTranslation } from 'react-i18next';
import type { SettingsPage } from '@/api/settings';
import { Note, Part, SectionBody } from './parts';
import { RateTable } from './RateTable';
import { TextSetting } from './TextSetting';
import { useSet } from './useSettings';

/** Shows the workspace's currency and the exchange rates. */
export function CurrencySection({ page }: { page: SettingsPage }) {
  const { t, i18n } = useTranslation('settings');
  const set = useSet();
  const { currency, missing } = page;
  return (
    <SectionBody title={t('section.currency')} intro={t('currency.intro')}>
      <TextSetting
        label={t('currency.currency')}
        hint={t('currency.currencyHint')}
        value={currency}
        maxLength={3}
        disabled={page.read_only}
        read={(typed) => typed.toUpperCase()}
        onSave={set('currency', t('currency.currency'))}
      />
      <Part title={t('currency.rates')} hint={t('currency.ratesHint', { currency })}>
        {missing.length > 0 && (
          <Note tone="warn">
            {t('currency.missing', {
              count: missing.length,
              list: new Intl.ListFormat(i18n.language).format(missing),
              currency,
            })}
          </Note>
        )}
        <RateTable page={page} />
      </Part>
    </SectionBody>
  );
}
