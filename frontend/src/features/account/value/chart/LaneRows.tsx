import { dimensionColor, dimensionName } from '../dimensions';
import { type LaneBox, type Row, stretchesOf } from '../lanes';
import { fitText, measureText } from '../layout';
import type { Picture } from '../picture';
import type { Voice } from '../words';
import { RowWords } from './RowWords';
import { Silent } from './Silent';

/** Draws the lanes: a dimension's name, the time in force of each benefit, and today's words at the right. */
export function LaneRows({ picture, voice }: { picture: Picture; voice: Voice }) {
  const { layout, lanes, height } = picture;
  return (
    <g>
      {lanes.map((lane) => (
        <LaneRow key={lane.dimension} lane={lane} picture={picture} voice={voice} />
      ))}
      <line x1="0" x2={layout.right} y1={height} y2={height} stroke="var(--line)" />
    </g>
  );
}

function LaneRow({ lane, picture, voice }: { lane: LaneBox; picture: Picture; voice: Voice }) {
  const { layout } = picture;
  const { unit } = layout;
  const middle = lane.top + lane.height / 2;
  const name = dimensionName(lane.dimension, voice.say);
  return (
    <g>
      <line x1="0" x2={layout.right} y1={lane.top} y2={lane.top} stroke="var(--line)" />
      <rect
        x="0"
        y={middle - 5 * unit}
        width={10 * unit}
        height={10 * unit}
        rx="2"
        fill={dimensionColor(lane.dimension)}
      />
      <text
        x={17 * unit}
        y={middle + 4 * unit}
        fontSize={12 * unit}
        fontWeight="540"
        fill="var(--ink)"
      >
        {fitText(name, layout.left - 22 * unit, 12 * unit, measureText)}
      </text>
      {lane.rows.map((row) => (
        <g key={row.benefit.id}>
          <InForceLine row={row} picture={picture} />
          <RowWords row={row} picture={picture} voice={voice} />
        </g>
      ))}
    </g>
  );
}

const widths = { proved: 2, ahead: 1.5, claimed: 1.2 };
const dashes = { proved: undefined, ahead: '2 3', claimed: '2 2.5' };

function InForceLine({ row, picture }: { row: Row; picture: Picture }) {
  const { x, window, today, layout } = picture;
  const color = dimensionColor(row.benefit.dimension);
  return (
    <Silent>
      {stretchesOf(row, window, today, x, 30 * layout.unit).map((s) => (
        <g key={`${s.from}-${s.look}`} stroke={s.look === 'claimed' ? 'var(--claim)' : color}>
          <line
            x1={s.from}
            x2={s.to}
            y1={row.y}
            y2={row.y}
            strokeWidth={widths[s.look]}
            strokeDasharray={dashes[s.look]}
          />
          {s.ends && <line x1={s.to} x2={s.to} y1={row.y - 4} y2={row.y + 4} strokeWidth="1.5" />}
        </g>
      ))}
    </Silent>
  );
}
