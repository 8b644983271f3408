import { Select, useMantineColorScheme } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  chooseLanguage,
  chooseLocale,
  type Language,
  localeChoice,
  localesOf,
  machineLocale,
} from '@/i18n';
import { shortDate } from '@/lib/dates';
import { money, number } from '@/lib/money';
import { chooseTextSize, type TextSize, textSize, textSizes } from '@/lib/textSize';
import { useFormat, useStatus } from '@/state';
import { Segmented } from '@/ui';
import { SectionBody } from './parts';
import classes from './Settings.module.css';

/** Shows how Tendril looks and in which language it speaks, on this computer. */
export function AppearanceSection() {
  const { t, i18n } = useTranslation(['settings', 'common']);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [size, setSize] = useState(textSize);
  return (
    <SectionBody title={t('settings:section.appearance')} intro={t('settings:appearance.intro')}>
      <Choice label={t('settings:appearance.theme')}>
        <Segmented
          label={t('settings:appearance.theme')}
          value={colorScheme}
          onChange={setColorScheme}
          options={[
            { value: 'light', label: t('settings:appearance.light') },
            { value: 'dark', label: t('settings:appearance.dark') },
            { value: 'auto', label: t('settings:appearance.system') },
          ]}
        />
      </Choice>
      <Choice label={t('settings:appearance.textSize')}>
        <Segmented<TextSize>
          label={t('settings:appearance.textSize')}
          value={size}
          onChange={(next) => {
            chooseTextSize(next);
            setSize(next);
          }}
          options={(Object.keys(textSizes) as TextSize[]).map((value) => ({
            value,
            label: t(`settings:appearance.size.${value}`),
          }))}
        />
      </Choice>
      <Choice label={t('settings:appearance.language')}>
        <Segmented<Language>
          label={t('settings:appearance.language')}
          value={i18n.language === 'de' ? 'de' : 'en'}
          onChange={(language) => void chooseLanguage(language)}
          options={[
            { value: 'en', label: t('common:appearance.en') },
            { value: 'de', label: t('common:appearance.de') },
          ]}
        />
      </Choice>
      <Formats />
    </SectionBody>
  );
}

function Choice(props: { label: string; children: ReactNode }) {
  return (
    <div className={classes['choice']}>
      <h3 className={classes['label']}>{props.label}</h3>
      {props.children}
    </div>
  );
}

/** Chooses how dates and numbers are written, each choice with what it makes of them. */
function Formats() {
  const { t, i18n } = useTranslation('settings');
  const { locale } = useFormat();
  const status = useStatus().data;
  const today = status?.today ?? '2026-01-31';
  const example = (one: string) =>
    [
      shortDate(today, one),
      number(1234567.8, one, 1),
      money(1234.5, status?.currency ?? 'EUR', one),
    ].join(' · ');
  const regions = new Intl.DisplayNames(i18n.language, { type: 'region' });
  const named = (one: string) => regions.of(one.split('-').at(-1) ?? '') ?? one;
  const choice = localeChoice(i18n.language);
  return (
    <Select
      key={i18n.language}
      className={classes['field'] ?? ''}
      label={t('appearance.formats')}
      description={t('appearance.formatsHint', { example: example(locale) })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDeselect={false}
      data={[
        {
          value: '',
          label: t('appearance.machine', { locale: named(machineLocale(i18n.language)) }),
        },
        ...localesOf(i18n.language).map((one) => ({ value: one, label: named(one) })),
      ]}
      renderOption={({ option }) => (
        <span className={classes['option']}>
          {option.label}
          {option.value !== '' && <small>{example(option.value)}</small>}
        </span>
      )}
      value={choice}
      onChange={(value) => void chooseLocale(i18n.language, value ?? '')}
    />
  );
}
