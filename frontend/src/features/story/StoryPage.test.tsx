import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type * as stories from '@/api/stories';
import { fakeApi } from '@/testing/fakeApi';
import { renderScreen } from '@/testing/render';
import { StoryPage } from './StoryPage';

// A busy machine types slowly.
vi.setConfig({ testTimeout: 20_000 });

const side = { benefits: 5, people: 159, dimensions: 5, value: 595_000 };

function page(): stories.StoryPage {
  return {
    id: 's',
    account: 'a',
    client: 'Nordhavn Freight',
    title: 'From the docks',
    audience: 'client',
    told: false,
    told_on: '',
    file_name: 'Nordhavn.pptx',
    currency: 'EUR',
    sections: [
      {
        key: 'answer',
        title: 'The answer first',
        claims: [
          {
            id: 'c1',
            text: 'It reaches 266 people.',
            state: 'stale',
            mark: 'new',
            edited: false,
            proof: [
              { kind: 'benefit', id: 'b', name: 'Benefit', title: 'Dock plan', state: 'stale' },
            ],
          },
        ],
      },
    ],
    news: {
      since: '2025-08-21',
      novelty: 0.345,
      old_news: false,
      new: 1,
      grown: 0,
      old: 0,
      was: side,
      is: { ...side, people: 266, value: 909_000 },
    },
  };
}

/** A program that remembers what it was asked to write and to draw. */
function program() {
  const written: stories.ClaimInput[] = [];
  const drawn: stories.PreviewInput[] = [];
  const moved: number[] = [];
  fakeApi({
    'Stories.Page': page,
    'Stories.Changes': () => ({ add: ['One more.'], change: [], remove: [], kept: 2 }),
    'Stories.Preview': (input: stories.PreviewInput) => {
      drawn.push(input);
      return {
        html: '<article class="td-story"><section data-section="answer"><p data-claim="c1">It reaches 266 people.</p></section></article>',
      };
    },
    'Stories.WriteClaim': (input: stories.ClaimInput) => {
      written.push(input);
      return { action: { id: '1', label: 'Edit' }, id: 'c1' };
    },
    'Stories.MoveClaim': (_story: string, _claim: string, by: number) => {
      moved.push(by);
      return { action: { id: '2', label: 'Move' }, id: 'c1' };
    },
  });
  return { written, drawn, moved };
}

test('a claim says how far its proof carries it and what it brings', async () => {
  program();
  renderScreen(<StoryPage storyId="s" />);
  await screen.findByRole('button', { name: 'Edit: It reaches 266 people.' });
  expect(screen.getAllByText('Stale proof')).toHaveLength(2);
  expect(screen.getByText('New')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Benefit: Dock plan' })).toBeTruthy();
  expect(screen.getByText('35%')).toBeTruthy();
});

test('what is typed is drawn before it is saved, and Enter saves it', async () => {
  const { written, drawn } = program();
  renderScreen(<StoryPage storyId="s" />);
  await userEvent.click(await screen.findByRole('button', { name: /^Edit: / }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Words of the claim' }), ' More.');
  await waitFor(() => expect(drawn.at(-1)?.text).toBe('It reaches 266 people. More.'));
  expect(drawn.at(-1)?.claim).toBe('c1');
  expect(written).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(written).toHaveLength(1));
  expect(written[0]).toMatchObject({ id: 'c1', text: 'It reaches 266 people. More.' });
});

test('Escape leaves a claim as it was', async () => {
  const { written } = program();
  renderScreen(<StoryPage storyId="s" />);
  await userEvent.click(await screen.findByRole('button', { name: /^Edit: / }));
  await userEvent.keyboard(' Lost.{Escape}');
  await screen.findByRole('button', { name: 'Edit: It reaches 266 people.' });
  expect(written).toEqual([]);
});

test('Alt and an arrow move a claim', async () => {
  const { moved } = program();
  renderScreen(<StoryPage storyId="s" />);
  (await screen.findByRole('button', { name: /^Edit: / })).focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(moved).toEqual([1]));
});

test('the claim that is clicked in the page is in hand', async () => {
  program();
  renderScreen(<StoryPage storyId="s" />);
  const paper = await screen.findByRole('region', { name: 'The page as it prints' });
  const said = () => paper.lastElementChild?.shadowRoot?.querySelector('[data-claim]');
  await waitFor(() => expect(said()).toBeTruthy());
  said()?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await waitFor(() => expect(said()?.classList.contains('hand')).toBe(true));
});
