import { Popover, useMantineColorScheme } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, type Language } from '@/i18n';
import { Segmented } from '@/ui';
import classes from './Frame.module.css';

/** Draws the choice of theme and language, behind a button of the side bar. */
export function Appearance({ folded }: { folded: boolean }) {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="right-end"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={opened}
          aria-label={t('nav.appearance')}
          title={folded ? t('nav.appearance') : undefined}
          className={classes['item']}
          onClick={() => setOpened(!opened)}
        >
          <IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden />
          {!folded && t('nav.appearance')}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('nav.appearance')}>
        <div className={classes['appearance']}>
          <div>
            <h2>{t('appearance.theme')}</h2>
            <Segmented
              label={t('appearance.theme')}
              value={colorScheme}
              onChange={setColorScheme}
              options={[
                { value: 'light', label: t('appearance.light') },
                { value: 'dark', label: t('appearance.dark') },
                { value: 'auto', label: t('appearance.system') },
              ]}
            />
          </div>
          <div>
            <h2>{t('appearance.language')}</h2>
            <Segmented<Language>
              label={t('appearance.language')}
              value={i18n.language === 'de' ? 'de' : 'en'}
              onChange={(language) => void chooseLanguage(language)}
              options={[
                { value: 'en', label: t('appearance.en') },
                { value: 'de', label: t('appearance.de') },
              ]}
            />
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
