import { describe, expect, it } from 'vitest';
import { type Choice, fitOf, inOrder } from './choices';

const one = (group: Choice['group'], title: string): Choice => ({
  key: `${group}/${title}`,
  group,
  title,
  detail: '',
  run: () => {},
});

const actions = [
  'Go to the stories',
  'Capture notes',
  'Compose or open the story',
  'Export the portfolio to Excel',
  'Settings: Appearance',
].map((title) => one('actions', title));

const titles = (words: string, hits: Choice[] = []) =>
  inOrder(words, actions, hits).map((choice) => choice.title);

describe('the order of the palette', () => {
  const story = one('records', 'Go to the stories of last year');
  const account = one('accounts', 'Stories & Sons');

  it('has an action first whose name is typed, and what is found later does not push it away', () => {
    for (const words of ['Go to the stories', 'go to the st', 'stories', 'GO  STORIES']) {
      expect(titles(words)[0]).toBe('Go to the stories');
      expect(titles(words, [story, account])[0]).toBe('Go to the stories');
    }
  });

  it('has accounts before records, those that are named so first', () => {
    const hits = [
      one('records', 'Castle visit'),
      one('accounts', 'Meridian, once of Castellan'),
      one('accounts', 'Nordhavn'),
      one('accounts', 'Castellan Ports'),
    ];
    expect(titles('castel', hits)).toEqual([
      'Castellan Ports',
      'Meridian, once of Castellan',
      'Nordhavn',
      'Castle visit',
    ]);
  });

  it('leaves actions below that only have the letters somewhere', () => {
    expect(titles('tories', [story])).toEqual([story.title, 'Go to the stories']);
    const found = inOrder('story', actions, [story]);
    expect(found.map((choice) => choice.group)).toEqual(['actions', 'records']);
    // Two letters begin too much to be a name.
    expect(titles('se', [account])[0]).toBe(account.title);
  });

  it('shows every action while nothing is typed', () => {
    expect(titles('')).toEqual(actions.map((action) => action.title));
  });
});

describe('how well a title fits', () => {
  it('does not mind case, accents and spaces', () => {
    expect(fitOf('Zum Überblick', ' zum  uberblick ')).toBe(0);
    expect(fitOf('Zum Überblick', 'zum ub')).toBe(1);
    expect(fitOf('Settings: Appearance', 'appea')).toBe(2);
    expect(fitOf('Settings: Appearance', 'pearance')).toBe(3);
  });
});
