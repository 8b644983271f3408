/** The sections of the settings, in the order of their list. */
export const sections = [
  'person',
  'workspace',
  'currency',
  'value',
  'appearance',
  'backups',
  'data',
  'bin',
  'about',
] as const;

/** One section of the settings. */
export type Section = (typeof sections)[number];

/** Reads a section's name from an address; what is none is the first one. */
export function sectionOf(text: string): Section {
  return sections.find((one) => one === text) ?? 'person';
}
