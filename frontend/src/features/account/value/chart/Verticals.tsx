import type { LineKind } from '@/api/value';
import type { Picture, Vertical } from '../picture';

interface Look {
  readonly stroke: string;
  readonly dash?: string;
}

const looks: Record<LineKind, Look> = {
  start: { stroke: 'var(--ink-2)' },
  first_value: { stroke: 'var(--green)' },
  renewed: { stroke: 'var(--ink-2)' },
  renewal: { stroke: 'var(--ink-2)' },
  cancelled: { stroke: 'var(--red-mark)' },
  told: { stroke: 'var(--ink-3)', dash: '2 3' },
  leaves: { stroke: 'var(--ink-3)', dash: '3 3' },
};

/** Draws the verticals of the picture with their words in the two rows above the plot. */
export function Verticals({ picture }: { picture: Picture }) {
  const { unit } = picture.layout;
  return (
    <g>
      {picture.verticals.map((v) =>
        v.line === null ? (
          <Today key={v.key} v={v} unit={unit} />
        ) : (
          <One key={v.key} v={v} unit={unit} />
        ),
      )}
    </g>
  );
}

function One({ v, unit }: { v: Vertical; unit: number }) {
  const kind = v.line?.kind ?? 'start';
  const look = looks[kind];
  const anchor = v.anchor === 'end' ? 'end' : 'start';
  return (
    <g>
      <title>{`${v.strong} ${v.rest}`}</title>
      <line
        x1={v.x}
        x2={v.x}
        y1={v.top}
        y2={v.foot}
        stroke={look.stroke}
        strokeDasharray={look.dash}
      />
      {v.row >= 0 && (
        <text
          x={v.x + (anchor === 'end' ? -6 : 6) * unit}
          y={baseline(v, unit)}
          fontSize={11 * unit}
          textAnchor={anchor}
        >
          <tspan fontWeight="600" fill={kind === 'first_value' ? 'var(--green)' : 'var(--ink)'}>
            {v.strong}
          </tspan>
          {v.withRest && (
            <tspan fill="var(--ink-3)" dx={5 * unit}>
              {v.rest}
            </tspan>
          )}
        </text>
      )}
    </g>
  );
}

function Today({ v, unit }: { v: Vertical; unit: number }) {
  const width = Math.max(v.strong.length * 6.6 + 16, 50) * unit;
  return (
    <g>
      <line x1={v.x} x2={v.x} y1={v.top} y2={v.foot} stroke="var(--ink)" strokeWidth="1.5" />
      <rect
        x={v.x - width / 2}
        y={22 * unit}
        width={width}
        height={18 * unit}
        rx="3"
        fill="var(--ink)"
      />
      <text
        x={v.x}
        y={35 * unit}
        fontSize={11 * unit}
        fontWeight="600"
        fill="var(--paper)"
        textAnchor="middle"
      >
        {v.strong}
      </text>
    </g>
  );
}

function baseline(v: Vertical, unit: number): number {
  return (v.row === 0 ? 16 : 35) * unit;
}
