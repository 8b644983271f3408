import type { Line, Silence, Timeline } from '@/api/value';
import { dayOf } from './days';
import { type MoneyForm, writeDay, writeMoney } from './format';
import type { Scale } from './scale';
import type { Wanted } from './verticals';

/** Says a text of the account's texts in the person's language. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** What the words of a picture are written with. */
export interface Voice {
  readonly say: Say;
  readonly locale: string;
  readonly form: MoneyForm;
}

/** Returns the two parts of a vertical's words: what, and its detail. */
export function lineWords(
  line: Line,
  today: string,
  voice: Voice,
): { strong: string; rest: string } {
  const { say, locale, form } = voice;
  const near = (iso: string) => writeDay(iso, locale, false);
  switch (line.kind) {
    case 'start':
      return { strong: say('line.start'), rest: writeDay(line.on, locale) };
    case 'first_value':
      return {
        strong: say('line.firstValue'),
        rest: line.days < 0 ? near(line.on) : say('line.day', { count: line.days }),
      };
    case 'told':
      return { strong: say('line.told'), rest: near(line.on) };
    case 'renewed':
      return { strong: say('line.renewed'), rest: renewedWords(line, voice) };
    case 'renewal':
      return line.days < 0
        ? { strong: say('line.ended'), rest: say('line.daysAgo', { count: -line.days }) }
        : { strong: say('line.renewal'), rest: say('line.inDays', { count: line.days }) };
    case 'cancelled':
      return { strong: say('line.cancelled'), rest: writeDay(line.on, locale) };
    case 'leaves':
      return {
        strong: say('line.once', { amount: writeMoney(form, line.to) }),
        rest: say(line.on > today ? 'line.leaves' : 'line.left', { day: near(line.on) }),
      };
  }
}

function renewedWords(line: Line, { say, form, locale }: Voice): string {
  if (line.to === 0) return writeDay(line.on, locale, false);
  const to = writeMoney(form, line.to);
  if (line.from === 0 || line.from === line.to) return say('line.at', { amount: to });
  return say('line.fromTo', { from: writeMoney(form, line.from), to });
}

const ranks: Record<Line['kind'], number> = {
  cancelled: 95,
  renewal: 90,
  renewed: 85,
  start: 80,
  first_value: 75,
  leaves: 70,
  told: 60,
};

/** Says which row suits a kind of vertical best. */
const prefers: Record<Line['kind'], 0 | 1> = {
  cancelled: 0,
  renewal: 1,
  renewed: 0,
  start: 0,
  first_value: 1,
  leaves: 0,
  told: 0,
};

/** Returns what the verticals of a picture want above the plot, today's tag included. */
export function wantedWords(
  timeline: Timeline,
  lines: readonly Line[],
  x: Scale,
  voice: Voice,
): Wanted[] {
  const today: Wanted = {
    key: 'today',
    x: x(dayOf(timeline.today)),
    strong: voice.say('line.today'),
    rest: '',
    tag: true,
    prefer: 1,
    rank: 100,
  };
  const wanted = lines.map((line) => ({
    key: keyOf(line),
    x: x(dayOf(line.on)),
    ...lineWords(line, timeline.today, voice),
    prefer: prefers[line.kind],
    rank: ranks[line.kind],
  }));
  return [...wanted, today];
}

/** Names a vertical for good. */
export function keyOf(line: Line): string {
  return `${line.kind}-${line.on}-${line.title}`;
}

/** Says how much of the felt value a silence cost: "by a third". */
export function lossWords(silence: Silence, say: Say): string {
  if (silence.felt_from <= 0 || silence.felt_to >= silence.felt_from) return '';
  const lost = 1 - silence.felt_to / silence.felt_from;
  const near = (part: number) => Math.abs(lost - part) < 0.035;
  if (near(1 / 4)) return say('silence.lossQuarter');
  if (near(1 / 3)) return say('silence.lossThird');
  if (near(1 / 2)) return say('silence.lossHalf');
  if (near(2 / 3)) return say('silence.lossTwoThirds');
  const percent = Math.round(lost * 100);
  return percent < 1 ? '' : say('silence.loss', { percent });
}

/** Says a silence in wordings from long to short, for the room there is. */
export function silenceWords(silence: Silence, say: Say): string[] {
  return [
    say('silence.long', { count: silence.days }),
    say('silence.short', { count: silence.days }),
    say('silence.days', { count: silence.days }),
  ];
}
