import { Fragment } from 'react';
import classes from './Palette.module.css';

/** Draws a text with the words that were looked for set off; case and accents do not matter. */
export function Marked({ text, words }: { text: string; words: string }) {
  return (
    <>
      {cut(text, words).map((part, at) =>
        part.hit ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
          <mark key={at} className={classes['hit']}>
            {part.text}
          </mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
          <Fragment key={at}>{part.text}</Fragment>
        ),
      )}
    </>
  );
}

interface Part {
  text: string;
  hit: boolean;
}

/** Cuts a text where words of it begin with what was looked for. */
export function cut(text: string, words: string): Part[] {
  const wanted = words
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '');
  if (wanted.length === 0) return [{ text, hit: false }];
  const letters = [...text];
  // One folded letter for each letter, so that places in both are the same.
  const folded = letters.map((letter) => fold(letter).charAt(0) || letter).join('');
  const hit = new Array<boolean>(letters.length).fill(false);
  for (const word of wanted) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      const begins = at === 0 || !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1));
      if (begins) hit.fill(true, at, at + [...word].length);
    }
  }
  const parts: Part[] = [];
  letters.forEach((letter, at) => {
    const last = parts.at(-1);
    if (last !== undefined && last.hit === hit[at]) last.text += letter;
    else parts.push({ text: letter, hit: hit[at] === true });
  });
  return parts;
}

/** Returns a text without case and accents. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
