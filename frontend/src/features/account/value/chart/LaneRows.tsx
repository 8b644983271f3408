import type { Benefit } from '@/api/value';
import { dimensionColor, dimensionName } from '../dimensions';
import { writeDay, writeMoney } from '../format';
import { type LaneBox, type Row, stretchesOf } from '../lanes';
import { fitText, measureText, wordsGap } from '../layout';
import type { Picture } from '../picture';
import type { Voice } from '../words';

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
        aria-hidden="true"
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

function InForceLine({ row, picture }: { row: Row; picture: Picture }) {
  const { x, window, today, layout } = picture;
  const color = dimensionColor(row.benefit.dimension);
  return (
    <g aria-hidden="true">
      {stretchesOf(row, window, today, x, 30 * layout.unit).map((s) => (
        <g key={`${s.from}-${s.look}`} stroke={s.look === 'claimed' ? 'var(--claim)' : color}>
          <line
            x1={s.from}
            x2={s.to}
            y1={row.y}
            y2={row.y}
            strokeWidth={s.look === 'proved' ? 2 : s.look === 'ahead' ? 1.5 : 1.2}
            strokeDasharray={s.look === 'proved' ? undefined : s.look === 'ahead' ? '2 3' : '2 2.5'}
          />
          {s.ends && <line x1={s.to} x2={s.to} y1={row.y - 4} y2={row.y + 4} strokeWidth="1.5" />}
        </g>
      ))}
    </g>
  );
}

function RowWords({ row, picture, voice }: { row: Row; picture: Picture; voice: Voice }) {
  const { layout, words, x, today } = picture;
  const { unit } = layout;
  const { benefit } = row;
  if (words === 'none') return null;
  const from = x(today) + wordsGap * unit;
  const claimed = !benefit.proved;
  const ink = claimed ? 'var(--claim)' : 'var(--ink)';
  const amount = amountWords(benefit, voice);
  const rest = restWords(benefit, voice);
  const size = 11.5 * unit;
  const used = measureText(amount, size, 600) + measureText(rest, size) + 22 * unit;
  const room = layout.right - 10 * unit - from;
  const showRest = used <= room + 12 * unit;
  const line = words === 'one' ? row.y + 4 * unit : row.y - 2 * unit;
  const title = titleWords(benefit, voice, words === 'one' ? room - used : room, 11 * unit);
  return (
    <g>
      <text x={from} y={line} fontSize={size}>
        <tspan fontWeight="600" fill={ink}>
          {amount}
        </tspan>
        {showRest && (
          <tspan fill={claimed ? 'var(--claim)' : 'var(--ink-3)'} dx={5 * unit}>
            {rest}
          </tspan>
        )}
      </text>
      <text
        x={words === 'one' ? layout.right - 10 * unit : from}
        y={words === 'one' ? line : row.y + 12 * unit}
        fontSize={11 * unit}
        fontWeight="450"
        fill={claimed ? 'var(--claim)' : 'var(--ink-2)'}
        textAnchor={words === 'one' ? 'end' : 'start'}
      >
        {title}
      </text>
    </g>
  );
}

function amountWords(benefit: Benefit, { say, form }: Voice): string {
  if (!benefit.in_force) return say('lane.over');
  if (benefit.kind === 'none') return say('lane.noAmount');
  const now = benefit.proved ? benefit.proved_now : benefit.claimed_now;
  const amount = writeMoney(form, now);
  if (!benefit.proved) return amount;
  return say(benefit.kind === 'once' ? 'lane.once' : 'lane.yearly', { amount });
}

function restWords(benefit: Benefit, { say }: Voice): string {
  if (!benefit.in_force) return '';
  if (!benefit.proved)
    return say(benefit.kind === 'once' ? 'lane.onceClaimed' : 'lane.yearlyClaimed');
  const people = benefit.people > 0 ? say('people', { count: benefit.people }) : '';
  return benefit.stale ? [people, say('lane.stale')].filter(Boolean).join(', ') : people;
}

/** Says a benefit's title in the room there is; the day its one-time amount leaves is never cut off. */
function titleWords(benefit: Benefit, { say, locale }: Voice, room: number, size: number): string {
  if (benefit.leaves_on === '' || !benefit.proved || !benefit.in_force) {
    return fitText(benefit.title, room, size, measureText);
  }
  const day = writeDay(benefit.leaves_on, locale, false);
  const leaves = measureText(say('lane.leaves', { title: '', day }), size);
  const title = fitText(benefit.title, room - leaves, size, measureText);
  return title === '' ? '' : say('lane.leaves', { title, day });
}
