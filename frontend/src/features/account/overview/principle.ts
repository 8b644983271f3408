import type { Check, Principle } from '@/api/overview';
import type { Say } from './say';

/** Checks that are counted over a list; where it is empty the list is what lacks. */
const lists: Record<string, 'outcomes' | 'measures' | 'changes' | 'people'> = {
  outcomes_quoted: 'outcomes',
  outcomes_have_client_measure: 'outcomes',
  outcomes_validated: 'outcomes',
  outcomes_have_change: 'outcomes',
  outcomes_have_job_and_link: 'outcomes',
  economics_known: 'outcomes',
  measures_have_baseline_and_target: 'measures',
  readings_fresh: 'measures',
  changes_say_why: 'changes',
  changes_name_who_and_how_many: 'changes',
  half_at_habit: 'changes',
  not_all_training: 'changes',
  changes_are_helped: 'changes',
  three_active_stakeholders: 'people',
};

/** How many of a principle's checks hold. */
export type Standing = 'all' | 'some' | 'none';

/** Says whether all, some or none of a principle's checks hold. */
export function standingOf(principle: Principle): Standing {
  if (principle.holds === principle.checks.length) return 'all';
  return principle.holds === 0 ? 'none' : 'some';
}

/** Returns the list that a check fails for want of, or nothing. */
function lackOf(check: Check, principle: Principle) {
  // Where there are changes at all, "all are training" is about them.
  if (check.count > 0 || (check.key === 'not_all_training' && principle.facts.of > 0))
    return undefined;
  return lists[check.key];
}

/** Says whether a check fails for good: a first value that came late cannot come earlier. */
function isPast(check: Check): boolean {
  return check.key === 'first_value_in_time' && check.days > 0;
}

/** Returns the check whose next step comes first: what is past waits until nothing else fails. */
export function firstFailing(principle: Principle): Check | undefined {
  const failing = principle.checks.filter((check) => !check.holds);
  return failing.find((check) => !isPast(check)) ?? failing[0];
}

/** Returns what there is nothing of to judge by, where "too few" would not be true. */
function nothingOf(check: Check, principle: Principle): string | undefined {
  if (check.key === 'not_silent' && check.days === 0) return 'lack.news';
  if (check.key !== 'two_levels' || check.count > 0) return undefined;
  const people = principle.checks.find((one) => one.key === 'three_active_stakeholders');
  return people === undefined || people.holds || people.count > 0 ? 'lack.roles' : 'lack.people';
}

/** Says why a check fails. */
export function reasonOf(check: Check, principle: Principle, say: Say): string {
  const nothing = nothingOf(check, principle);
  if (nothing !== undefined) return say(nothing);
  const lack = lackOf(check, principle);
  if (lack !== undefined) return say(`lack.${lack}`);
  if (isPast(check)) return say('late.reason', { count: check.days });
  const count = check.key === 'not_silent' ? check.days : check.count;
  return say(`check.${check.key}.reason`, { count, what: check.what, days: check.days });
}

/** What to do first where a whole list lacks. */
const firsts = {
  outcomes: 'plan_has_outcome',
  measures: 'outcomes_have_client_measure',
  changes: 'outcomes_have_change',
  people: 'three_active_stakeholders',
};

/** Says what to do next about a check. */
export function nextOf(check: Check, principle: Principle, say: Say): string {
  if (isPast(check)) return say('late.next');
  const lack = lackOf(check, principle);
  const key = lack === undefined ? check.key : firsts[lack];
  const text = say(`check.${key}.next`, { what: check.what });
  return check.what === '' ? text.replace(/( for)?:\s*$/, '') : text;
}

/** What a principle says: what fails in a few words and the one next step, or what stands. */
export interface PrincipleWords {
  reasons: string[];
  more: number;
  next: string;
}

/** How many reasons stand in the row itself; the others are in its why. */
const mostReasons = 2;

/** Words a principle's row: the reasons that differ, and the next step of the first. */
export function wordsOf(principle: Principle, say: Say): PrincipleWords {
  const failing = principle.checks.filter((check) => !check.holds);
  const first = firstFailing(principle);
  const reasons = [...new Set(failing.map((check) => reasonOf(check, principle, say)))];
  return {
    reasons: reasons.slice(0, mostReasons),
    more: Math.max(reasons.length - mostReasons, 0),
    next: first === undefined ? '' : nextOf(first, principle, say),
  };
}
