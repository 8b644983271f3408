import i18next from 'i18next';
import { moment, shortDate } from '@/lib/dates';
import { number } from '@/lib/money';
import { sentences as germanSentences, terms as germanTerms } from './de/said';
import { sentences, terms } from './en/said';
import { localeOf } from './index';

/** One sentence of the program that can be recognised and worded. */
interface Template {
  pattern: RegExp;
  /** For each hole of the English sentence: whether it is a number. */
  numbers: boolean[];
  /** For each hole: whether it stands in quotation marks and is somebody's own text. */
  quoted: boolean[];
  words: Readonly<Record<'en' | 'de', string>>;
}

const holes = /\{(\d+)(#?)\}/g;
const isDay = /^\d{4}-\d\d-\d\d$/;
const isMoment = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;

/**
 * Words what the program says in the language of the window: a sentence is recognised by its
 * English template, its days and numbers are written in the person's locale, and what no template
 * fits stays as it is. docs/decisions/0009 says why English is the key.
 */
export function inWords(text: string): string {
  if (text === '') return '';
  const language = i18next.language === 'de' ? 'de' : 'en';
  const key = `${language}${localeOf(language)}${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const worded = word(text, language, 0);
  if (cache.size > 5000) cache.clear();
  cache.set(key, worded);
  return worded;
}

const cache = new Map<string, string>();

function word(text: string, language: 'en' | 'de', depth: number): string {
  const term = wordTerm(text, language);
  if (term !== undefined) return term;
  if (depth > 3) return text;
  const found = recognise(text);
  if (found === undefined) return text;
  const { template, args } = found;
  const written = args.map((arg, i) => {
    if (template.numbers[i] === true) return number(Number(arg), localeOf(language), digits(arg));
    if (template.quoted[i] === true) return arg;
    if (isDay.test(arg)) return shortDate(arg, localeOf(language));
    if (isMoment.test(arg)) return moment(arg.replace(' ', 'T'), localeOf(language));
    const list = wordList(arg, language);
    return list ?? word(arg, language, depth + 1);
  });
  const worded = template.words[language].replace(
    holes,
    (_, at: string) => written[Number(at)] ?? '',
  );
  return capitalLike(text, worded);
}

function digits(arg: string): number {
  return Math.min(2, arg.split('.')[1]?.length ?? 0);
}

/** Words one of the program's terms, such as the name of a kind or a field. */
function wordTerm(text: string, language: 'en' | 'de'): string | undefined {
  const small = text.charAt(0).toLocaleLowerCase('en') + text.slice(1);
  if (!termSet.has(small)) return undefined;
  if (language === 'en') return text;
  const worded = germanTerms[small as keyof typeof germanTerms];
  return small === text ? worded : worded.charAt(0).toLocaleUpperCase('de') + worded.slice(1);
}

const termSet: ReadonlySet<string> = new Set(terms);

/** Words an enumeration of terms: "draft, active, closed". */
function wordList(text: string, language: 'en' | 'de'): string | undefined {
  const parts = text.split(', ');
  if (parts.length < 2) return undefined;
  const worded = parts.map((part) => wordTerm(part, language));
  return worded.includes(undefined) ? undefined : worded.join(', ');
}

/** A sentence that began with a capital does so in its new words. */
function capitalLike(text: string, worded: string): string {
  const first = text.charAt(0);
  if (first === first.toLocaleLowerCase('en')) return worded;
  return worded.charAt(0).toLocaleUpperCase() + worded.slice(1);
}

/** Finds the template of a sentence: the one with the most words of its own. */
export function recognise(text: string): { template: Template; args: string[] } | undefined {
  for (const template of templates()) {
    const match = template.pattern.exec(text);
    if (match !== null) return { template, args: match.slice(1) };
  }
  return undefined;
}

let made: Template[] | undefined;

function templates(): Template[] {
  made ??= [...sentences]
    .sort((a, b) => weight(b) - weight(a))
    .map((english) => {
      const found = [...english.matchAll(holes)];
      return {
        pattern: patternOf(english),
        numbers: found.map((hole) => hole[2] === '#'),
        quoted: found.map((hole) => /["“„]/.test(english.charAt(hole.index - 1))),
        words: { en: english.replace(holes, '{$1}'), de: germanSentences[english] },
      };
    });
  return made;
}

function weight(english: string): number {
  return english.replace(holes, '').length;
}

function patternOf(english: string): RegExp {
  const parts = english.split(/(\{\d+#?\})/).map((part) => {
    if (!/^\{\d+#?\}$/.test(part)) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return part.includes('#') ? '(-?\\d+(?:\\.\\d+)?(?:e[-+]\\d+)?)' : '([\\s\\S]*?)';
  });
  return new RegExp(`^${parts.join('')}$`);
}
