import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alignment as api } from '@/api';
import type { Motivation } from '@/api/alignment';
import { useWrite } from '@/state';
import { Button } from '@/ui';
import classes from './Alignment.module.css';
import { IndicatorRow } from './IndicatorRow';
import { IndicatorForm, MotivationForm } from './MotivationForm';
import type { SignsProps } from './SignsView';
import { Sortable } from './Sortable';

/** Draws a motivation with its signs, each with what it indicates. */
export function MotivationBlock({
  motivation,
  handle,
  ...props
}: SignsProps & { motivation: Motivation; handle: ReactNode }) {
  const { t } = useTranslation('alignment');
  const write = useWrite();
  const [open, setOpen] = useState<'' | 'edit' | 'sign'>('');
  const loose = motivation.id === '';
  const readOnly = props.page.read_only;
  const name = loose ? t('table.none') : motivation.name;
  return (
    <div className={classes['motivation']}>
      <div className={classes['motivationHead']}>
        {handle}
        <div>
          <h4>{name}</h4>
          {motivation.description !== '' && <p>{motivation.description}</p>}
        </div>
        {!readOnly && !loose && (
          <div className={classes['tools']}>
            <Button
              size="small"
              look="quiet"
              icon={<IconPlus size={13} stroke={1.8} aria-hidden />}
              aria-label={t('table.addSignTo', { name })}
              onClick={() => setOpen('sign')}
            >
              {t('table.addSign')}
            </Button>
            <Button
              size="small"
              look="quiet"
              aria-label={t('table.editOf', { name })}
              title={t('table.edit')}
              icon={<IconPencil size={14} stroke={1.6} aria-hidden />}
              onClick={() => setOpen('edit')}
            />
            <Button
              size="small"
              look="quiet"
              aria-label={t('table.removeOf', { name })}
              title={t('table.remove')}
              icon={<IconTrash size={14} stroke={1.6} aria-hidden />}
              onClick={() =>
                void write(() => api.remove('motivation', motivation.id), t('done.removed')).catch(
                  () => undefined,
                )
              }
            />
          </div>
        )}
      </div>
      {open === 'edit' && (
        <MotivationForm
          fields={{
            name: motivation.name,
            description: motivation.description,
            stage: motivation.stage,
          }}
          onSave={async (fields) => {
            await write(
              () => api.save({ kind: 'motivation', id: motivation.id, fields }),
              t('done.saved'),
            );
            setOpen('');
          }}
          onClose={() => setOpen('')}
        />
      )}
      {motivation.indicators.length === 0 ? (
        <p className={classes['quiet']}>{t('table.noSigns')}</p>
      ) : (
        <Sortable
          id={`motivation-${motivation.stage}-${motivation.id}`}
          label={name}
          readOnly={readOnly}
          items={motivation.indicators.map((indicator, index) => ({
            id: indicator.id,
            handle: t('table.drag', { name: indicator.name, place: index + 1 }),
            content: (grip) => <IndicatorRow {...props} indicator={indicator} handle={grip} />,
          }))}
          onMove={(id, before) =>
            write(() => api.move('indicator', id, before, ''), t('done.moved'))
          }
        />
      )}
      {open === 'sign' && (
        <IndicatorForm
          fields={{
            name: '',
            kind: 'yes/no',
            nature: 'motivational',
            source: '',
            stage: motivation.stage,
            motivation_id: motivation.id,
          }}
          onSave={async (fields) => {
            await write(() => api.save({ kind: 'indicator', id: '', fields }), t('done.added'));
            setOpen('');
          }}
          onClose={() => setOpen('')}
        />
      )}
    </div>
  );
}
