import { writeMoney } from '../format';
import type { Picture } from '../picture';
import type { Voice } from '../words';
import { Silent } from './Silent';

/** Draws what the picture stands on: silences, the wash of the future, hairlines and the money axis. */
export function Ground({ picture, voice }: { picture: Picture; voice: Voice }) {
  const { layout, x, y, axis, window, today, height, bands } = picture;
  const { unit } = layout;
  const wash = Math.max(today, window.from);
  return (
    <Silent>
      {bands.map((band) => (
        <rect
          key={band.silence.from}
          x={band.from + 1}
          y={layout.top}
          width={Math.max(band.to - band.from - 1, 0)}
          height={height - layout.top}
          fill="var(--amber-band)"
        />
      ))}
      {window.to > wash && (
        <rect
          x={x(wash)}
          y={layout.top}
          width={x(window.to) - x(wash)}
          height={height - layout.top}
          fill="var(--paper-2)"
        />
      )}
      {[0, ...axis.lines].map((amount) => (
        <g key={amount}>
          <line
            x1={layout.left}
            x2={layout.right}
            y1={y(amount)}
            y2={y(amount)}
            stroke={amount === 0 ? 'var(--line-2)' : 'var(--line)'}
          />
          <text
            x={layout.left - 10 * unit}
            y={y(amount) + 4 * unit}
            textAnchor="end"
            fontSize={11 * unit}
            fill="var(--ink-3)"
          >
            {amount === 0 ? '0' : writeMoney(voice.form, amount)}
          </text>
        </g>
      ))}
    </Silent>
  );
}

/** Draws the ticks of the time axis with their months. */
export function TimeAxis({ picture }: { picture: Picture }) {
  const { layout, x, ticks } = picture;
  const { unit, foot } = layout;
  return (
    <Silent>
      {ticks.map((tick) => (
        <g key={tick.day}>
          <line
            x1={x(tick.day)}
            x2={x(tick.day)}
            y1={foot}
            y2={foot + 5}
            stroke="var(--line-ctl)"
          />
          <text
            x={x(tick.day) + 3}
            y={foot + 17 * unit}
            fontSize={11 * unit}
            fontWeight={tick.strong ? 600 : 450}
            fill={tick.strong ? 'var(--ink-2)' : 'var(--ink-3)'}
          >
            {tick.label}
          </text>
        </g>
      ))}
    </Silent>
  );
}
