import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { fakeApi } from '@/testing/fakeApi';
import { renderScreen } from '@/testing/render';
import { Palette } from './Palette';

const hit = (kind: string, id: string, title: string) => ({
  kind,
  id,
  account: 'n1',
  account_name: 'Nordhavn Freight',
  title,
  snippet: '',
});

/** Opens the search over a program that answers when the test says so. */
function open() {
  const asked: string[] = [];
  const opened: string[] = [];
  const waiting: (() => void)[] = [];
  let closed = 0;
  fakeApi({
    'Portfolio.Views': () => [],
    'Search.Find': async (words: string) => {
      asked.push(words);
      await new Promise<void>((done) => waiting.push(done));
      return [hit('outcome', 'o1', 'Trucks out by seven'), hit('account', 'n1', 'Nordhavn')];
    },
    'Search.Place': (kind: string, id: string) => {
      opened.push(`${kind}/${id}`);
      return { account: 'n1', part: 'overview', story: '', records: [] };
    },
  });
  const root = createRootRoute({
    component: () => (
      <Palette
        opened
        onClose={() => {
          closed += 1;
        }}
        onShortcuts={() => undefined}
        onCapture={() => undefined}
      />
    ),
  });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  renderScreen(<RouterProvider router={router} />);
  return { asked, opened, give: () => waiting.shift()?.(), closed: () => closed, router };
}

const box = () => screen.findByRole('combobox', { name: 'Search accounts and actions' });

beforeEach(() => {
  window.location.hash = '';
});

test('Enter that is quicker than the search opens what that finds first', async () => {
  const { asked, opened, give, closed } = open();
  await userEvent.type(await box(), 'nordhavn{Enter}');
  await waitFor(() => expect(asked).toEqual(['nordhavn']));
  expect(opened).toEqual([]);
  expect(closed()).toBe(0);
  give();
  await waitFor(() => expect(opened).toEqual(['account/n1']));
  expect(closed()).toBe(1);
});

test('typing on after Enter takes it back', async () => {
  const { asked, opened, give } = open();
  await userEvent.type(await box(), 'nord{Enter}');
  await waitFor(() => expect(asked).toEqual(['nord']));
  await userEvent.keyboard('hav');
  await waitFor(() => expect(asked).toEqual(['nord', 'nordhav']));
  give();
  give();
  await screen.findByRole('option', { name: /Nordhavn/, selected: true });
  expect(opened).toEqual([]);
});

test('an action that is named is opened at once', async () => {
  const { opened, closed, router } = open();
  await userEvent.type(await box(), 'Go to Today{Enter}');
  expect(closed()).toBe(1);
  await waitFor(() => expect(router.state.location.pathname).toBe('/today'));
  expect(opened).toEqual([]);
});
