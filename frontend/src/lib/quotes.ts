/** Sets a person's words in the quotation marks of the locale. */
export function quoted(words: string, locale: string): string {
  return locale.startsWith('de') ? `„${words}“` : `“${words}”`;
}
