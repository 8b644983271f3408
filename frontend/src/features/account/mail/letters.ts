import type { Letter, LetterInput, LetterPerson } from '@/api/letters';

/** A letter as it is being taken in. */
export interface LetterDraft {
  letter: Letter;
  taken: boolean;
  summary: string;
  on: string;
  direction: string;
  kind: string;
  needsReplyBy: string;
  leaving: boolean;
  internal: boolean;
  /** The addresses of those who were there. */
  there: string[];
}

/** How much of a letter's text its summary begins with. */
const mostWords = 600;

/** Returns what a letter begins with: everybody known, and everybody new who is not of ours. */
export function draftOf(letter: Letter): LetterDraft {
  const text = letter.text.length > mostWords ? `${letter.text.slice(0, mostWords)}…` : letter.text;
  return {
    letter,
    taken: letter.problem === '' && letter.known === '',
    summary: [letter.subject, text].filter((part) => part !== '').join('\n'),
    on: letter.on,
    direction: letter.direction,
    kind: letter.kind,
    needsReplyBy: '',
    leaving: false,
    internal: false,
    there: letter.people.filter((one) => !one.ours).map((one) => one.email),
  };
}

/** Returns what is written of a letter. */
export function inputOf(draft: LetterDraft): LetterInput {
  const inbound = draft.direction === 'in';
  const there = draft.letter.people.filter((one) => draft.there.includes(one.email));
  const isKnown = (one: LetterPerson) => one.id !== '';
  return {
    path: draft.letter.path,
    part: draft.letter.part,
    people: there.filter(isKnown).map((one) => one.id),
    new: there.filter((one) => !isKnown(one)),
    fields: {
      on: draft.on,
      kind: draft.kind,
      direction: draft.direction,
      summary: draft.summary.trim(),
      needs_reply_by: inbound ? draft.needsReplyBy : '',
      leaving: inbound && draft.leaving ? 'true' : '',
      internal: draft.internal ? 'true' : '',
    },
  };
}
