import type { PlanKind, PlanPage } from '@/api/plan';
import type { Say } from './context';

/** Says what was saved: which fields, and of which record. */
export function savedWords(
  page: PlanPage,
  kind: PlanKind,
  id: string,
  fields: Readonly<Record<string, string>>,
  say: Say,
): string {
  const unit = measuresOf(page).find((one) => one.id === id)?.unit ?? '';
  const names = Object.keys(fields).map((name) =>
    name === 'unit_value' && unit === '' ? say('unitValue') : say(`field.${name}`, { unit }),
  );
  const title = titleOf(page, kind, id);
  return title === ''
    ? say('saved', { what: names.join(', ') })
    : say('savedOf', { what: names.join(', '), title: short(title) });
}

/** Says what was added, by the words that were typed for it. */
export function addedWords(
  kind: PlanKind,
  fields: Readonly<Record<string, string>>,
  say: Say,
): string {
  const title = fields['title'] ?? fields['statement'] ?? fields['name'] ?? fields['to'] ?? '';
  const what = say(`kind.${kind}`);
  return title === '' ? say('added', { what }) : say('addedOf', { what, title: short(title) });
}

function measuresOf(page: PlanPage) {
  return page.outcomes.flatMap((one) => one.measures);
}

/** Returns how a record is called on the page; a reading by its measure. */
function titleOf(page: PlanPage, kind: PlanKind, id: string): string {
  const find = <T extends { id: string }>(all: readonly T[]) => all.find((one) => one.id === id);
  switch (kind) {
    case 'success_plan':
      return page.plan.title;
    case 'outcome':
      return find(page.outcomes)?.statement ?? '';
    case 'measure':
      return find(measuresOf(page))?.name ?? '';
    case 'reading':
      return measuresOf(page).find((one) => find(one.readings) !== undefined)?.name ?? '';
    case 'behavior_change':
      return find(page.outcomes.flatMap((one) => one.changes))?.to ?? '';
    case 'milestone':
      return find(page.milestones)?.title ?? '';
  }
}

/** Cuts a title to what a toast has room for. */
function short(title: string): string {
  const letters = [...title];
  return letters.length <= 48 ? title : `${letters.slice(0, 47).join('').trimEnd()}…`;
}
