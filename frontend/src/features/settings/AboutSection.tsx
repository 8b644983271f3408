import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settings as api } from '@/api';
import type { Licence } from '@/api/settings';
import { useStatus } from '@/state';
import { Button, Dialog } from '@/ui';
import { Part, SectionBody } from './parts';
import classes from './Settings.module.css';

/** Tells the version, and what is inside under which licence. */
export function AboutSection({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useTranslation('settings');
  const status = useStatus();
  const parts = useQuery({ queryKey: ['licences'], queryFn: api.licences }).data ?? [];
  const [reading, setReading] = useState<Licence>();
  return (
    <SectionBody title={t('section.about')} intro={t('about.intro')}>
      <dl className={classes['facts']}>
        <dt>{t('about.version')}</dt>
        <dd>{status.data?.version}</dd>
      </dl>
      <p className={classes['hint']}>{t('about.licence')}</p>
      <div className={classes['actions']}>
        <Button onClick={onShortcuts}>{t('about.shortcuts')}</Button>
      </div>
      <Part title={t('about.inside')} hint={t('about.insideHint', { count: parts.length })}>
        <table className={classes['table']} aria-label={t('about.inside')}>
          <thead>
            <tr>
              <th scope="col">{t('about.part')}</th>
              <th scope="col">{t('about.partVersion')}</th>
              <th scope="col">{t('about.partLicence')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={`${part.name}@${part.version}`}>
                <td className={classes['path']}>{part.name}</td>
                <td>{part.version}</td>
                <td>
                  <Button
                    size="small"
                    look="quiet"
                    aria-label={`${part.licence}: ${t('about.read', { name: part.name })}`}
                    onClick={() => setReading(part)}
                  >
                    {part.licence}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      <Dialog
        opened={reading !== undefined}
        onClose={() => setReading(undefined)}
        title={reading === undefined ? '' : `${reading.name} ${reading.version}`.trim()}
        size="lg"
      >
        {reading !== undefined && <Text part={reading} />}
      </Dialog>
    </SectionBody>
  );
}

function Text({ part }: { part: Licence }) {
  const text = useQuery({
    queryKey: ['licences', part.name, part.version],
    queryFn: () => api.licenceText(part.name, part.version),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by the keys
    <pre tabIndex={0} className={classes['licence']}>
      {text.data ?? text.error?.message ?? ''}
    </pre>
  );
}
