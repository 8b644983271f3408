import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { settings as api } from '@/api';
import type { SettingsPage } from '@/api/settings';
import { useWrite } from '@/state';
import { BrandFiles } from './BrandFiles';
import { Part, SectionBody } from './parts';
import classes from './Settings.module.css';
import { TextSetting } from './TextSetting';
import { useSet } from './useSettings';

/** Shows what the workspace is called and how its documents look. */
export function WorkspaceSection({ page }: { page: SettingsPage }) {
  const { t } = useTranslation('settings');
  const set = useSet();
  const shared = { disabled: page.read_only };
  return (
    <SectionBody title={t('section.workspace')} intro={t('workspace.intro')}>
      <TextSetting
        {...shared}
        label={t('workspace.name')}
        hint={t('workspace.nameHint')}
        value={page.name}
        maxLength={120}
        onSave={set('name', t('workspace.name'))}
      />
      <Part title={t('workspace.documents')}>
        <TextSetting
          {...shared}
          label={t('workspace.company')}
          hint={t('workspace.companyHint')}
          placeholder={page.name}
          value={page.company}
          maxLength={120}
          onSave={set('company', t('workspace.company'))}
        />
        <Accent page={page} />
        <TextSetting
          {...shared}
          label={t('workspace.font')}
          hint={t('workspace.fontHint')}
          value={page.font}
          maxLength={60}
          onSave={set('font', t('workspace.font'))}
        />
        <TextSetting
          {...shared}
          label={t('workspace.serif')}
          hint={t('workspace.serifHint')}
          value={page.serif}
          maxLength={60}
          onSave={set('serif', t('workspace.serif'))}
        />
        <BrandFiles page={page} />
      </Part>
      <Part title={t('workspace.people')}>
        <CSMFigures page={page} />
      </Part>
    </SectionBody>
  );
}

/** Allows figures about the people who look after accounts; off at first. */
function CSMFigures({ page }: { page: SettingsPage }) {
  const { t } = useTranslation('settings');
  const write = useWrite();
  return (
    <Switch
      label={t('workspace.csmFigures')}
      description={t('workspace.csmFiguresHint')}
      checked={page.csm_figures}
      disabled={page.read_only}
      onChange={(event) => {
        const on = event.currentTarget.checked;
        write(
          () => api.setCSMFigures(on),
          t(on ? 'workspace.csmFiguresOn' : 'workspace.csmFiguresOff'),
        ).catch(() => undefined);
      }}
    />
  );
}

/** Takes a colour as text, or from the system's own picker. */
function Accent({ page }: { page: SettingsPage }) {
  const { t } = useTranslation('settings');
  const save = useSet()('accent', t('workspace.accent'));
  const value = page.accent;
  return (
    <TextSetting
      label={t('workspace.accent')}
      hint={t('workspace.accentHint')}
      placeholder="#1b7446"
      value={value}
      maxLength={7}
      disabled={page.read_only}
      onSave={save}
      end={
        <input
          // A picker tells each shade on the way: only the one that is left standing is saved.
          key={value}
          type="color"
          className={classes['swatch']}
          aria-label={t('workspace.accentPick')}
          defaultValue={value === '' ? '#1b7446' : value}
          disabled={page.read_only}
          onBlur={(event) => {
            const picked = event.currentTarget.value;
            if (picked !== (value === '' ? '#1b7446' : value))
              void save(picked).catch(() => undefined);
          }}
        />
      }
    />
  );
}
