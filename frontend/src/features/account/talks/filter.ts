import type { Talk, TalkKind } from '@/api/talks';

/** Which records of the stream are shown. */
export interface Filter {
  kind: '' | TalkKind;
  touchKind: string;
  direction: '' | 'in' | 'out';
  person: string;
  /** Messages that are owed an answer, and questions without one. */
  open: boolean;
  leaving: boolean;
  words: string;
}

export const everything: Filter = {
  kind: '',
  touchKind: '',
  direction: '',
  person: '',
  open: false,
  leaving: false,
  words: '',
};

/** Says whether a record still waits: for our answer, or for theirs. */
export function isOpen(talk: Talk): boolean {
  return talk.reply === 'owed' || talk.reply === 'late' || talk.open_days !== null;
}

/** Returns the records that a filter lets through, in their order. */
export function sift(items: readonly Talk[], filter: Filter): Talk[] {
  const words = wordsOf(filter.words);
  return items.filter((talk) => fits(talk, filter) && says(talk, words));
}

/** Says whether a record is of the kinds and of the person that a filter names. */
function fits(talk: Talk, filter: Filter): boolean {
  const same: readonly (readonly [string, string])[] = [
    [filter.kind, talk.kind],
    [filter.touchKind, talk.touch_kind],
    [filter.direction, talk.direction],
  ];
  return (
    same.every(([wanted, is]) => wanted === '' || wanted === is) &&
    (filter.person === '' || talk.people.includes(filter.person)) &&
    (!filter.open || isOpen(talk)) &&
    (!filter.leaving || talk.leaving)
  );
}

function wordsOf(text: string): string[] {
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function says(talk: Talk, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = [talk.text, talk.answer, talk.ticket, talk.asked_of, talk.from_team]
    .join(' ')
    .toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}
