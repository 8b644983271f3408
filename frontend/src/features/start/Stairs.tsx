import { Hatch } from '@/ui';
import classes from './Start.module.css';

const proved = 'M0 196H150V170H250V146H340V118H620V92H730V64H820V40H960';
const claimed = 'M730 64H780V38H820V18H960V40H820V64H730Z';

/** Draws value as it grows, as the app will draw it: an ornament, and a promise. */
export function Stairs() {
  return (
    <svg
      className={classes['stairs']}
      viewBox="0 0 960 200"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <Hatch id="start-hatch" pitch={5} />
      <path d={`${proved}V200H0Z`} fill="var(--green-area)" />
      <path d={claimed} fill="url(#start-hatch)" />
      <path d={proved} fill="none" stroke="var(--green)" strokeWidth="2.25" />
      <path
        d="M0 196H150V171Q200 174 250 178V152Q295 156 340 160V126Q480 146 620 158V128Q675 132 730 138V104Q775 108 820 112V84Q890 90 960 98"
        fill="none"
        stroke="var(--felt)"
        strokeWidth="1.9"
      />
      <circle cx="957" cy="40" r="4" fill="var(--green)" />
    </svg>
  );
}
