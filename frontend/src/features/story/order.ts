import type { Section } from '@/api/stories';

/** Returns the sections with a claim at another place. */
export function withClaimAt(
  sections: readonly Section[],
  claim: string,
  section: string,
  place: number,
): Section[] {
  const moved = sections.flatMap((one) => one.claims).find((one) => one.id === claim);
  if (moved === undefined) return [...sections];
  return sections.map((one) => {
    const claims = one.claims.filter((other) => other.id !== claim);
    if (one.key === section) claims.splice(place, 0, moved);
    return { ...one, claims };
  });
}

/** Returns the sections with one at another place. */
export function withSectionAt(sections: readonly Section[], key: string, place: number): Section[] {
  const moved = sections.find((one) => one.key === key);
  if (moved === undefined) return [...sections];
  const rest = sections.filter((one) => one.key !== key);
  rest.splice(place, 0, moved);
  return rest;
}

/**
 * Returns the place among all sections of one that goes by one place among those that are shown,
 * or undefined where there is no further place.
 */
export function placeBeside(
  sections: readonly Section[],
  key: string,
  by: number,
): number | undefined {
  const shown = sections.filter((one) => !one.hidden);
  const at = shown.findIndex((one) => one.key === key);
  const other = shown[at + by];
  if (at < 0 || other === undefined) return undefined;
  return sections.indexOf(other);
}
