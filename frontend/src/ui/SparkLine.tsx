import { memo, useId } from 'react';
import { spark } from '@/lib/spark';

/** What a SparkLine shows. */
export interface SparkLineProps {
  /** Levels at equal distances, oldest first. */
  proved: readonly number[];
  /** The same with what is only claimed; empty where there is none. */
  claimed?: readonly number[];
  tone: 'good' | 'calm' | 'bad';
  /** Says the picture in words. */
  label: string;
  width?: number;
  height?: number;
}

const strokes = { good: 'var(--green)', calm: 'var(--ink-3)', bad: 'var(--red-mark)' };
const fills = { good: 'var(--green-area)', calm: 'var(--paper-3)', bad: 'var(--red-soft)' };

/** Draws a small staircase: proved filled, claimed hatched, a dot at its end. */
export const SparkLine = memo(function SparkLine(props: SparkLineProps) {
  const { proved, claimed = [], tone, label, width = 92, height = 28 } = props;
  const hatch = useId();
  const picture = spark(proved, claimed, width, height);
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      style={{ display: 'block', overflow: 'visible', flex: 'none' }}
    >
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--line-2)" />
      {picture !== null && (
        <>
          <path d={picture.area} fill={fills[tone]} />
          {picture.claimed !== '' && (
            <>
              <Hatch id={hatch} />
              <path d={picture.claimed} fill={`url(#${hatch})`} />
            </>
          )}
          <path d={picture.line} fill="none" stroke={strokes[tone]} strokeWidth="1.6" />
          <circle cx={picture.end.x} cy={picture.end.y} r="2.2" fill={strokes[tone]} />
        </>
      )}
    </svg>
  );
});

/** Defines the hatch of what is claimed and not proved; 5 is the pitch of large pictures. */
export function Hatch({ id, pitch = 3.5 }: { id: string; pitch?: number }) {
  return (
    <defs>
      <pattern
        id={id}
        width={pitch}
        height={pitch}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={pitch} height={pitch} fill="var(--paper)" />
        <line x1="0" y1="0" x2="0" y2={pitch} stroke="var(--claim)" strokeWidth="1.4" />
      </pattern>
    </defs>
  );
}
