import type {
  BehaviorChange,
  Measure,
  Milestone,
  Outcome,
  PlanHead,
  PlanPage,
  Reading,
} from '@/api/plan';
import type { Say } from './context';
import type { EditOption, EditProps } from './Edit';

/** A field of a record in its "more" fold. */
export interface FieldSpec {
  name: string;
  kind: NonNullable<EditProps['kind']>;
  /** The words it may have, or whose list it is. */
  choices?: readonly string[] | 'people' | 'terms' | 'outcomes' | 'changes' | 'milestones';
  /** Offers the names of people while typing. */
  names?: boolean;
  wide?: boolean;
}

const text = (name: string): FieldSpec => ({ name, kind: 'text' });
const long = (name: string): FieldSpec => ({ name, kind: 'long', wide: true });
const day = (name: string): FieldSpec => ({ name, kind: 'day' });
const number = (name: string): FieldSpec => ({ name, kind: 'number' });
const choice = (name: string, choices: NonNullable<FieldSpec['choices']>): FieldSpec => ({
  name,
  kind: 'choice',
  choices,
});
const name = (field: string): FieldSpec => ({ name: field, kind: 'text', names: true });

/** The fields that a fold shows, by kind of record. */
export const foldFields = {
  success_plan: [long('summary'), choice('term_id', 'terms'), number('review_every_days')],
  outcome: [
    long('job'),
    long('why_it_matters'),
    long('link'),
    choice('status', ['open', 'proposed', 'achieved', 'dropped']),
    day('target_date'),
    number('priority'),
    choice('quoted_stakeholder_id', 'people'),
    day('said_on'),
    choice('validated_by', 'people'),
    day('validated_on'),
  ],
  measure: [
    text('unit'),
    choice('direction', ['up', 'down', 'hold']),
    number('cadence_days'),
    day('baseline_on'),
    day('target_on'),
    text('source'),
    choice('owner_stakeholder_id', 'people'),
    choice('kind', ['client', 'vendor']),
    number('tolerance'),
    choice('bad_side', ['', 'below', 'above', 'both']),
    number('unit_value'),
    number('attribution'),
    long('unit_value_basis'),
    name('unit_value_confirmed_by'),
    day('unit_value_confirmed_on'),
  ],
  behavior_change: [
    text('process'),
    long('why_today'),
    text('who'),
    number('people'),
    choice('owner_stakeholder_id', 'people'),
    day('stage_on'),
  ],
  milestone: [
    choice('side', ['client', 'us']),
    name('owner'),
    day('due'),
    day('done_on'),
    choice('outcome_id', 'outcomes'),
    choice('behavior_change_id', 'changes'),
  ],
} as const satisfies Record<string, readonly FieldSpec[]>;

/** A record that a fold edits. */
export type FoldRecord = Outcome | Measure | BehaviorChange | Milestone | PlanHead | Reading;

/** Reads a field of a record as its text. */
export function textOf(record: FoldRecord, field: string): string {
  const value = (record as unknown as Record<string, unknown>)[field];
  return value === null || value === undefined ? '' : String(value);
}

/** Returns the choices of a field with their words. */
export function optionsOf(
  spec: FieldSpec,
  page: PlanPage,
  say: Say,
  day: (date: string) => string,
): EditOption[] {
  const none = { value: '', label: say('choice.none') };
  switch (spec.choices) {
    case undefined:
      return [];
    case 'people':
      return [
        none,
        ...page.people.map((p) => ({
          value: p.id,
          label: p.title === '' ? p.name : `${p.name}, ${p.title}`,
        })),
      ];
    case 'terms':
      return [
        none,
        ...page.terms.map((t) => ({ value: t.id, label: `${day(t.start)} – ${day(t.end)}` })),
      ];
    case 'outcomes':
      return [none, ...page.outcomes.map((o) => ({ value: o.id, label: o.statement }))];
    case 'changes':
      return [
        none,
        ...page.outcomes.flatMap((o) =>
          o.changes.map((c) => ({ value: c.id, label: c.to === '' ? c.process : c.to })),
        ),
      ];
    case 'milestones':
      return page.milestones.map((m) => ({ value: m.id, label: m.title }));
    default:
      return spec.choices.map((one) => ({
        value: one,
        label: say(`choice.${one === '' ? 'none' : one}`),
      }));
  }
}
