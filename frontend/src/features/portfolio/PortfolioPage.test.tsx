import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { portfolio } from '@/api';
import { fakeApi } from '@/testing/fakeApi';
import { renderScreen } from '@/testing/render';
import { PortfolioPage } from './PortfolioPage';
import { portfolioView } from './view';

afterEach(() => {
  delete window.go;
});

const row = (over: Partial<portfolio.PortfolioRow>): portfolio.PortfolioRow => ({
  id: 'a',
  name: 'Nordhavn Freight',
  segment: 'Enterprise',
  csm: 'Ines Moreau',
  currency: 'EUR',
  arr: 126000,
  renewal: '2026-08-31',
  last_touch: '2026-06-05',
  cancelled_on: '',
  verdict: 'expanding',
  velocity: 525000,
  level: 909000,
  claimed: 1113000,
  silence: 29,
  spark: [0, 1, 2],
  spark_claimed: [0, 2, 3],
  type: 'Multi-terminal forwarder',
  owner: '',
  tags: [],
  parent: '',
  added: '2026-01-01',
  decision: '2026-07-02',
  client_phase: 'renewal',
  provider_phase: 'harvesting',
  overruled: false,
  mismatches: [],
  risk: 'watch',
  flag: 'readings_stale',
  flag_on: '2026-05-01',
  flags: 2,
  checks: [
    [7, 8],
    [6, 6],
    [4, 4],
    [0, 4],
    [4, 4],
    [5, 5],
  ],
  price_low: 333000,
  price_high: 333000,
  sale: 'no',
  attributes: {},
  below: null,
  head: null,
  ...over,
});

function show(rows: portfolio.PortfolioRow[], total = rows.length) {
  const calls = fakeApi({
    'Portfolio.Page': () => ({
      total,
      found: total,
      all: total,
      currency: 'EUR',
      offset: 0,
      today: '2026-06-09',
      rows,
    }),
    'Portfolio.Headline': () => {
      throw new Error('{"code":"internal","message":"left out here"}');
    },
  });
  const told = {
    onView: vi.fn(),
    onOpen: vi.fn(),
    onImport: vi.fn(),
    checks: (account: string, principle: string) => <p>{`${account} ${principle}`}</p>,
  };
  renderScreen(<PortfolioPage view={portfolioView({})} {...told} />);
  return { calls, ...told };
}

describe('PortfolioPage', () => {
  it('says verdict, velocity, claims, renewal and touch in words and units', async () => {
    show([row({})]);
    const line = await screen.findByRole('row', { name: /Nordhavn/ });
    for (const words of [
      'Expanding',
      '+€525k a year',
      '€333,000',
      '2.6 × ARR',
      '€126,000',
      'Harvesting',
      'Watch',
      'Readings stale +1',
      '31 Aug 2026',
      'in 83 days',
      '4 days',
    ]) {
      expect(within(line).getByText(words)).toBeTruthy();
    }
    expect(within(line).getByRole('img', { name: 'Ines Moreau' })).toBeTruthy();
  });

  it('leaves out what is not known instead of showing zeros', async () => {
    show([
      row({
        verdict: 'not yet known',
        arr: 0,
        renewal: '',
        last_touch: '',
        silence: null,
        csm: '',
      }),
    ]);
    const line = await screen.findByRole('row', { name: /Nordhavn/ });
    expect(within(line).getByText('Not yet known')).toBeTruthy();
    expect(line.textContent).not.toMatch(/€0|NaN|Invalid/);
  });

  it('says that figures are being reckoned', async () => {
    show([row({ verdict: '', spark: [] })]);
    expect(await screen.findByText('being reckoned')).toBeTruthy();
  });

  it('shows no amount over all accounts before their figures are made, but how far they are', async () => {
    fakeApi({
      'Portfolio.Page': () => ({
        total: 1,
        found: 1,
        all: 1,
        currency: 'EUR',
        offset: 0,
        today: '2026-06-09',
        rows: [row({})],
      }),
      'Portfolio.Headline': () => ({ accounts: 10000, reckoning: 10000, reckoned: 3400, arr: 0 }),
    });
    renderScreen(
      <PortfolioPage
        view={portfolioView({})}
        onView={vi.fn()}
        onOpen={vi.fn()}
        onImport={vi.fn()}
        checks={() => null}
      />,
    );
    const strip = await screen.findByRole('region', { name: 'Figures over all accounts' });
    expect(within(strip).getByRole('status').textContent).toMatch(/10,000 accounts/);
    expect(within(strip).getByRole('progressbar', { name: '3,400 of 10,000' })).toBeTruthy();
    expect(strip.textContent).not.toMatch(/€/);
  });

  it('answers why for the row in hand, by its key and by a click on a figure', async () => {
    const { onOpen } = show([row({}), row({ id: 'b', name: 'Meridian' })]);
    const explained: string[] = [];
    window.go = {
      desktop: {
        ...window.go?.desktop,
        Why: {
          Explain: (account: unknown, figure: unknown) => {
            explained.push(`${account} ${figure}`);
            return Promise.resolve({
              title: '',
              rule: 'The rule of it.',
              currency: 'EUR',
              rows: [],
              result: '',
              total: 1,
              unit: '',
              notes: [],
            });
          },
        },
      },
    };
    const grid = await screen.findByRole('grid', { name: 'Portfolio' });
    await screen.findByText('Meridian');
    grid.focus();
    await userEvent.keyboard('{ArrowDown}w');
    const panel = await screen.findByRole('dialog');
    expect(within(panel).getByRole('heading', { name: 'Why: Meridian' })).toBeTruthy();
    await within(panel).findByText('The rule of it.');
    await userEvent.click(within(panel).getByRole('button', { name: 'Proved value' }));
    await waitFor(() => expect(explained).toEqual(['b verdict', 'b proved.level']));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(screen.getAllByRole('button', { name: '€126,000' })[0] as HTMLElement);
    await waitFor(() => expect(explained).toContain('a arr'));
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('moves with arrow keys and opens with Enter', async () => {
    const { onOpen } = show([row({}), row({ id: 'b', name: 'Kestrel Parcel' })]);
    const grid = await screen.findByRole('grid', { name: 'Portfolio' });
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onOpen).toHaveBeenCalledWith('b');
  });

  it('sorts by a heading: amounts from the largest, again turns it round', async () => {
    const { onView } = show([row({})]);
    await userEvent.click(await screen.findByRole('button', { name: 'ARR' }));
    expect(onView).toHaveBeenLastCalledWith(
      expect.objectContaining({ sort: 'arr', descending: true }),
    );
    const heading = screen.getByRole('columnheader', { name: /Renewal/ });
    await userEvent.click(within(heading).getByRole('button'));
    expect(onView).toHaveBeenLastCalledWith(
      expect.objectContaining({ sort: 'renewal', descending: false }),
    );
  });

  it('folds the head of a group by the arrows and says what stands under it', async () => {
    const head = {
      key: 'critical',
      label: '',
      count: 3,
      arr: 300000,
      level: 0,
      at_risk: 75000,
      known: 300000,
      folded: false,
    };
    const { onView } = show([row({ id: 'group:critical', head }), row({})], 2);
    const grid = await screen.findByRole('grid', { name: 'Portfolio' });
    expect(screen.getByText('3 accounts')).toBeTruthy();
    expect(screen.getByText('25% of ARR at risk')).toBeTruthy();
    grid.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(onView).toHaveBeenLastCalledWith(expect.objectContaining({ folded: ['critical'] }));
  });

  it('chooses accounts by keys and changes them in one action', async () => {
    const { calls } = show([row({}), row({ id: 'b', name: 'Kestrel Parcel' })], 2);
    const grid = await screen.findByRole('grid', { name: 'Portfolio' });
    const changes: unknown[] = [];
    const portfolio = window.go?.desktop?.['Portfolio'] as Record<string, unknown>;
    portfolio['IDs'] = () => Promise.resolve(['a', 'b']);
    portfolio['Choices'] = () => Promise.resolve([]);
    portfolio['Change'] = (input: unknown) => {
      changes.push(input);
      const action = { id: 'x', label: 'Set the CSM of 2 accounts' };
      return Promise.resolve({ action, changed: 2, same: 0, left_out: 0 });
    };
    grid.focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(await screen.findByText('2 accounts chosen')).toBeTruthy();
    const bar = screen.getByRole('region', { name: 'Accounts chosen' });
    await userEvent.click(within(bar).getByRole('button', { name: 'CSM' }));
    await userEvent.type(await screen.findByLabelText('Name of the CSM'), 'Ada');
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(changes).toEqual([
        { accounts: ['a', 'b'], field: 'csm', value: 'Ada', add: [], remove: [] },
      ]),
    );
    expect(calls).toBeTruthy();
  });

  it('filters while one types, after a slash', async () => {
    const { onView } = show([row({})]);
    await screen.findByRole('grid');
    await userEvent.keyboard('/nord');
    await waitFor(() =>
      expect(onView).toHaveBeenLastCalledWith(expect.objectContaining({ filter: 'nord' })),
    );
  });

  it('teaches where there is nothing yet', async () => {
    const { onImport } = show([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Import accounts' }));
    expect(onImport).toHaveBeenCalled();
  });
});
