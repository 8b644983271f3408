import { useId } from 'react';
import { Hatches, hatchIds } from '../chart/Hatches';
import type { Say } from '../words';
import classes from './Toolbar.module.css';

/** Says what the marks' sizes and shapes mean; lines are named at the lines themselves. */
export function Legend({ say }: { say: Say }) {
  const ids = hatchIds(useId().replace(/[^\w-]/g, ''));
  return (
    <ul className={classes['legend']} aria-label={say('legend.label')}>
      <li>
        <svg width="58" height="20" aria-hidden="true" fill="var(--ink-3)">
          <circle cx="6" cy="10" r="4" />
          <circle cx="22" cy="10" r="7" />
          <circle cx="46" cy="10" r="10" />
        </svg>
        {say('legend.sizes')}
      </li>
      <li>
        <svg width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="7" fill="none" stroke="var(--ink-3)" strokeWidth="1.3" />
          <circle cx="8" cy="8" r="4.4" fill="var(--ink-3)" />
        </svg>
        {say('confirmation.confirmed')}
      </li>
      <li>
        <svg width="12" height="16" aria-hidden="true">
          <circle cx="6" cy="8" r="5" fill="var(--ink-3)" />
        </svg>
        {say('confirmation.evidenced')}
      </li>
      <li>
        <svg width="13" height="16" aria-hidden="true">
          <Hatches ids={ids} />
          <circle
            cx="6.5"
            cy="8"
            r="5.5"
            fill={`url(#${ids.mark})`}
            stroke="var(--claim)"
            strokeWidth="1.2"
          />
        </svg>
        {say('confirmation.claimed')}
      </li>
    </ul>
  );
}
