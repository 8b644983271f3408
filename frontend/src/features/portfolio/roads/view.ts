/** The client's phases in order; cancelled stands at the end. */
export const clientPhases = ['new', 'growing', 'renewal', 'cancelled'] as const;

/** Our phases in order. */
export const providerPhases = ['integrating', 'tending', 'harvesting', 'saving'] as const;

/** What the address of this way says: the cell whose accounts are listed; without one, the mismatches. */
export interface RoadSearch {
  client?: (typeof clientPhases)[number] | undefined;
  provider?: (typeof providerPhases)[number] | undefined;
}

/** Reads the address; a cell has both phases. */
export function roadSearch(search: Record<string, unknown>): RoadSearch {
  const client = clientPhases.find((phase) => phase === search['client']);
  const provider = providerPhases.find((phase) => phase === search['provider']);
  return client === undefined || provider === undefined ? {} : { client, provider };
}

/** The program names mismatches in English; these are the window's words for them. */
export function mismatchKey(text: string) {
  const keys = {
    'selling before first value': 'ways:roads.mismatch.selling',
    'new for longer than the target': 'ways:roads.mismatch.new',
    'harvesting a static account': 'ways:roads.mismatch.harvesting',
  } as const;
  return keys[text as keyof typeof keys] ?? 'ways:roads.mismatch.other';
}
