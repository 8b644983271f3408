import { useTranslation } from 'react-i18next';
import type { SettingsPage } from '@/api/settings';
import { readDecimal, typedDecimal } from '@/lib/decimal';
import { useFormat } from '@/state';
import { Dimensions } from './Dimensions';
import { Gates } from './Gates';
import { Part, SectionBody } from './parts';
import { TextSetting } from './TextSetting';
import { useSet } from './useSettings';

/** Shows how value is counted and when a renewal is asked about. */
export function ValueSection({ page }: { page: SettingsPage }) {
  const { t } = useTranslation('settings');
  const { locale } = useFormat();
  const set = useSet();
  const shared = { disabled: page.read_only, refused: t('notANumber') };
  const read = (typed: string) => readDecimal(typed, locale);
  return (
    <SectionBody title={t('section.value')} intro={t('value.intro')}>
      <TextSetting
        {...shared}
        label={t('value.halfLife')}
        hint={t('value.halfLifeHint')}
        value={String(page.half_life_days)}
        inputMode="numeric"
        read={read}
        onSave={set('half_life_days', t('value.halfLife'))}
      />
      <TextSetting
        {...shared}
        label={t('value.cheque', { currency: page.cheque_in })}
        hint={t('value.chequeHint')}
        value={typedDecimal(page.cheque, locale)}
        inputMode="decimal"
        read={read}
        onSave={set('cheque', t('value.cheque', { currency: page.currency }))}
      />
      <Part title={t('value.dimensions')} hint={t('value.dimensionsHint')}>
        <Dimensions page={page} />
      </Part>
      <Part title={t('value.gates')} hint={t('value.gatesHint')}>
        <Gates page={page} />
      </Part>
    </SectionBody>
  );
}
