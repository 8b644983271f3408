import type { Benefit, Person, Step, Timeline } from '@/api/value';
import { writeDay } from './format';
import { amountOf } from './sentences';
import type { Voice } from './words';

/** A claimed step that waits for a yes, and whose. */
export interface Waiting {
  benefit: Benefit;
  step: Step;
  who: string;
}

/** Lists what waits for a yes, in the order of the lanes. */
export function waitingOf(timeline: Timeline): Waiting[] {
  const found = new Map(timeline.waiting.steps.map((one) => [one.step, one.who]));
  return timeline.lanes.flatMap((lane) =>
    lane.benefits.flatMap((benefit) =>
      benefit.steps
        .filter((step) => found.has(step.id))
        .map((step) => ({ benefit, step, who: found.get(step.id) ?? '' })),
    ),
  );
}

/** Who is asked first: whose yes most of it waits for, of those who are still there. */
export function firstAsked(waiting: readonly Waiting[], people: readonly Person[]): string {
  const counts = new Map<string, number>();
  for (const { who } of waiting) counts.set(who, (counts.get(who) ?? 0) + 1);
  const [first] = people
    .filter((one) => !one.left)
    .sort((a, b) => (counts.get(b.name) ?? 0) - (counts.get(a.name) ?? 0));
  return first?.name ?? '';
}

/** Writes the mail that asks somebody whether what we noted is so. */
export function mailOf(
  to: string,
  asked: readonly Waiting[],
  voice: Voice,
): { subject: string; body: string } {
  const { say, locale } = voice;
  const [only] = asked;
  const lines = asked.map(({ benefit, step }) => {
    const people = step.people ?? 0;
    return say('ask.line', {
      title: benefit.title,
      what: [
        amountOf(step, voice),
        ...(people > 0 ? [say('people', { count: people })] : []),
        say('ask.since', { day: writeDay(step.on, locale) }),
      ].join(', '),
    });
  });
  return {
    subject:
      asked.length === 1 && only !== undefined
        ? say('ask.subject', { title: only.benefit.title })
        : say('ask.subjectMany', { count: asked.length }),
    body: [
      say('ask.hello', { name: to.split(' ')[0] ?? to }),
      say('ask.opening', { count: asked.length }),
      lines.join('\n'),
      say('ask.question'),
      say('ask.thanks'),
    ].join('\n\n'),
  };
}
