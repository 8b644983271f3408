import { describe, expect, it } from 'vitest';
import { cut } from './Marked';

const hits = (text: string, words: string) =>
  cut(text, words)
    .filter((part) => part.hit)
    .map((part) => part.text);

describe('what was looked for', () => {
  it('is set off where words begin with it, whatever its case and accents', () => {
    expect(hits('Sundqvist Trävaror: travel costs', 'TRAV')).toEqual(['Träv', 'trav']);
    expect(hits('Freight for Nordhavn', 'nord fre')).toEqual(['Fre', 'Nord']);
  });

  it('leaves the rest of the text as it is', () => {
    const parts = cut('An unhurried run 😀 runs', 'run');
    expect(parts.map((part) => part.text).join('')).toBe('An unhurried run 😀 runs');
    expect(parts.filter((part) => part.hit)).toHaveLength(2);
    expect(cut('nothing', '  ')).toEqual([{ text: 'nothing', hit: false }]);
  });
});
