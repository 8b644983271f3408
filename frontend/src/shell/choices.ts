import { fold } from './Marked';

/** One line of the palette. */
export interface Choice {
  key: string;
  group: 'accounts' | 'records' | 'actions' | 'others';
  title: string;
  detail: string;
  keys?: readonly string[];
  run: () => void;
}

/** From how many letters on an action counts as named; fewer begin too many titles. */
const enough = 3;

/** How well a title has the words: 0 all of it, 1 its beginning, 2 beginnings of its words, 3 not so. */
export function fitOf(title: string, words: string): number {
  const wanted = plain(words);
  if (wanted === '') return 3;
  const folded = plain(title);
  if (folded === wanted) return 0;
  if (folded.startsWith(wanted)) return 1;
  const parts = folded.split(/[^\p{L}\p{N}]+/u);
  const begins = wanted.split(' ').every((word) => parts.some((part) => part.startsWith(word)));
  return begins ? 2 : 3;
}

/** Says whether what is typed can only mean this action, whatever a search would find. */
export function isNamed(action: Choice, words: string): boolean {
  return plain(words).length >= enough && fitOf(action.title, words) < 3;
}

/**
 * Puts the lines in order: the actions that are named, the accounts by their names, the records,
 * then the actions that only have the letters somewhere. What a search finds comes later than the
 * actions, so that it never takes the place of one that is named.
 */
export function inOrder(
  words: string,
  actions: readonly Choice[],
  hits: readonly Choice[],
): Choice[] {
  const wanted = plain(words);
  const byFit = (list: readonly Choice[]) =>
    list
      .map((one) => ({ one, fit: fitOf(one.title, words) }))
      .sort((a, b) => a.fit - b.fit)
      .map(({ one }) => one);
  const named = byFit(actions.filter((action) => isNamed(action, words)));
  const others = actions.filter(
    (action) => !named.includes(action) && plain(action.title).includes(wanted),
  );
  return [
    ...named,
    ...byFit(hits.filter((hit) => hit.group === 'accounts')),
    ...hits.filter((hit) => hit.group === 'records'),
    ...others.map((action): Choice => (named.length > 0 ? { ...action, group: 'others' } : action)),
  ];
}

function plain(text: string): string {
  return fold(text).trim().replace(/\s+/g, ' ');
}
