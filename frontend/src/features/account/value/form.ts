import type { BenefitInput, Confirmation, Timeline } from '@/api/value';
import { isDay } from '@/lib/day';
import { dayOf } from './days';
import { readAmount } from './format';
import type { Say, Voice } from './words';

/** A benefit or a step as it stands in the form: all as typed. */
export interface Draft {
  title: string;
  on: string;
  dimension: string;
  group: string;
  amount: string;
  kind: 'once' | 'yearly';
  people: string;
  confirmation: Confirmation;
  confirmedBy: string;
  proof: string;
}

/** What is wrong, by the name of the field. */
export type Errors = Partial<Record<string, string>>;

/** Returns an empty draft for a day; a day to come becomes today. */
export function emptyDraft(on: string, today: string, dimension: string): Draft {
  return {
    title: '',
    on: dayOf(on) > dayOf(today) ? today : on,
    dimension,
    group: '',
    amount: '',
    kind: 'yearly',
    people: '',
    confirmation: 'claimed',
    confirmedBy: '',
    proof: '',
  };
}

/** What each part of the form is given. */
export interface PartProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  errors: Errors;
  timeline: Timeline;
  voice: Voice;
}

/** A draft that can be written, or what is wrong with it. */
export type Checked =
  | { ok: true; input: Omit<BenefitInput, 'account'> }
  | { ok: false; errors: Errors };

/** Reads a draft in the person's locale. What the program alone can know is checked there. */
export function checkDraft(
  draft: Draft,
  needTitle: boolean,
  today: string,
  locale: string,
  say: Say,
): Checked {
  const errors: Errors = {};
  const amount = draft.amount.trim() === '' ? '' : readAmount(draft.amount, locale);
  const people =
    draft.people.trim() === '' ? null : Number(draft.people.replace(/[\s.,\u00A0\u202F]/g, ''));
  if (needTitle && draft.title.trim() === '') errors['title'] = say('form.needTitle');
  if (amount === null) errors['amount'] = say('form.badAmount');
  if (people !== null && (!Number.isInteger(people) || people < 0))
    errors['people'] = say('form.badPeople');
  const wrongDay = wrongWithDay(draft.on, today);
  if (wrongDay !== undefined) errors['on'] = say(wrongDay);
  if (Object.keys(errors).length > 0 || amount === null) return { ok: false, errors };
  return {
    ok: true,
    input: {
      title: draft.title.trim(),
      dimension: draft.dimension,
      group: draft.group.trim(),
      on: draft.on,
      kind: draft.kind,
      amount,
      people,
      confirmation: draft.confirmation,
      confirmed_by: draft.confirmation === 'confirmed' ? draft.confirmedBy.trim() : '',
      proof: draft.proof.trim(),
    },
  };
}

function wrongWithDay(on: string, today: string): 'form.badDay' | 'form.future' | undefined {
  if (!isDay(on)) return 'form.badDay';
  return on > today ? 'form.future' : undefined;
}
