import type { Benefit } from '@/api/value';
import { writeDay, writeMoney } from '../format';
import type { Row } from '../lanes';
import { fitText, measureText, wordsGap } from '../layout';
import type { Picture } from '../picture';
import type { Voice } from '../words';

interface Tones {
  readonly amount: string;
  readonly rest: string;
  readonly title: string;
}

const proved: Tones = { amount: 'var(--ink)', rest: 'var(--ink-3)', title: 'var(--ink-2)' };
const claimed: Tones = { amount: 'var(--claim)', rest: 'var(--claim)', title: 'var(--claim)' };

/** Writes a benefit's state of today at the right of its row: amount, people and title. */
export function RowWords({ row, picture, voice }: { row: Row; picture: Picture; voice: Voice }) {
  const { layout, words, x, today } = picture;
  const { unit } = layout;
  if (words === 'none') return null;
  const { benefit } = row;
  const tones = benefit.proved ? proved : claimed;
  const from = x(today) + wordsGap * unit;
  const room = layout.right - 10 * unit - from;
  const size = 11.5 * unit;
  const amount = amountWords(benefit, voice);
  const rest = restWords(benefit, voice);
  const used = measureText(amount, size, 600) + measureText(rest, size) + 22 * unit;
  const place =
    words === 'one'
      ? {
          line: row.y + 4 * unit,
          x: layout.right - 10 * unit,
          y: row.y + 4 * unit,
          anchor: 'end',
          room: room - used,
        }
      : { line: row.y - 2 * unit, x: from, y: row.y + 12 * unit, anchor: 'start', room };
  return (
    <g>
      <text x={from} y={place.line} fontSize={size}>
        <tspan fontWeight="600" fill={tones.amount}>
          {amount}
        </tspan>
        {used <= room + 12 * unit && (
          <tspan fill={tones.rest} dx={5 * unit}>
            {rest}
          </tspan>
        )}
      </text>
      <text
        x={place.x}
        y={place.y}
        fontSize={11 * unit}
        fontWeight="450"
        fill={tones.title}
        textAnchor={place.anchor === 'end' ? 'end' : 'start'}
      >
        {titleWords(benefit, voice, place.room, 11 * unit)}
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
