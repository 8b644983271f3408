import { useTranslation } from 'react-i18next';
import { settings as api } from '@/api';
import type { SettingsPage } from '@/api/settings';
import { useWrite } from '@/state';
import { SectionBody } from './parts';
import { TextSetting } from './TextSetting';

/** Shows who is named in the history. */
export function PersonSection({ page }: { page: SettingsPage }) {
  const { t } = useTranslation('settings');
  const write = useWrite();
  const { name, email } = page.person;
  return (
    <SectionBody title={t('section.person')} intro={t('person.intro')}>
      <TextSetting
        label={t('person.name')}
        hint={t('person.nameHint')}
        value={name}
        maxLength={120}
        disabled={page.read_only}
        onSave={(text) =>
          write(() => api.setPerson(text, email), t('saved', { what: t('person.name') }))
        }
      />
      <TextSetting
        label={t('person.email')}
        hint={t('person.emailHint')}
        value={email}
        inputMode="email"
        maxLength={200}
        disabled={page.read_only}
        onSave={(text) =>
          write(() => api.setPerson(name, text), t('saved', { what: t('person.email') }))
        }
      />
    </SectionBody>
  );
}
