import type { CaptureAccount } from '@/api/capture';
import { touchKinds } from '@/api/talks';
import { inWords } from '@/i18n/words';
import type { Say } from './say';

/** A field of a preview that can be corrected. */
export interface FieldSpec {
  name: string;
  kind: 'line' | 'text' | 'day' | 'number' | 'choice';
}

const line = (name: string): FieldSpec => ({ name, kind: 'line' });
const text = (name: string): FieldSpec => ({ name, kind: 'text' });
const day = (name: string): FieldSpec => ({ name, kind: 'day' });
const number = (name: string): FieldSpec => ({ name, kind: 'number' });
const choice = (name: string): FieldSpec => ({ name, kind: 'choice' });

/** What can be corrected, by kind of record. */
export const fieldsOf: Readonly<Record<string, readonly FieldSpec[]>> = {
  stakeholder: [line('name'), line('title')],
  question: [text('text'), text('answer'), line('asked_of'), choice('outcome_id')],
  insight: [text('text')],
  benefit: [line('title'), choice('dimension'), line('group')],
  benefit_step: [line('amount'), choice('kind'), number('people'), day('on')],
  milestone: [line('title'), choice('side'), line('owner'), day('due')],
  behavior_change: [
    line('process'),
    line('from'),
    line('to'),
    line('who'),
    choice('stage'),
    choice('outcome_id'),
  ],
  reading: [choice('measure_id'), number('value'), day('on'), line('source')],
  evidence: [text('body'), choice('stakeholder_id'), choice('subject')],
};

/** A choice of a field. */
export interface Option {
  value: string;
  label: string;
}

const stages = ['not started', 'aware', 'trying', 'habit', 'embedded'] as const;

/** Returns what a field may be. */
export function optionsOf(
  kind: string,
  name: string,
  about: CaptureAccount | undefined,
  say: Say,
): Option[] {
  const none = { value: '', label: say('none') };
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map((one) => ({ value: one.id, label: one.name }));
  const words = (list: readonly string[], group: string) =>
    list.map((value) => ({ value, label: say(`${group}.${value}`) }));
  if (about === undefined) return [none];
  switch (name) {
    case 'outcome_id':
      return kind === 'behavior_change' ? named(about.outcomes) : [none, ...named(about.outcomes)];
    case 'measure_id':
      return [
        none,
        ...about.measures.map((one) => ({
          value: one.id,
          label: one.unit === '' ? one.name : `${one.name} (${one.unit})`,
        })),
      ];
    case 'stakeholder_id':
      return [none, ...named(about.people)];
    case 'dimension':
      return [none, ...about.dimensions.map((value) => ({ value, label: inWords(value) }))];
    case 'side':
      return words(['us', 'client'], 'side');
    case 'stage':
      return [none, ...words(stages, 'stage')];
    case 'kind':
      return kind === 'benefit_step'
        ? words(['yearly', 'once'], 'step')
        : [none, ...words(touchKinds, 'touch')];
    case 'direction':
      return [none, ...words(['in', 'out'], 'direction')];
    case 'subject':
      return [
        { value: '', label: say('subject.talk') },
        ...about.outcomes.map((one) => ({
          value: `outcome ${one.id}`,
          label: say('subject.outcome', { name: one.name }),
        })),
        ...about.benefits.map((one) => ({
          value: `benefit ${one.id}`,
          label: say('subject.benefit', { name: one.name }),
        })),
        ...about.measures.map((one) => ({
          value: `measure ${one.id}`,
          label: say('subject.measure', { name: one.name }),
        })),
      ];
    default:
      return [none];
  }
}
