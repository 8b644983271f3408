import { describe, expect, test } from 'vitest';
import type { Paragraph } from '@/api/stories';
import { fromDocument, toDocument } from './words';

const run = (text: string, bold = false, italic = false) => ({ text, bold, italic });
const say = (kind: Paragraph['kind'], level: number, ...runs: Paragraph['runs']) => ({
  kind,
  level,
  runs,
});

describe('a claim in the editor', () => {
  const texts: Record<string, Paragraph[]> = {
    'a sentence': [say('text', 0, run('It reaches 266 people.'))],
    'manners in a row': [
      say('text', 0, run('It is '), run('on time', true), run(' and '), run('all', true, true)),
    ],
    'lists in lists of both kinds': [
      say('heading', 0, run('What comes')),
      say('bullet', 0, run('a')),
      say('number', 1, run('b')),
      say('number', 1, run('c')),
      say('bullet', 2, run('d')),
      say('bullet', 0, run('e')),
      say('number', 0, run('f')),
      say('text', 0, run('after')),
      say('bullet', 0, run('g')),
    ],
    'a line break': [say('text', 0, run('a\nb'))],
  };
  for (const [name, words] of Object.entries(texts)) {
    test(`${name} comes back as it was`, () => {
      expect(fromDocument(toDocument(words))).toEqual(words);
    });
  }

  test('loses paragraphs without words, and nothing else', () => {
    expect(
      fromDocument({
        type: 'doc',
        content: [
          { type: 'paragraph' },
          { type: 'paragraph', content: [{ type: 'text', text: 'a' }] },
          {
            type: 'bulletList',
            content: [
              { type: 'listItem', content: [{ type: 'paragraph' }] },
              {
                type: 'listItem',
                content: [
                  { type: 'paragraph', content: [{ type: 'text', text: 'b' }] },
                  { type: 'paragraph', content: [{ type: 'text', text: 'c' }] },
                ],
              },
            ],
          },
        ],
      }),
    ).toEqual([say('text', 0, run('a')), say('bullet', 0, run('b\nc'))]);
  });

  test('an empty claim is an empty paragraph', () => {
    expect(toDocument([])).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  });
});
