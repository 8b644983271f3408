import type { CaptureInput } from '@/api/capture';

/** A page that is being written, with what was settled beside its text. */
export interface Draft {
  account: string;
  text: string;
  /** The day of the conversation; '' is today. */
  on: string;
  comma: boolean;
  /** Lines that stay words, by their key. */
  plain: string[];
  /** Whom a name means, by id; '' is somebody new. */
  names: Record<string, string>;
  fixes: DraftFix[];
}

/** A correction; the conversation's own have the key ''. */
export interface DraftFix {
  line: string;
  kind: string;
  field: string;
  value: string;
}

export const blank: Draft = {
  account: '',
  text: '',
  on: '',
  comma: false,
  plain: [],
  names: {},
  fixes: [],
};

/**
 * Names each line by its words and by how many like it stand above it, so that what was settled
 * for a line stays with it while others are written before it.
 */
export function lineKeys(text: string): string[] {
  const seen = new Map<string, number>();
  return text.split('\n').map((line) => {
    const words = line.trim();
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    return `${count} ${words}`;
  });
}

/** Returns what the program reads: lines by their number. What was settled for a line that is gone is left out. */
export function inputOf(draft: Draft): CaptureInput {
  const keys = lineKeys(draft.text);
  const numberOf = (key: string) => (key === '' ? 0 : keys.indexOf(key) + 1);
  const isThere = (key: string) => key === '' || keys.includes(key);
  return {
    account: draft.account,
    text: draft.text,
    on: draft.on,
    comma: draft.comma,
    plain: draft.plain.filter(isThere).map(numberOf),
    names: draft.names,
    fixes: draft.fixes
      .filter((fix) => isThere(fix.line))
      .map((fix) => ({ ...fix, line: numberOf(fix.line) })),
  };
}

/** Returns the draft with a field of a line's record corrected. */
export function withFix(draft: Draft, fix: DraftFix): Draft {
  const others = draft.fixes.filter(
    (one) => one.line !== fix.line || one.kind !== fix.kind || one.field !== fix.field,
  );
  return { ...draft, fixes: [...others, fix] };
}

/** Returns the draft with a line left as words, or read again. */
export function withPlain(draft: Draft, key: string, plain: boolean): Draft {
  const others = draft.plain.filter((one) => one !== key);
  return { ...draft, plain: plain ? [...others, key] : others };
}

/** Reads a draft that was kept; what is none is nothing. */
export function readDraft(text: string): Draft | undefined {
  try {
    const read = JSON.parse(text) as Partial<Draft> | null;
    if (read === null || typeof read !== 'object' || typeof read.text !== 'string')
      return undefined;
    return { ...blank, ...read };
  } catch {
    return undefined;
  }
}

/** Writes a draft to be kept; '' where there is nothing worth keeping. */
export function keptText(draft: Draft): string {
  return draft.text.trim() === '' ? '' : JSON.stringify(draft);
}
