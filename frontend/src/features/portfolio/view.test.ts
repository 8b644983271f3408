import { describe, expect, it } from 'vitest';
import { starters } from './starters';
import { isUnfiltered, onlyOf, plainView, portfolioView, unfiltered, viewSearch } from './view';
import { wayPath } from './WaySwitch';
import { whoseOf, withWhose } from './Whose';

const mine = withWhose(plainView, ['Ines Moreau']);

describe('the ways of the portfolio', () => {
  it('have addresses that keep which accounts are shown', () => {
    const path = wayPath('roads', { ...mine, filter: 'port' });
    const [, search = ''] = path.split('?');
    const said = new URLSearchParams(search);
    expect(path.startsWith('/portfolio/roads?')).toBe(true);
    expect(said.get('filter')).toBe('port');
    expect(JSON.parse(said.get('filters') ?? '')).toEqual(mine.filters);
    expect(wayPath('sale', plainView)).toBe('/portfolio/sale');
  });

  it('ask the program for what the table shows', () => {
    expect(onlyOf(starters.risk)).toEqual({ filter: '', filters: starters.risk.filters });
    expect(isUnfiltered(plainView)).toBe(true);
    expect(isUnfiltered({ ...plainView, filter: 'x' })).toBe(false);
    // Order and columns stay when the filter is cleared.
    expect(unfiltered(starters.risk)).toEqual({ ...plainView, sort: 'risk' });
  });

  it('read an address of theirs beside what is their own', () => {
    expect(viewSearch(portfolioView({ cheque: 5, filter: 12, filters: 'no' }))).toEqual({
      filter: '12',
    });
  });
});

describe('whose accounts', () => {
  it('are the filter by CSM, and everybody takes it away', () => {
    expect(whoseOf(plainView)).toEqual([]);
    const both = withWhose({ ...starters.risk, folded: ['x'] }, ['Ines Moreau', 'Tobi Adeyemi']);
    expect(whoseOf(both)).toEqual(['Ines Moreau', 'Tobi Adeyemi']);
    expect(both.filters.map((filter) => filter.field)).toEqual(['csm', 'risk']);
    expect(whoseOf(withWhose(both, ['Tobi Adeyemi']))).toEqual(['Tobi Adeyemi']);
    expect(withWhose(both, ['*']).filters).toEqual(starters.risk.filters);
  });

  it('are not those that a filter leaves out', () => {
    const others = { ...plainView, filters: [{ field: 'csm', op: 'not' as const, values: ['A'] }] };
    expect(whoseOf(others)).toEqual([]);
    expect(withWhose(others, ['B']).filters).toHaveLength(2);
  });
});
