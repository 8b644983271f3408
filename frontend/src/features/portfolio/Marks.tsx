import {
  IconAlertOctagonFilled,
  IconAlertTriangle,
  IconAlertTriangleFilled,
} from '@tabler/icons-react';
import classes from './Cells.module.css';

const client = ['new', 'growing', 'renewal', 'cancelled'];
const provider = ['integrating', 'tending', 'harvesting', 'saving'];

/** Draws the two roads: the client's phase a disc on the upper line, ours a square on the lower. */
export function RoadsMark(props: { client: string; provider: string; label: string }) {
  return (
    <svg width="48" height="28" role="img" aria-label={props.label} className={classes['roads']}>
      <Road at={client.indexOf(props.client)} y={6} square={false} />
      <Road at={provider.indexOf(props.provider)} y={22} square />
    </svg>
  );
}

function Road({ at, y, square }: { at: number; y: number; square: boolean }) {
  const x = (i: number) => 4 + 13 * i;
  const end = x(Math.max(at, 0));
  return (
    <g>
      <line x1={x(0)} x2={x(3)} y1={y} y2={y} stroke="var(--line-2)" strokeWidth="1.5" />
      <line x1={x(0)} x2={end} y1={y} y2={y} stroke="var(--ink-2)" strokeWidth="1.5" />
      {[1, 2, 3].map((i) => (
        <circle
          key={i}
          cx={x(i)}
          cy={y}
          r="1.3"
          fill={i <= at ? 'var(--ink-2)' : 'var(--line-2)'}
        />
      ))}
      {at >= 0 && square && (
        <rect x={end - 3.5} y={y - 3.5} width="7" height="7" rx="1" fill="var(--ink)" />
      )}
      {at >= 0 && !square && <circle cx={end} cy={y} r="3.8" fill="var(--ink)" />}
    </g>
  );
}

const odd = 'M1.5 4.2h9M1.5 7.8h9M8.6 1.5 3.4 10.5';

/** Draws that the phases of an account do not go together; without a label, beside words that say so. */
export function OddMark({ label }: { label?: string }) {
  const mark = <path d={odd} stroke="var(--amber)" strokeWidth="1.4" fill="none" />;
  if (label === undefined) {
    return (
      <svg width="12" height="12" aria-hidden="true">
        {mark}
      </svg>
    );
  }
  return (
    <svg width="12" height="12" role="img" aria-label={label} className={classes['odd']}>
      <title>{label}</title>
      {mark}
    </svg>
  );
}

/** Draws how many checks of a principle hold: all, some or none. */
export function CheckDot({ holds, of }: { holds: number; of: number }) {
  return (
    <svg width="12" height="12" aria-hidden="true">
      {holds === of && <circle cx="6" cy="6" r="5" fill="var(--green)" />}
      {holds < of && holds > 0 && (
        <>
          <circle cx="6" cy="6" r="4.4" fill="none" stroke="var(--amber-mark)" strokeWidth="1.3" />
          <path d="M6 1.6a4.4 4.4 0 0 0 0 8.8z" fill="var(--amber-mark)" />
        </>
      )}
      {holds < of && holds === 0 && (
        <g fill="none" stroke="var(--red-mark)" strokeWidth="1.3">
          <circle cx="6" cy="6" r="4.6" />
          <path d="M4.3 4.3l3.4 3.4M7.7 4.3 4.3 7.7" />
        </g>
      )}
    </svg>
  );
}

/** Draws how much evidence speaks against an account; nothing where none does. */
export function RiskMark({ risk }: { risk: string }) {
  if (risk === 'critical')
    return <IconAlertOctagonFilled size={13} color="var(--red-mark)" aria-hidden />;
  if (risk === 'at risk')
    return <IconAlertTriangleFilled size={13} color="var(--amber)" aria-hidden />;
  if (risk === 'watch') return <IconAlertTriangle size={13} color="var(--amber)" aria-hidden />;
  return null;
}
