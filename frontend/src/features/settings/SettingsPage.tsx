import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsPage as Page } from '@/api/settings';
import { Button, EmptyState, PageHead } from '@/ui';
import { AboutSection } from './AboutSection';
import { AppearanceSection } from './AppearanceSection';
import { BackupsSection } from './BackupsSection';
import { BinSection } from './BinSection';
import { CurrencySection } from './CurrencySection';
import { DataSection } from './DataSection';
import { PersonSection } from './PersonSection';
import { Note } from './parts';
import classes from './Settings.module.css';
import { type Section, sections } from './sections';
import { useSettings } from './useSettings';
import { ValueSection } from './ValueSection';
import { WorkspaceSection } from './WorkspaceSection';

/** Shows one section of the settings beside the list of all. */
export function SettingsPage(props: {
  section: Section;
  /** Draws the way to a section: the addresses are the router's. */
  link: (section: Section, label: string, className: string | undefined) => ReactNode;
  onShortcuts: () => void;
}) {
  const { t } = useTranslation(['settings', 'common']);
  const settings = useSettings();
  return (
    <>
      <PageHead title={t('settings:title')} />
      <div className={classes['frame']}>
        <div className={classes['page']}>
          <nav aria-label={t('settings:sections')} className={classes['nav']}>
            <ul>
              {sections.map((one) => (
                <li key={one}>{props.link(one, t(`settings:section.${one}`), classes['link'])}</li>
              ))}
            </ul>
          </nav>
          <div className={classes['body']}>
            {settings.isError && (
              <EmptyState
                headed
                alert
                title={t('settings:failed')}
                actions={
                  <Button onClick={() => void settings.refetch()}>{t('common:retry')}</Button>
                }
              >
                {settings.error.message}
              </EmptyState>
            )}
            {settings.data?.read_only === true && <Note tone="warn">{t('settings:readOnly')}</Note>}
            {settings.data !== undefined && (
              <Body
                key={props.section}
                section={props.section}
                page={settings.data}
                onShortcuts={props.onShortcuts}
              />
            )}
          </div>
        </div>
      </div>
    </>
  );
}

function Body(props: { section: Section; page: Page; onShortcuts: () => void }) {
  const { section, page } = props;
  switch (section) {
    case 'person':
      return <PersonSection page={page} />;
    case 'workspace':
      return <WorkspaceSection page={page} />;
    case 'currency':
      return <CurrencySection page={page} />;
    case 'value':
      return <ValueSection page={page} />;
    case 'appearance':
      return <AppearanceSection />;
    case 'backups':
      return <BackupsSection readOnly={page.read_only} />;
    case 'data':
      return <DataSection name={page.name} />;
    case 'bin':
      return <BinSection readOnly={page.read_only} />;
    case 'about':
      return <AboutSection onShortcuts={props.onShortcuts} />;
  }
}
