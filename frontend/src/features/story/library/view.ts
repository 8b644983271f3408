import type { LibraryQuery } from '@/api/library';

/** What of the library is shown: an address holds it. */
export type LibrarySearch = Omit<LibraryQuery, 'offset' | 'limit'>;

/** The states in which a story can be, '' for all. */
export const states = ['', 'told', 'draft', 'ending'] as const;

/** How far leave to show a story goes, 'none' where nobody was asked. */
export const permissions = ['none', 'internal', 'named', 'anonymous', 'public'] as const;

/** For whom stories are. */
export const audiences = ['client', 'internal', 'public'] as const;

/** By which columns the library can be put in order. */
const sorts = ['account', 'told', 'until'] as const;

/** Reads what an address says. */
export function librarySearch(search: Record<string, unknown>): LibrarySearch {
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : '');
  return {
    words: text('words'),
    state: states.find((one) => one === search['state']) ?? '',
    permission: permissions.find((one) => one === search['permission']) ?? '',
    audience: audiences.find((one) => one === search['audience']) ?? '',
    type: text('type'),
    dimension: text('dimension'),
    sort: sorts.find((one) => one === search['sort']) ?? '',
    descending: search['descending'] === true,
  };
}

/** Says whether anything is left out. */
export function isFiltered(search: LibrarySearch): boolean {
  const { sort: _, descending: __, ...filters } = search;
  return Object.values(filters).some((one) => one !== '');
}
