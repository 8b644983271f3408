import type { Axes, Benefit, Step, Timeline } from '@/api/value';
import type { Day } from './days';
import { isoOf } from './days';
import { joinNames, writeDay, writeMoney } from './format';
import { valuesAt } from './levels';
import type { Say, Voice } from './words';

/** Says a step's amount: "€164k a year", "€140k once", "ends". */
export function amountOf(step: Step, { say, form }: Voice): string {
  if (step.amount === null) return say('lane.noAmount');
  if (step.kind === 'yearly' && step.amount === 0) return say('step.ends');
  return say(step.kind === 'once' ? 'lane.once' : 'lane.yearly', {
    amount: writeMoney(form, step.amount),
  });
}

/** Says one step in full, for its mark and for a screen reader. */
export function stepWords(benefit: Benefit, step: Step, voice: Voice): string {
  const { say, locale } = voice;
  const people = step.people ?? 0;
  return [
    writeDay(step.on, locale),
    benefit.title,
    amountOf(step, voice),
    ...(people > 0 ? [say('people', { count: people })] : []),
    say(`confirmation.${step.confirmation}`),
  ].join(', ');
}

/** The parts of the readout of one day. */
export interface Reading {
  readonly day: string;
  readonly proved: string;
  readonly claimed: string;
  readonly felt: string;
}

/** Reads the picture on a day. */
export function readingAt(timeline: Timeline, day: Day, { say, form, locale }: Voice): Reading {
  const values = valuesAt(timeline, day);
  return {
    day: writeDay(isoOf(day), locale),
    proved: say('readout.proved', { amount: writeMoney(form, values.proved) }),
    claimed:
      values.claimed > 0.5
        ? say('readout.claimed', { amount: writeMoney(form, values.claimed, true) })
        : '',
    felt: say('readout.felt', { amount: writeMoney(form, values.felt) }),
  };
}

/**
 * Says which axes moved and since when: "2 new benefits, 107 more people and 2 new
 * dimensions since the renewal on 1 Sep 2025"; in short only since which day.
 */
export function axesSentence(axes: Axes, say: Say, locale: string, short = false): string {
  const kind = short ? 'year' : axes.since_kind;
  const since = say(`since.${kind}`, { day: writeDay(axes.since, locale) });
  if (axes.verdict === 'no value yet' || axes.verdict === 'not yet known') {
    return say(axes.verdict === 'no value yet' ? 'sentence.noValue' : 'sentence.notKnown');
  }
  const moved = (['benefits', 'people', 'dimensions'] as const)
    .filter((key) => axes[key].change !== 0)
    .map((key) => {
      const { change } = axes[key];
      return say(`moved.${key}.${change > 0 ? 'more' : 'fewer'}`, { count: Math.abs(change) });
    });
  if (moved.length > 0) return say('sentence.moved', { what: joinNames(moved, locale), since });
  return say('sentence.still', { since });
}

/** Says what the footer counts: "7 proved, 2 claimed and 1 claimed step". */
export function countSentence(timeline: Timeline, say: Say, locale: string): string {
  const parts = [
    ...(timeline.proved_count > 0 ? [say('count.proved', { count: timeline.proved_count })] : []),
    ...(timeline.claimed_count > 0
      ? [say('count.claimed', { count: timeline.claimed_count })]
      : []),
    ...(timeline.claimed_steps > 0
      ? [say('count.claimedSteps', { count: timeline.claimed_steps })]
      : []),
  ];
  return joinNames(parts, locale);
}

/** Says whose yes the claims wait for; empty where nothing is only claimed. */
export function waitingSentence(timeline: Timeline, voice: Voice): string {
  const { amount, people } = timeline.waiting;
  if (amount <= 0.5) return '';
  const sum = writeMoney(voice.form, amount);
  if (people.length === 0) return voice.say('waiting.nobody', { amount: sum });
  return voice.say('waiting.people', { amount: sum, people: joinNames(people, voice.locale) });
}
