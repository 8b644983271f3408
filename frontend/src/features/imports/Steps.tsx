import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { imports } from '@/api';
import classes from './Imports.module.css';
import { useSession } from './session';

const steps = ['file', 'match', 'preview', 'apply'] as const;

/** Draws how far the import is. Nobody has to press through: all but the last is on one screen. */
export function Steps({ plan }: { plan: imports.ImportPlan }) {
  const { t } = useTranslation('imports');
  const { writing } = useSession();
  const unmatched = plan.missing.length > 0 || plan.problem !== '';
  const at = writing ? 3 : unmatched ? 1 : 2;
  return (
    <ol className={classes['steps']} aria-label={t('steps')}>
      {steps.map((step, i) => (
        <li
          key={step}
          data-at={i < at ? 'past' : i === at ? 'now' : 'ahead'}
          {...(i === at && { 'aria-current': 'step' as const })}
        >
          <span aria-hidden="true">{i < at ? <IconCheck size={12} stroke={2.4} /> : i + 1}</span>
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
