import type { Say } from './words';

/** The eight dimensions that have a colour of their own. */
const known = [
  'revenue',
  'cost',
  'time',
  'risk',
  'quality',
  'experience',
  'compliance',
  'strategy',
];

/** Returns a dimension's colour; one that a workspace added itself takes ink, never a new hue. */
export function dimensionColor(dimension: string): string {
  return known.includes(dimension) ? `var(--d-${dimension})` : 'var(--ink-3)';
}

/** Returns a dimension's name: translated for the eight, as it was typed for others. */
export function dimensionName(dimension: string, say: Say): string {
  if (dimension === '') return say('dimension.none');
  return known.includes(dimension) ? say(`dimension.${dimension}`) : dimension;
}
