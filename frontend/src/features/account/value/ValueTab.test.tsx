import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Timeline } from '@/api/value';
import { ToastProvider } from '@/ui';
import { AccountPage } from '../AccountPage';
import nordhavn from './testdata/nordhavn.json';

// Finding by role reads the whole page: slow on a busy machine, and no fault of the page.
vi.setConfig({ testTimeout: 30_000 });

const calls = vi.fn<(name: string, args: unknown[]) => void>();
let timeline: Timeline;

function method(name: string, answer: () => unknown) {
  return (...args: unknown[]) => {
    calls(name, args);
    return Promise.resolve(answer());
  };
}

beforeEach(async () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB', 'de-DE']);
  await i18next.changeLanguage('en');
  calls.mockClear();
  timeline = structuredClone(nordhavn.timeline) as unknown as Timeline;
  const written = () => ({ action: { id: 'a1', label: 'Add' }, id: 'b1' });
  window.go = {
    desktop: {
      Account: { Header: method('header', () => nordhavn.header) },
      Value: {
        Timeline: method('timeline', () => structuredClone(timeline)),
        AddBenefit: method('add', written),
        AddStep: method('step', written),
        ConfirmStep: method('confirm', written),
      },
      Why: {
        Explain: method('why', () => ({
          title: 'Value level',
          rule: 'What the client is getting a year.',
          currency: 'EUR',
          rows: [],
          result: '',
          total: 909000,
          unit: 'money a year',
          notes: ['One-time money leaves.'],
        })),
      },
      History: {
        UndoAction: method('undo', () => ({ action: { id: 'a1', label: 'Add' }, kept: [] })),
      },
    },
  };
});

async function show() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <ToastProvider>
          <AccountPage accountId="x" />
        </ToastProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByRole('heading', { name: 'Nordhavn Freight' });
  return userEvent.setup();
}

function lastCall(name: string): unknown[] | undefined {
  return calls.mock.calls.filter(([n]) => n === name).at(-1)?.[1];
}

describe('the value page', () => {
  it('says the verdict, the four axes and what is claimed besides', async () => {
    await show();
    const axes = screen.getByRole('region', { name: 'How value has grown' });
    expect(
      within(axes).getByText(
        /2 new benefits, 107 more people and 2 new dimensions since the renewal/,
      ),
    ).toBeTruthy();
    for (const words of ['claimed +1', 'claimed +18', 'claimed +€146k', '+€314k, +53%']) {
      expect(within(axes).getAllByText(words).length).toBeGreaterThan(0);
    }
    expect(screen.getByText('83 days to renewal')).toBeTruthy();
    expect(screen.getByText(/€204k waits for a yes from/)).toBeTruthy();
    expect(screen.getByText('7 proved, 2 claimed and 1 claimed step')).toBeTruthy();
  });

  it('reads today, and the mark that has the focus, in its live region', async () => {
    const user = await show();
    const readout = screen.getByText('€909k proved').closest('p');
    expect(readout?.getAttribute('aria-live')).toBe('polite');
    expect(readout?.textContent).toContain('+€204k claimed');
    expect(readout?.textContent).toContain('€538k felt');
    const mark = screen.getByRole('button', {
      name: /18.Nov.2024, Dock plan built in one pass, €62k a year, 14 people, confirmed/,
    });
    mark.focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toContain('€118k a year');
    expect(readout?.textContent).toContain('31 people');
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('aria-label')).toContain(
      'Detention charges avoided',
    );
  });

  it('opens a benefit with Enter, confirms a step in place and gives the focus back', async () => {
    const user = await show();
    const mark = screen.getByRole('button', { name: /\d{4}, Fewer “where is it\?” calls/ });
    mark.focus();
    await user.keyboard('{Enter}');
    const card = screen.getByRole('dialog', { name: 'Fewer “where is it?” calls' });
    await user.click(within(card).getByRole('button', { name: /Confirm the step of/ }));
    await user.keyboard('Sofie Brandt');
    await user.click(within(card).getByRole('button', { name: 'Confirm' }));
    expect(lastCall('confirm')).toEqual([expect.any(String), 'Sofie Brandt', '2026-06-09']);
    expect(await screen.findByText('Confirmed: Fewer “where is it?” calls')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('adds a benefit by keyboard: B, the words, Ctrl Enter', async () => {
    const user = await show();
    await user.keyboard('b');
    const form = screen.getByRole('dialog', { name: 'New benefit' });
    expect(document.activeElement).toBe(within(form).getByLabelText('What the client gained'));
    await user.keyboard('Night shift plans itself');
    await user.type(within(form).getByLabelText(/Amount/), '24k');
    await user.type(within(form).getByLabelText('People'), '12');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(lastCall('add')?.[0]).toMatchObject({
      title: 'Night shift plans itself',
      amount: '24000',
      people: 12,
      on: '2026-06-09',
      kind: 'yearly',
      confirmation: 'claimed',
    });
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(lastCall('undo')).toEqual(['a1']);
  });

  it('says what is wrong at the field and keeps what was typed; Esc leaves', async () => {
    const user = await show();
    await user.keyboard('b');
    const form = screen.getByRole('dialog', { name: 'New benefit' });
    await user.type(within(form).getByLabelText(/Amount/), 'much');
    await user.click(within(form).getByRole('button', { name: 'Add' }));
    expect(within(form).getByText('This is not an amount.')).toBeTruthy();
    expect(within(form).getByText('Say what the client gained.')).toBeTruthy();
    expect(lastCall('add')).toBeUndefined();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('answers why behind a figure', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: '€909k' }));
    expect(await screen.findByText('What the client is getting a year.')).toBeTruthy();
    expect(lastCall('why')).toEqual([timeline.account, 'level']);
  });

  it('has a table behind the picture with the same order and rounding', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: 'Table' }));
    const table = screen.getByRole('table', { name: 'Value by day' });
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(17);
    expect(rows[1]?.textContent).toContain('€62k');
    expect(rows[4]?.textContent).toContain('(€58k)');
    expect(rows[16]?.textContent).toContain('€909k');
    expect(screen.getByRole('table', { name: 'Benefits with their steps' })).toBeTruthy();
  });

  it('teaches where there are no benefits yet', async () => {
    timeline = { ...timeline, lanes: [], first_value_due: '2026-08-30' };
    const user = await show();
    expect(screen.getByRole('heading', { name: 'No benefits yet' })).toBeTruthy();
    expect(screen.getByText(/First value is due by 30.Aug.2026/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Add the first benefit/ }));
    expect(screen.getByRole('dialog', { name: 'New benefit' })).toBeTruthy();
  });

  it('speaks German', async () => {
    await i18next.changeLanguage('de');
    await show();
    expect(
      screen.getByText(/2 neue Nutzen, 107 Personen mehr und 2 neue Dimensionen/),
    ).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Tabelle' })).toBeTruthy();
  });
});
