import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { brand, templates, toProblem } from '@/api';
import type { StoryPage } from '@/api/stories';
import type { Template } from '@/api/templates';
import { ChooseFile } from '@/form';
import { useFormat, useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import dialogClasses from './Dialogs.module.css';
import classes from './TemplateDialog.module.css';

const endings = ['.pptx', '.potx'] as const;

/** Says what a deck takes of the company's template, and asks for the file where none is kept. */
export function TemplateDialog(props: {
  story: StoryPage;
  locale: string;
  opened: boolean;
  onClose: () => void;
  /** The template is kept, and the deck may be written into it. */
  onAgree: () => void;
}) {
  const { t } = useTranslation('template');
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={t('title')} size="lg">
      <Choice {...props} />
    </Dialog>
  );
}

type Props = Parameters<typeof TemplateDialog>[0];

function Choice({ story, locale, onClose, onAgree }: Props) {
  const { t } = useTranslation('template');
  const write = useWrite();
  // What was chosen just now; '' is what the workspace keeps.
  const [path, setPath] = useState('');
  const [wrong, setWrong] = useState('');
  const look = useQuery({
    queryKey: ['story', story.id, 'template', path, locale],
    queryFn: () => templates.look(story.id, path, locale),
    gcTime: 0,
  });
  const attempt = (run: () => Promise<void>) => {
    setWrong('');
    void run().catch((cause: unknown) => setWrong(toProblem(cause).message));
  };
  const agree = async () => {
    if (path !== '') await write(() => templates.keep(path), t('kept'));
    onAgree();
  };
  const forget = async () => {
    await write(brand.forgetTemplate, t('forgotten'));
    onClose();
  };
  const template = look.data;
  const message = wrong !== '' ? wrong : (look.error?.message ?? '');
  // A kept file that is broken or not here is forgotten like one that can be used.
  const kept = path === '' && !look.isPending && template?.name !== '';
  const ready = template !== undefined && template.name !== '' && look.error === null;
  return (
    <>
      {message !== '' && <p role="alert">{message}</p>}
      {ready && <Report template={template} />}
      {template?.name === '' && message === '' && (
        <p className={dialogClasses['none']}>{t('none')}</p>
      )}
      <div className={dialogClasses['choice']}>
        {kept && <Button onClick={() => attempt(forget)}>{t('forget')}</Button>}
        <ChooseFile
          title={t('choose')}
          endings={endings}
          onChosen={setPath}
          attempt={attempt}
          autoFocus={!ready}
        >
          {t(ready ? 'another' : 'choose')}
        </ChooseFile>
        <Button onClick={onClose}>{t('cancel')}</Button>
        {ready && (
          <Button look="primary" data-autofocus onClick={() => attempt(agree)}>
            {t('write')}
          </Button>
        )}
      </div>
    </>
  );
}

/** Lists which layouts are used, which tokens are filled, and what is left out. */
function Report({ template }: { template: Template }) {
  const { t } = useTranslation('template');
  const format = useFormat();
  const inches = (points: number) => format.number(points / 72, 2);
  return (
    <div className={classes['report']}>
      <p>
        <b>{template.name}</b>{' '}
        <span>{t('size', { w: inches(template.width), h: inches(template.height) })}</span>
      </p>
      <h3>{t('layouts')}</h3>
      <ul>
        {template.layouts.map((one) => (
          <li key={one.kind}>
            <span>{t(`kind.${one.kind}`)}</span>
            <span>{one.layout}</span>
            <small>{t(`how.${one.how}`)}</small>
          </li>
        ))}
      </ul>
      {template.tokens.length > 0 && <h3>{t('tokens')}</h3>}
      {template.tokens.length > 0 && (
        <ul>
          {template.tokens.map((one) => (
            <li key={`${one.name} ${one.picture}`}>
              <code>{`{{${one.name}}}`}</code>
              <span>{t(`state.${one.state}`)}</span>
              <small>{t(one.picture ? 'picture' : 'text')}</small>
            </li>
          ))}
        </ul>
      )}
      {template.fonts.length > 0 && <p>{t('fonts', { fonts: template.fonts.join(', ') })}</p>}
      {template.removed.length > 0 && (
        <p>
          {t('removed', {
            things: template.removed
              .map((one) => t(`what.${one.what}`, { count: one.count }))
              .join(', '),
          })}
        </p>
      )}
    </div>
  );
}
