import i18next from 'i18next';
import { inWords } from '@/i18n/words';

/** What kind of failure a person met. */
export type ProblemCode =
  | 'invalid'
  | 'not_found'
  | 'conflict'
  | 'forbidden'
  | 'unavailable'
  /** The person stopped it and nothing of it was kept. */
  | 'cancelled'
  | 'internal';

const codes: readonly string[] = [
  'invalid',
  'not_found',
  'conflict',
  'forbidden',
  'unavailable',
  'cancelled',
  'internal',
];

/** The only error that leaves src/api: a sentence for a person, and the field it is about. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  /** The name of the field that is wrong, or ''. */
  readonly field: string;

  constructor(code: ProblemCode, field: string, message: string) {
    // The program speaks English; whoever shows a problem shows it in the window's language.
    super(inWords(message));
    this.code = code;
    this.field = field;
  }
}

/**
 * Reads what a call was rejected with. In the window it is an Error whose message
 * is the JSON text of a problem; in the browser the answer's body.
 */
export function toProblem(cause: unknown): Problem {
  if (cause instanceof Problem) return cause;
  const text = textOf(cause);
  const parsed = parse(text) ?? (isObject(cause) ? cause : {});
  const { code, field, message } = parsed;
  if (typeof message !== 'string') {
    return new Problem('internal', '', text === '' ? i18next.t('wentWrong') : text);
  }
  return new Problem(
    isCode(code) ? code : 'internal',
    typeof field === 'string' ? field : '',
    message,
  );
}

function textOf(cause: unknown): string {
  if (cause instanceof Error) return cause.message;
  return typeof cause === 'string' ? cause : '';
}

function isCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && codes.includes(value);
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    let value: unknown = JSON.parse(text);
    // A formatter that returns a string may arrive quoted once more.
    if (typeof value === 'string') value = JSON.parse(value);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
