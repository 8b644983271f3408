import { memo } from 'react';
import type { Measure } from '@/api/plan';
import { barOf, sparkPoints } from './bar';

const tones = { good: 'var(--green)', bad: 'var(--amber-mark)', calm: 'var(--ink-3)' };

/** Draws where a measure stands between its baseline and its target. */
export const MeasureBar = memo(function MeasureBar(props: {
  measure: Measure;
  label: string;
  width?: number;
}) {
  const { width = 108 } = props;
  const bar = barOf(props.measure, width);
  const color = tones[bar.tone];
  const { now } = bar;
  return (
    <svg role="img" aria-label={props.label} width={width} height={22} viewBox={`0 0 ${width} 22`}>
      <line
        x1={bar.from}
        x2={bar.to}
        y1={11}
        y2={11}
        stroke="var(--line-2)"
        strokeWidth={1.5}
        strokeDasharray={bar.dotted ? '2 3' : undefined}
      />
      {now !== null && (
        <line
          x1={bar.from}
          x2={now}
          y1={11}
          y2={11}
          stroke={color}
          strokeWidth={5}
          opacity={bar.tone === 'calm' ? 0.45 : 1}
        />
      )}
      <line x1={bar.from} x2={bar.from} y1={6} y2={16} stroke="var(--ink-3)" strokeWidth={1.5} />
      <path d={`M${bar.to} 4v14`} stroke="var(--ink)" strokeWidth={1.8} />
      {now !== null && <Mark at={now} mark={bar.mark} color={color} />}
    </svg>
  );
});

function Mark({ at, mark, color }: { at: number; mark: string; color: string }) {
  const edge = { stroke: 'var(--paper)', strokeWidth: 1.5 };
  if (mark === 'diamond')
    return <path d={`M${at} 4.5l6.3 6.5-6.3 6.5-6.3-6.5z`} fill={color} {...edge} />;
  if (mark === 'ring') {
    return (
      <circle
        cx={at}
        cy={11}
        r={5}
        fill="var(--paper)"
        stroke={color}
        strokeWidth={1.8}
        strokeDasharray="2 1.6"
      />
    );
  }
  return (
    <>
      <circle cx={at} cy={11} r={mark === 'tick' ? 6.5 : 5.5} fill={color} {...edge} />
      {mark === 'tick' && (
        <path d={`M${at - 2.8} 11l2 2 3.6-4`} stroke="var(--paper)" strokeWidth={1.5} fill="none" />
      )}
    </>
  );
}

/** Draws the readings of a measure as a small line with a dot at its end. */
export const ReadingSpark = memo(function ReadingSpark(props: { measure: Measure; label: string }) {
  const points = sparkPoints(props.measure.readings, 42, 20);
  const end = points.at(-1);
  if (end === undefined) return <span />;
  return (
    <svg role="img" aria-label={props.label} width={42} height={20}>
      <polyline
        points={points.map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join(' ')}
        fill="none"
        stroke="var(--ink-3)"
        strokeWidth={1.4}
        strokeLinejoin="round"
      />
      <circle cx={end.x} cy={end.y} r={2.2} fill="var(--ink)" />
    </svg>
  );
});
