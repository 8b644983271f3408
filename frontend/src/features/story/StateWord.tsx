import { IconCheck, IconCircleDashed, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClaimState } from '@/api/stories';
import classes from './Claims.module.css';

const icons = {
  proved: IconCheck,
  claimed: IconCircleDashed,
  stale: IconClock,
  unproved: IconCircleDashed,
} as const;

/** Says a claim's state by an icon and a word. */
export function StateWord({ state }: { state: ClaimState }) {
  const { t } = useTranslation('story');
  const Icon = icons[state];
  return (
    <span className={`${classes['state']} ${classes[state]}`}>
      <Icon size={13} stroke={2} aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}
