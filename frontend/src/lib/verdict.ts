/** The six verdicts of the value arithmetic, by the words in which figures name them. */
export const verdicts = [
  'expanding',
  'deepening',
  'static',
  'shrinking',
  'no value yet',
  'not yet known',
] as const;

/** One of the six verdicts. */
export type Verdict = (typeof verdicts)[number];

/** How a verdict looks: never by colour alone. */
export interface VerdictLook {
  shape: 'up-right' | 'up' | 'bar' | 'down-right' | 'ring';
  tone: 'good' | 'calm' | 'bad';
  /** The key of its word in the common texts. */
  key: 'expanding' | 'deepening' | 'static' | 'shrinking' | 'noValueYet' | 'notYetKnown';
}

const looks: Record<Verdict, VerdictLook> = {
  expanding: { shape: 'up-right', tone: 'good', key: 'expanding' },
  deepening: { shape: 'up', tone: 'good', key: 'deepening' },
  static: { shape: 'bar', tone: 'calm', key: 'static' },
  shrinking: { shape: 'down-right', tone: 'bad', key: 'shrinking' },
  'no value yet': { shape: 'ring', tone: 'calm', key: 'noValueYet' },
  'not yet known': { shape: 'ring', tone: 'calm', key: 'notYetKnown' },
};

/** Gives the look of a verdict; a word from a newer version reads as not yet known. */
export function verdictLook(verdict: string): VerdictLook {
  return (verdicts as readonly string[]).includes(verdict)
    ? looks[verdict as Verdict]
    : looks['not yet known'];
}
