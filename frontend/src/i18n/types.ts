/**
 * The same keys with other words: a translation has no key too few and none too
 * many. Plural forms are spelled out in both languages, which need the same two.
 */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
