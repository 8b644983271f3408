import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Editor } from '@tiptap/core';
import { expect, test, vi } from 'vitest';
import type * as stories from '@/api/stories';
import { fakeApi } from '@/testing/fakeApi';
import { renderScreen } from '@/testing/render';
import { StoryPage } from './StoryPage';

// A busy machine types slowly.
vi.setConfig({ testTimeout: 60_000 });

const side = { benefits: 5, people: 159, dimensions: 5, value: 595_000 };

/** A paragraph as the program sends it. */
const plain = (text: string): stories.Paragraph[] => [
  { kind: 'text', level: 0, runs: [{ text, bold: false, italic: false }] },
];

/** Puts words at the end of the field, past its own typing: jsdom has no layout to type by. */
async function write(words: string) {
  const field = await screen.findByRole('textbox', { name: 'Words of the claim' });
  const { editor } = field as HTMLElement & { editor: Editor };
  act(() => {
    editor.commands.focus('end');
    editor.commands.insertContent(words);
  });
}

function page(): stories.StoryPage {
  return {
    id: 's',
    account: 'a',
    client: 'Nordhavn Freight',
    title: 'From the docks',
    audience: 'client',
    locale: 'en-GB',
    length: 10,
    told: false,
    told_on: '',
    version: '',
    leave: { permission: '', by: '', until: '' },
    today: '2026-06-09',
    file_name: 'Nordhavn.pptx',
    currency: 'EUR',
    sections: [
      {
        key: 'answer',
        name: 'The answer first',
        title: 'Year two is worth seven times its cost',
        own: false,
        hidden: false,
        claims: [
          {
            id: 'c1',
            text: 'It reaches 266 people.',
            words: plain('It reaches 266 people.'),
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

const offer = (key: string, kind: stories.Offer['kind'], from: string, to: string) => ({
  key,
  kind,
  section: 'The answer first',
  from,
  to,
  own: false,
});

/** A program that remembers what it was asked to write and to draw. */
function program() {
  const written: stories.ClaimInput[] = [];
  const drawn: stories.PreviewInput[] = [];
  const moved: number[] = [];
  const taken: string[][] = [];
  const placed: string[] = [];
  const chosen: string[][] = [];
  fakeApi({
    'Stories.Page': page,
    'Stories.Changes': () => ({
      offers: [
        offer('a', 'add', '', 'One more.'),
        offer('b', 'change', 'It reached 159 people.', 'It reaches 266 people.'),
        { ...offer('c', 'change', 'My words.', 'The records’ words.'), own: true },
      ],
      kept: 2,
    }),
    'Stories.Recompose': (_story: string, _locale: string, keys: string[]) => {
      taken.push(keys);
      return { action: { id: '3', label: 'Compose' }, id: 's' };
    },
    'StorySections.Place': (_story: string, key: string, place: number) => {
      placed.push(`${key} ${place}`);
      return { action: { id: '4', label: 'Move' }, id: 's' };
    },
    'StorySections.Hide': (_story: string, key: string, hidden: boolean) => {
      placed.push(`${key} ${hidden ? 'out' : 'back'}`);
      return { action: { id: '5', label: 'Take out' }, id: 's' };
    },
    'StoryProof.Open': () => ({
      proof: { kind: 'benefit', id: 'b', name: 'Benefit', title: 'Dock plan', state: 'stale' },
      words: '',
      place: 'value',
      behind: [
        {
          proof: {
            kind: 'benefit_step',
            id: 't',
            name: 'Step',
            title: 'Dock plan, 3 Oct',
            state: 'proved',
          },
          detail: '€96,000 a year; confirmed by Henrik Dahl',
        },
      ],
    }),
    'StoryProof.Choices': () => [
      { kind: 'outcome', id: 'o', name: 'Outcome', title: 'Trucks out by seven', state: 'claimed' },
    ],
    'StoryProof.Choose': (_story: string, _claim: string, proof: { id: string }[]) => {
      chosen.push(proof.map((one) => one.id));
      return { action: { id: '6', label: 'Choose' }, id: 'c1' };
    },
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
  return { written, drawn, moved, taken, placed, chosen };
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
  await write(' More.');
  const now = plain('It reaches 266 people. More.');
  await waitFor(() => expect(drawn.at(-1)?.words).toEqual(now));
  expect(drawn.at(-1)?.claim).toBe('c1');
  expect(written).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(written).toHaveLength(1));
  expect(written[0]).toMatchObject({ id: 'c1', words: now });
});

test('composing again takes what is ticked, and nothing of the author’s unasked', async () => {
  const { taken } = program();
  renderScreen(<StoryPage storyId="s" />);
  await userEvent.click(await screen.findByRole('button', { name: /^Compose again/ }));
  const dialog = await screen.findByRole('dialog', { name: 'What composing again would do' });
  const mine = within(dialog).getByRole('checkbox', { name: /The records’ words/ });
  expect((mine as HTMLInputElement).checked).toBe(false);
  await userEvent.click(within(dialog).getByRole('checkbox', { name: /One more/ }));
  expect(within(dialog).getByText(/1 is left as it is/)).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Take 1 change' }));
  await waitFor(() => expect(taken).toEqual([['b']]));
});

test('Alt and an arrow move a section, its menu takes it out', async () => {
  const { placed } = program();
  const two = page();
  two.sections.push({
    ...two.sections[0],
    key: 'aims',
    name: 'Aims',
    claims: [],
  } as stories.Section);
  const bound = window.go?.desktop?.['Stories'];
  if (bound !== undefined) bound['Page'] = async () => two;
  renderScreen(<StoryPage storyId="s" />);
  (await screen.findByRole('button', { name: /^The answer first/ })).focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(placed).toEqual(['answer 1']));
  await userEvent.click(screen.getByRole('button', { name: 'What to do with Aims' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Take out of the story' }));
  await waitFor(() => expect(placed).toEqual(['answer 1', 'aims out']));
});

test('a proof opens with what stands behind it, and another can be chosen', async () => {
  const { chosen } = program();
  renderScreen(<StoryPage storyId="s" />);
  await userEvent.click(await screen.findByRole('button', { name: 'Benefit: Dock plan' }));
  const dialog = await screen.findByRole('dialog', { name: 'What proves this claim' });
  await within(dialog).findByText('€96,000 a year; confirmed by Henrik Dahl');
  const link = within(dialog).getByRole('link', { name: 'Open in the account’s value' });
  expect(link.getAttribute('href')).toBe('#/accounts/a/value?at=benefit.b');
  await userEvent.click(within(dialog).getByRole('combobox', { name: 'Add a proof' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Trucks out by seven' }));
  await waitFor(() => expect(chosen).toEqual([['b', 'o']]));
  await userEvent.click(within(dialog).getByRole('button', { name: /^Take away the proof/ }));
  await waitFor(() => expect(chosen.at(-1)).toEqual([]));
});

test('Escape leaves a claim as it was', async () => {
  const { written } = program();
  renderScreen(<StoryPage storyId="s" />);
  await userEvent.click(await screen.findByRole('button', { name: /^Edit: / }));
  await write(' Lost.');
  await userEvent.keyboard('{Escape}');
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

test('a section is added once, however often Enter is pressed and wherever one goes on', async () => {
  program();
  const added: string[] = [];
  let give: () => void = () => undefined;
  const { desktop } = window.go as { desktop: Record<string, Record<string, unknown>> };
  desktop['StorySections'] = {
    ...desktop['StorySections'],
    Add: async (_story: string, title: string) => {
      added.push(title);
      await new Promise<void>((done) => {
        give = done;
      });
      return { action: { id: '9', label: 'Add' }, id: 'own-1' };
    },
  };
  renderScreen(<StoryPage storyId="s" />);
  await userEvent.click(await screen.findByRole('button', { name: 'New section' }));
  await userEvent.keyboard('What is next{Enter}{Enter}');
  const title = screen.getByRole('textbox', { name: 'Title of the story' });
  await userEvent.click(title);
  give();
  await screen.findByRole('button', { name: 'New section' });
  expect(added).toEqual(['What is next']);
  // Who has gone on is not called back.
  expect(document.activeElement).toBe(title);
});
