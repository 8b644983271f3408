import type { AxisPoint } from '@/api/value';
import { dayOf } from '../days';
import { points, staircase } from '../paths';
import { linear } from '../scale';

const size = { width: 56, height: 30 };

/** Draws one axis since a day as a small step line on its own scale, over a dashed line at its start. */
export function StepLine(props: {
  series: AxisPoint[];
  from: string;
  to: string;
  growing: boolean;
}) {
  const { series, from, to, growing } = props;
  const window = { from: dayOf(from), to: Math.max(dayOf(to), dayOf(from) + 1) };
  const values = series.map((p) => p.value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0) return null;
  const x = linear(window, { from: 0, to: size.width });
  const flat = (size.height - 4.7 + 3) / 2 + 3;
  const y = high === low ? () => flat : linear({ from: low, to: high }, { from: 25.3, to: 3 });
  const scale = Object.assign((v: number) => y(v), { invert: (v: number) => v });
  const steps = series.map((p) => ({ day: dayOf(p.on), value: p.value }));
  const path = staircase(steps, window, x, scale);
  const start = path[0]?.[1] ?? flat;
  const end = path[path.length - 1]?.[1] ?? flat;
  const color = high === low ? 'var(--ink-3)' : growing ? 'var(--green)' : 'var(--red-mark)';
  return (
    <svg width={size.width} height={size.height} aria-hidden="true" overflow="visible">
      <line
        x1="0"
        x2={size.width}
        y1={start}
        y2={start}
        stroke="var(--line-2)"
        strokeDasharray="2 2"
      />
      <polyline points={points(path)} fill="none" stroke={color} strokeWidth="1.7" />
      <circle cx={size.width} cy={end} r="2.6" fill={color} />
    </svg>
  );
}
