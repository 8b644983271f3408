import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { de } from './de';
import { en } from './en';

/** The languages of the window. */
export const languages = ['en', 'de'] as const;

/** One of the languages of the window. */
export type Language = (typeof languages)[number];

const key = 'tendril.language';

/** Finds the language: the person's choice, else the machine's, else English. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(key);
  const wanted = [chosen ?? '', ...navigator.languages].map((one) => one.slice(0, 2));
  return languages.find((language) => language === wanted.find((one) => isLanguage(one))) ?? 'en';
}

function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/** Changes the language and keeps the choice. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(key, language);
  await i18next.changeLanguage(language);
}

const regions = {
  en: ['GB', 'US', 'IE', 'CA', 'AU', 'DE', 'AT', 'CH', 'NL', 'SE', 'DK'],
  de: ['DE', 'AT', 'CH', 'LI', 'LU'],
} as const;

/** Lists the ways of writing dates and numbers that a language's texts can have. */
export function localesOf(language: string): string[] {
  const known = language === 'de' ? 'de' : 'en';
  return regions[known].map((region) => `${known}-${region}`);
}

const localeKey = (language: string) => `tendril.locale.${language}`;

/** Returns the way that the person chose, '' for the machine's own. */
export function localeChoice(language: string): string {
  const chosen = localStorage.getItem(localeKey(language)) ?? '';
  return localesOf(language).includes(chosen) ? chosen : '';
}

/** Changes how dates and numbers are written in the texts of a language, and keeps the choice. */
export async function chooseLocale(language: string, locale: string): Promise<void> {
  localStorage.setItem(localeKey(language), locale);
  // Whoever shows a figure follows the language: it is told anew.
  await i18next.changeLanguage(i18next.language);
}

/**
 * Gives the locale in which dates and numbers are written: the person's choice,
 * else the machine's own where it speaks the language of the texts, so that "en"
 * is en-GB in London.
 */
export function localeOf(language: string): string {
  const chosen = localeChoice(language);
  return chosen === '' ? machineLocale(language) : chosen;
}

/** Gives the locale of the machine, where it speaks the language. */
export function machineLocale(language: string): string {
  const own = navigator.languages.find((one) => one.startsWith(language));
  return own ?? (language === 'de' ? 'de-DE' : 'en-GB');
}

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});

void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'en',
  defaultNS: 'common',
  ns: Object.keys(en),
  resources: { en, de },
  interpolation: { escapeValue: false },
  returnNull: false,
});

export { i18next };
