import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { brand, toProblem } from '@/api';
import type { BrandFiles as Files } from '@/api/brand';
import type { SettingsPage } from '@/api/settings';
import { ChooseFile } from '@/form';
import { useWrite } from '@/state';
import { Button } from '@/ui';
import own from './BrandFiles.module.css';
import classes from './Settings.module.css';

const pictures = ['.png', '.jpg', '.jpeg'] as const;

/** Shows the logo of documents and the kept template, to change and to take away. */
export function BrandFiles({ page }: { page: SettingsPage }) {
  // Kept with the settings, so that an undo reads both anew.
  const files = useQuery({ queryKey: ['settings', 'brand'], queryFn: brand.files });
  if (files.data === undefined) return null;
  return (
    <>
      <Logo page={page} files={files.data} />
      <Template readOnly={page.read_only} name={files.data.template} />
    </>
  );
}

function Logo({ page, files }: { page: SettingsPage; files: Files }) {
  const { t } = useTranslation('brand');
  const write = useWrite();
  const [wrong, setWrong] = useState('');
  const attempt = (run: () => Promise<void>) => {
    setWrong('');
    void run().catch((cause: unknown) => setWrong(toProblem(cause).message));
  };
  const there = files.logo !== '';
  const company = page.company === '' ? page.name : page.company;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as the other fields are
    <div role="group" aria-label={t('logo')} className={own['file']}>
      <h4 className={own['name']}>{t('logo')}</h4>
      {there && (
        <figure className={own['logo']}>
          <img src={files.logo} alt={t('alt', { company })} />
          <figcaption>{t('size', { w: files.width, h: files.height })}</figcaption>
        </figure>
      )}
      {!there && <p>{t(files.waiting ? 'waiting' : 'none')}</p>}
      <div className={classes['actions']}>
        <ChooseFile
          title={t('choose')}
          endings={pictures}
          disabled={page.read_only}
          attempt={attempt}
          onChosen={async (path) => {
            await write(() => brand.setLogo(path), t('changed'));
          }}
        >
          {t(there ? 'another' : 'choose')}
        </ChooseFile>
        {(there || files.waiting) && (
          <Button
            disabled={page.read_only}
            onClick={() =>
              attempt(async () => {
                await write(brand.removeLogo, t('removed'));
              })
            }
          >
            {t('remove')}
          </Button>
        )}
      </div>
      {wrong !== '' && <p role="alert">{wrong}</p>}
      <p className={own['hint']}>{t('hint', { token: '{{logo}}' })}</p>
    </div>
  );
}

function Template({ readOnly, name }: { readOnly: boolean; name: string }) {
  const { t } = useTranslation('brand');
  const write = useWrite();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as the other fields are
    <div role="group" aria-label={t('template')} className={own['file']}>
      <h4 className={own['name']}>{t('template')}</h4>
      <p>{name === '' ? t('templateNone') : t('templateKept', { name })}</p>
      {name !== '' && (
        <div className={classes['actions']}>
          <Button
            disabled={readOnly}
            onClick={() => {
              write(brand.forgetTemplate, t('templateForgotten')).catch(() => undefined);
            }}
          >
            {t('templateForget')}
          </Button>
        </div>
      )}
    </div>
  );
}
