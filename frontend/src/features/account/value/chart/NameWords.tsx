import { feltAt, levelAt } from '../levels';
import type { Name, Names } from '../names';
import type { Picture } from '../picture';
import { Silent } from './Silent';

interface Tone {
  readonly strong: string;
  readonly rest: string;
  readonly size?: number;
}

const tones: Record<string, Tone> = {
  silence: { strong: 'var(--amber)', rest: 'var(--amber)' },
  provedLine: { strong: 'var(--green-2)', rest: 'var(--ink-2)' },
  feltLine: { strong: 'var(--ink)', rest: 'var(--ink-2)' },
  claimed: { strong: 'var(--claim)', rest: 'var(--claim)' },
  proved: { strong: 'var(--green)', rest: 'var(--green)', size: 12.5 },
  felt: { strong: 'var(--ink)', rest: 'var(--ink)', size: 12.5 },
  provedAhead: { strong: 'var(--green-2)', rest: 'var(--green-2)', size: 11 },
  feltAhead: { strong: 'var(--ink)', rest: 'var(--ink)', size: 11 },
};

/** Writes the words on the plot: silences, the lines' names, today's values and the values a year ahead. */
export function NameWords({ names, unit }: { names: Names; unit: number }) {
  return (
    <g>
      {names.silences.map((n) => (
        <Words key={n.key} name={n} tone="silence" unit={unit} />
      ))}
      {names.lines.map((n) => (
        <Words key={n.key} name={n} tone={`${n.key}Line`} unit={unit} />
      ))}
      {names.today.map((n) => (
        <Words key={n.key} name={n} tone={n.key} unit={unit} />
      ))}
      {names.ends.map((n) => (
        <Words key={n.key} name={n} tone={n.key} unit={unit} />
      ))}
    </g>
  );
}

function Words({ name, tone, unit }: { name: Name; tone: string; unit: number }) {
  const look = tones[tone] ?? { strong: 'var(--ink)', rest: 'var(--ink-2)' };
  const halo =
    name.halo === true
      ? {
          paintOrder: 'stroke',
          stroke: 'var(--paper-2)',
          strokeWidth: 5,
          strokeLinejoin: 'round' as const,
        }
      : {};
  const size = look.size ?? 12;
  return (
    <g textAnchor={name.anchor}>
      <text
        x={name.x}
        y={name.y}
        fontSize={size * unit}
        fontWeight={size === 11 ? 500 : 630}
        fill={look.strong}
        {...halo}
      >
        {name.strong}
      </text>
      {name.rest !== '' && (
        <text
          x={name.x}
          y={name.y + 14 * unit}
          fontSize={11 * unit}
          fontWeight={name.halo === undefined ? 450 : 500}
          fill={look.rest}
          {...halo}
        >
          {name.rest}
        </text>
      )}
    </g>
  );
}

/** Draws a dot where each line meets a day: today, or the pointer's. */
export function DayDots({ picture, day }: { picture: Picture; day: number }) {
  const { x, y, series, window } = picture;
  if (day < window.from || day > window.to) return null;
  const proved = levelAt(series.proved, day);
  const claimed = levelAt(series.claimed, day);
  const felt = feltAt(series.felt, day, series.halfLife);
  if (claimed === 0 && felt === 0) return null;
  const dots = [
    ...(claimed - proved > 0.5 ? [{ at: claimed, fill: 'var(--claim)' }] : []),
    ...(proved > 0 || claimed === 0 ? [{ at: proved, fill: 'var(--green)' }] : []),
    ...(felt > 0.5 ? [{ at: felt, fill: 'var(--felt)' }] : []),
  ];
  return (
    <Silent>
      {dots.map((dot) => (
        <circle
          key={dot.fill}
          cx={x(day)}
          cy={y(dot.at)}
          r="4"
          fill={dot.fill}
          stroke="var(--paper)"
          strokeWidth="1.8"
        />
      ))}
    </Silent>
  );
}
