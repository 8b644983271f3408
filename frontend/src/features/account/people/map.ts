import type { Stakeholder } from '@/api/people';

/** The stances, from left to right, and the influence, from top to bottom. */
export const stances = [-2, -1, 0, 1, 2] as const;
export const influences = [3, 2, 1] as const;

/** Says whether a person has a place on the map: nobody is put where nobody said. */
export function isPlaced(one: Stakeholder): boolean {
  return one.stance !== null && one.influence !== null;
}

/** Returns who stands in one field of the map. */
export function inField(
  people: readonly Stakeholder[],
  influence: number,
  stance: number,
): Stakeholder[] {
  return people.filter((one) => one.influence === influence && one.stance === stance);
}

/** One line of the tree of who reports to whom: a person and how deep they stand. */
export interface Branch {
  person: Stakeholder;
  depth: number;
}

/** Orders people by who reports to whom; who reports to nobody there comes first. */
export function branches(people: readonly Stakeholder[]): Branch[] {
  const ids = new Set(people.map((one) => one.id));
  const out: Branch[] = [];
  const seen = new Set<string>();
  const add = (person: Stakeholder, depth: number) => {
    if (seen.has(person.id)) return;
    seen.add(person.id);
    out.push({ person, depth });
    for (const one of people) if (one.reports_to_id === person.id) add(one, depth + 1);
  };
  for (const one of people) if (!ids.has(one.reports_to_id)) add(one, 0);
  for (const one of people) add(one, 0);
  return out;
}

/** Says who may not be asked to report to whom: the person, and all below. */
export function below(people: readonly Stakeholder[], id: string): Set<string> {
  const found = new Set([id]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const one of people) if (found.has(one.reports_to_id)) found.add(one.id);
  }
  return found;
}
