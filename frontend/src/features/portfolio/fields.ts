/** What the portfolio can be filtered, grouped and drawn by. */

/** How a field is filtered. */
export type FieldKind = 'words' | 'number' | 'money' | 'days';

/** The fields that a filter takes, in the order in which they are offered. */
export const filterFields = [
  ['type', 'words'],
  ['csm', 'words'],
  ['owner', 'words'],
  ['segment', 'words'],
  ['tag', 'words'],
  ['client_phase', 'words'],
  ['provider_phase', 'words'],
  ['mismatch', 'words'],
  ['verdict', 'words'],
  ['risk', 'words'],
  ['flag', 'words'],
  ['sale', 'words'],
  ['success', 'words'],
  ['behavior', 'words'],
  ['bonding', 'words'],
  ['learning', 'words'],
  ['velocity', 'words'],
  ['coverage', 'words'],
  ['parent', 'words'],
  ['currency', 'words'],
  ['arr', 'money'],
  ['level', 'money'],
  ['growth', 'money'],
  ['walk_away', 'money'],
  ['news', 'number'],
  ['renewal', 'days'],
  ['decision', 'days'],
  ['last_touch', 'days'],
  ['added', 'days'],
  ['start', 'days'],
] as const satisfies readonly (readonly [string, FieldKind])[];

/** A field that a filter takes, besides imported columns. */
export type FilterField = (typeof filterFields)[number][0];

/** What begins the name of an imported column. */
export const attribute = 'attribute:';

/** Says how a field is filtered; an imported column by its words. */
export function kindOf(field: string): FieldKind {
  return filterFields.find(([name]) => name === field)?.[1] ?? 'words';
}

/** What accounts are grouped by. */
export const groupFields = [
  'type',
  'csm',
  'client_phase',
  'provider_phase',
  'verdict',
  'risk',
  'sale',
  'segment',
  'owner',
  'parent',
] as const;

/** The five principles and, beside them, coverage; in the order of a row's checks. */
export const principles = [
  'success',
  'behavior',
  'bonding',
  'learning',
  'velocity',
  'coverage',
] as const;

/** One of the principles, or coverage. */
export type PrincipleKey = (typeof principles)[number];

/** The columns there are, besides imported ones, in the order of a fresh table. */
export const allColumns = [
  'name',
  'roads',
  'verdict',
  ...principles,
  'walk_away',
  'arr',
  'renewal',
  'last_touch',
  'risk',
  'csm',
  'type',
  'segment',
  'owner',
  'parent',
  'tags',
  'level',
  'news',
  'decision',
  'added',
] as const;

/** One of the columns. */
export type ColumnId = (typeof allColumns)[number];

/** The columns of a fresh table. */
export const usualColumns: readonly string[] = allColumns.slice(0, allColumns.indexOf('type'));

/** Returns the columns to draw: the account's name is always the first. */
export function shownColumns(chosen: readonly string[]): string[] {
  const known = chosen.filter(
    (id) => (allColumns as readonly string[]).includes(id) || id.startsWith(attribute),
  );
  const wanted = known.length === 0 ? usualColumns : known;
  return ['name', ...new Set(wanted.filter((id) => id !== 'name'))];
}
