import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { imports } from '@/api';
import { useWrite } from '@/state';
import { Button } from '@/ui';
import classes from './Columns.module.css';
import { session } from './session';

const none = 'none';

/** Draws which saved mapping is applied; without any there is nothing to choose. */
export function MappingChoice({ plan }: { plan: imports.ImportPlan }) {
  const { t } = useTranslation('imports');
  const write = useWrite();
  const chosen = plan.mappings.find((one) => one.id === plan.mapping);
  if (plan.mappings.length === 0) return null;
  return (
    <span className={classes['mapping']}>
      <select
        className={classes['select']}
        aria-label={t('mapping')}
        title={chosen === undefined ? undefined : t('mappingApplied', { name: chosen.name })}
        value={plan.mapping === '' ? none : plan.mapping}
        onChange={(event) =>
          session.say({ mapping: event.currentTarget.value, map: {}, constants: {} })
        }
      >
        <option value={none}>{t('mappingNone')}</option>
        {plan.mappings.map((one) => (
          <option key={one.id} value={one.id}>
            {one.fits ? t('mappingFits', { name: one.name }) : one.name}
          </option>
        ))}
      </select>
      {chosen !== undefined && (
        <Button
          look="quiet"
          size="small"
          aria-label={t('deleteMapping', { name: chosen.name })}
          icon={<IconTrash size={13} stroke={1.6} aria-hidden />}
          onClick={() =>
            void write(() => imports.deleteMapping(chosen.id), t('mappingDeleted'))
              .then(() => session.say({ mapping: '' }))
              .catch(() => undefined)
          }
        />
      )}
    </span>
  );
}
