import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Card, Forecast, Group, Move, RenewalsPage } from '@/api/renewals';
import { renderScreen } from '@/testing/render';
import { Board } from './Board';
import { Moved } from './Moved';
import { renewalsSearch } from './view';

const card = (name: string, over: Partial<Card> = {}): Card => ({
  account: `a-${name}`,
  name,
  csm: 'Ines Moreau',
  term: `t-${name}`,
  decision: '2026-08-05',
  end: '2026-08-31',
  days: 57,
  gate: 60,
  currency: 'EUR',
  arr: 72000,
  forecast: null,
  probability: null,
  verdict: 'static',
  signal: 'at risk',
  call: '',
  call_gate: 0,
  due: true,
  disagrees: '',
  holds: 2,
  of: 5,
  open: [],
  ended: false,
  stale: false,
  ...over,
});

const group = (gate: number, cards: Card[], count = cards.length): Group => ({
  key: gate === 0 ? 'ahead' : 'gate',
  gate,
  count,
  arr: 72000 * count,
  terms: cards.map((one) => one.term),
});

describe('the board', () => {
  const [kestrel, vega, solent] = [card('Kestrel'), card('Vega'), card('Solent')] as const;
  const page = {
    currency: 'EUR',
    columns: [group(30, [kestrel, vega]), group(60, []), group(0, [solent], 41)],
    cards: [kestrel, vega, solent],
  } as unknown as RenewalsPage;

  it('goes from card to card by the arrows, past columns in which nothing stands', async () => {
    renderScreen(<Board page={page} onMore={() => {}} />);
    const at = (name: string) => screen.getByRole('link', { name: new RegExp(name) });
    at('Kestrel').focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(at('Vega'));
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(at('Solent'));
    await userEvent.keyboard('{ArrowLeft}{ArrowUp}');
    expect(document.activeElement).toBe(at('Kestrel'));
    expect(at('Kestrel').getAttribute('href')).toBe('#/accounts/a-Kestrel/renewal?term=t-Kestrel');
  });

  it('counts what it does not name, and brings it', async () => {
    const onMore = vi.fn();
    renderScreen(<Board page={page} onMore={onMore} />);
    await userEvent.click(screen.getByRole('button', { name: /40/ }));
    expect(onMore).toHaveBeenCalledOnce();
  });
});

describe('what moved', () => {
  const move: Move = {
    account: 'a',
    name: 'Kestrel',
    term: 't',
    from_kind: 'likely',
    to_kind: '',
    from_call: '',
    to_call: '',
    from: 72000,
    to: 0,
    from_end: '2026-08-31',
    to_end: '',
    result: 'open',
    binned: true,
  };
  const forecast = (over: Partial<Forecast>) =>
    ({
      currency: 'EUR',
      since: '2026-06-08',
      moved: 0,
      moved_by: 0,
      moves: [],
      ...over,
    }) as Forecast;

  it('says that too much was written, and not that nothing moved', () => {
    renderScreen(<Moved data={forecast({ too_much: true })} />);
    expect(screen.getByText(/too many terms were written/)).toBeTruthy();
    expect(screen.queryByText(/nothing moved/)).toBeNull();
  });

  it('names what lies in the bin without a way to it', () => {
    renderScreen(<Moved data={forecast({ moved: 1, moved_by: -72000, moves: [move] })} />);
    const line = screen.getByRole('listitem', { hidden: true });
    expect(line.textContent).toBe('Kestrel put into the bin, €72k less');
    expect(within(line).queryByRole('link', { hidden: true })).toBeNull();
  });
});

describe('the address of the renewals', () => {
  it('leaves out what makes no sense', () => {
    expect(renewalsSearch({ view: 'moon', who: 'x' })).toEqual({ view: 'board', who: [] });
    expect(renewalsSearch({ view: 'calendar', who: ['*', 7] })).toEqual({
      view: 'calendar',
      who: ['*', '7'],
    });
  });
});
