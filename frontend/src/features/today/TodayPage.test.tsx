import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { TodayPage as Page, TodayNext, TodayRow } from '@/api/today';
import { fakeApi } from '@/testing/fakeApi';
import { renderScreen } from '@/testing/render';
import { TodayPage } from './TodayPage';

const row: TodayRow = {
  key: 'message:1',
  account: 'a',
  account_name: 'Solent',
  kind: 'message',
  record: '1',
  record_kind: 'touchpoint',
  now: true,
  words: 'Who do we ask?',
  person: 'Ruth Penhale',
  email: '',
  since: '2026-06-01',
  days: 8,
  gate: 0,
  signal: '',
  decision: '',
  left: 0,
  silence: null,
  theirs: false,
  value: null,
  value_on: '',
  unit: '',
  outcomes: [],
  people: [],
  tending: '',
  done: null,
};

const reading: TodayRow = {
  ...row,
  key: 'reading:2',
  account_name: 'Nordhavn',
  kind: 'reading',
  now: false,
  words: 'Calls',
  value: 52,
  value_on: '2026-03-04',
  unit: 'per 1,000',
  days: 37,
  tending: 'new',
};

const empty: Page = {
  today: '2026-06-09',
  person: 'Ines Moreau',
  accounts: 2,
  csms: [{ name: 'Ines Moreau', accounts: 2, todos: 2 }],
  chosen: ['Ines Moreau'],
  total: 0,
  now: 0,
  aside: 0,
  reckoning: 0,
  rows: [],
  week: [],
  horizon: [],
  next: null,
};

const next: TodayNext = {
  account: 'a',
  name: 'Castellan',
  kind: 'review',
  on: '2026-06-12',
  days: 3,
  term_end: '',
  left: 0,
  verdict: 'deepening',
  currency: 'EUR',
  level: 570000,
  spark: [1, 2],
  silence: 12,
  outcome: null,
  measure: null,
  news: [{ on: '2026-05-01', title: 'Pilot boats' }],
  ask: [{ key: 'success', words: '', who: '' }],
};

const written = {
  action: { id: 'x', label: '', at: '', actor: '', undone: false, records: 1 },
  id: '1',
};

function show(page: Page, fakes: Record<string, (...args: never[]) => unknown> = {}) {
  const calls = fakeApi({ 'Today.Page': () => page, ...fakes });
  renderScreen(<TodayPage who={[]} onWho={vi.fn()} onImport={vi.fn()} />);
  return calls;
}

it('says what, why now and why here, and does a row in place', async () => {
  const user = userEvent.setup();
  const done = {
    ...row,
    done: { action: 'x', label: 'Answer a message', at: '2026-06-09T08:52:00Z' },
  };
  let page: Page = { ...empty, total: 2, now: 1, rows: [row, reading] };
  const answered = vi.fn(() => {
    page = { ...page, total: 1, now: 0, rows: [done, reading] };
    return written;
  });
  fakeApi({ 'Today.Page': () => page, 'Today.Answered': answered });
  renderScreen(<TodayPage who={[]} onWho={vi.fn()} onImport={vi.fn()} />);
  await screen.findByText('2 to do, 1 now');
  expect(screen.getByText('The answer was due 1 Jun, 8 days ago')).toBeTruthy();
  expect(screen.getByText('Near its target day: an hour helps most here')).toBeTruthy();
  await user.click(screen.getByLabelText('Answered: Answer Ruth Penhale, Solent'));
  await screen.findByLabelText(/^Undo: Answer a message/);
  expect(answered).toHaveBeenCalledWith({ account: 'a', key: 'message:1' });
  expect(screen.getByText('1 to do, 0 now')).toBeTruthy();
});

it('types a reading as the locale writes it, and keeps what is no number', async () => {
  const user = userEvent.setup();
  const read = vi.fn(() => {
    throw { code: 'invalid', field: 'value', message: '“many” is not a number.' };
  });
  show({ ...empty, total: 1, rows: [reading] }, { 'Today.Read': read });
  const field = await screen.findByRole('textbox', { name: 'Today’s value of Calls' });
  await user.type(field, 'many{Enter}');
  await screen.findByRole('alert');
  expect((field as HTMLInputElement).value).toBe('many');
  expect(read).toHaveBeenCalledWith({ account: 'a', key: 'reading:2' }, 'many', false);
  await user.clear(field);
  await user.type(field, '1,250.5{Enter}');
  await waitFor(() =>
    expect(read).toHaveBeenLastCalledWith({ account: 'a', key: 'reading:2' }, '1250.5', false),
  );
});

it('walks the rows by arrows and mutes the one in hand, with a reason', async () => {
  const user = userEvent.setup();
  const aside = vi.fn(() => {
    throw { code: 'invalid', field: 'reason', message: 'Say why.' };
  });
  show({ ...empty, total: 2, now: 1, rows: [row, reading] }, { 'Today.SetAside': aside });
  const rows = await screen.findAllByRole('listitem');
  const first = rows.find((one) => one.dataset['row'] === 'message:1');
  first?.focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('Nordhavn');
  await user.keyboard('m');
  const form = await screen.findByRole('form', { name: 'Mute' });
  await user.keyboard('{Enter}');
  expect((await within(form).findByRole('alert')).textContent).toBe('Say why.');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('form')).toBeNull();
  expect(document.activeElement?.textContent).toContain('Nordhavn');
  expect(aside).toHaveBeenCalledWith({ account: 'a', key: 'reading:2' }, '', '');
});

it('says that nothing needs anybody today, and what is next', async () => {
  show({ ...empty, next });
  await screen.findByRole('heading', { name: 'Nothing needs you today' });
  expect(screen.getByText(/Next: review of the plan with Castellan on 12 Jun 2026/)).toBeTruthy();
  expect(screen.getByText('New on 1 May: Pilot boats')).toBeTruthy();
});

it('teaches where there are no accounts', async () => {
  show({ ...empty, accounts: 0, csms: [] });
  await screen.findByRole('heading', { name: 'No accounts yet' });
  expect(screen.getByRole('button', { name: 'Import accounts' })).toBeTruthy();
});
