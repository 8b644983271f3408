import { describe, expect, it } from 'vitest';
import type { Digest } from '@/api/learning';
import { digestMarkdown, isEmpty } from './digest';
import { learningSearch } from './view';

/** Says which words were asked for, with what they are filled with. */
const t = ((key: string, words: Record<string, string> = {}) =>
  `${key.replace('digestText.', '')}(${Object.values(words).join(', ')})`) as unknown as Parameters<
  typeof digestMarkdown
>[1];

const none: Digest = {
  team: 'Product',
  from: '2026-05-10',
  to: '2026-06-09',
  new: [],
  told: [],
  answers: [],
  open: [],
} as unknown as Digest;

describe('a digest', () => {
  it('has a section only for what there is, each entry on one line', () => {
    const digest = {
      ...none,
      new: [{ text: 'They count\n hours', account: 'Nordhavn', type_name: '', question: 'Why?' }],
      open: [
        {
          text: 'What is slow?',
          answer: '',
          account: 'Vega',
          type_name: 'Cold chain',
          asked_on: '2026-06-01',
        },
      ],
    } as unknown as Digest;
    expect(isEmpty(digest)).toBe(false);
    expect(digestMarkdown(digest, t, (iso) => iso.slice(5)).split('\n')).toEqual([
      '# subject(Product)',
      '',
      'period(05-10, 06-09)',
      '',
      '## new()',
      '',
      '- They count hours — Nordhavn; from(Why?)',
      '',
      '## open()',
      '',
      '- **What is slow?** who(Vega, Cold chain), since(06-01)',
      '',
      'inside()',
      '',
    ]);
  });

  it('says that there is nothing', () => {
    expect(isEmpty(none)).toBe(true);
    expect(digestMarkdown(none, t, (iso) => iso)).not.toContain('##');
  });
});

describe('the address of learning', () => {
  it('leaves out what makes no sense', () => {
    expect(learningSearch({ view: 'moon', state: 'lost', team: 7, words: 'gate' })).toEqual({
      view: 'stream',
      state: '',
      team: '',
      type: '',
      csm: '',
      words: 'gate',
    });
    expect(learningSearch({ view: 'common', state: 'untold' })).toMatchObject({
      view: 'common',
      state: 'untold',
    });
  });
});
