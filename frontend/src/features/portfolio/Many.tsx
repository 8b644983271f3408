import { IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { portfolio } from '@/api';
import { useFormat, useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import { ChangeForm } from './ChangeForm';
import classes from './Many.module.css';
import type { Chosen } from './useChosen';

/** What can be changed, in the order in which it is offered. */
const fields = ['csm', 'type', 'segment', 'owner', 'parent', 'tags'] as const;

/** Draws what can be done with the accounts that are chosen; nothing where none is. */
export function Many({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation('portfolio');
  const { number } = useFormat();
  const write = useWrite();
  const [field, setField] = useState<portfolio.ChangeField | 'delete'>();
  const count = chosen.ids.size;
  if (count === 0) return null;
  const ids = [...chosen.ids];
  const close = () => setField(undefined);
  const remove = async () => {
    close();
    await write(
      () => portfolio.remove(ids),
      t('many.deleted', { count, formatted: number(count) }),
    ).then(chosen.clear, () => undefined);
  };
  return (
    <section aria-label={t('many.label')} className={classes['bar']}>
      <b aria-live="polite">{t('many.chosen', { count, formatted: number(count) })}</b>
      <span className={classes['what']}>
        {fields.map((one) => (
          <Button key={one} size="small" data-at={`many-${one}`} onClick={() => setField(one)}>
            {t(`many.${one}`)}
          </Button>
        ))}
        <Button
          size="small"
          icon={<IconTrash size={14} stroke={1.6} aria-hidden />}
          onClick={() => setField('delete')}
        >
          {t('many.delete')}
        </Button>
      </span>
      <Button
        size="small"
        look="quiet"
        icon={<IconX size={14} stroke={1.6} aria-hidden />}
        onClick={chosen.clear}
      >
        {t('many.none')}
      </Button>
      {field !== undefined && field !== 'delete' && (
        <ChangeForm accounts={ids} field={field} onClose={close} />
      )}
      {field === 'delete' && (
        <Dialog opened onClose={close} title={t('many.sure', { count, formatted: number(count) })}>
          <p>{t('many.bin')}</p>
          <div className={classes['foot']}>
            <Button onClick={close}>{t('many.keep')}</Button>
            <Button look="primary" data-autofocus onClick={() => void remove()}>
              {t('many.delete')}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
