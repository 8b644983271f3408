import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Finding, StoryPage, TellInput } from '@/api/stories';
import { fakeApi } from '@/testing/fakeApi';
import { renderScreen } from '@/testing/render';
import { Tell } from './Tell';
import { Told } from './Told';

// A busy machine types slowly.
vi.setConfig({ testTimeout: 60_000 });

const side = { benefits: 1, people: 1, dimensions: 1, value: 1 };

const story: StoryPage = {
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
  sections: [],
  news: { since: '', novelty: 1, old_news: false, new: 0, grown: 0, old: 0, was: side, is: side },
};

const finding = (level: Finding['level']): Finding => ({
  key: `${level} 1`,
  level,
  place: 'story',
  section: '',
  claim: '',
  found: 'Castellan',
  message: 'Another account is named.',
});

/** A program that finds this, and remembers what it was told. */
function program(findings: Finding[]) {
  const told: TellInput[] = [];
  const written = { action: { id: '1', label: 'Tell' }, id: 's' };
  fakeApi({
    'StoryPreflight.Check': () => findings,
    'StoryTelling.Tell': (input: TellInput) => {
      told.push(input);
      return written;
    },
    'StoryTelling.Permit': (_story: string, leave: TellInput['leave']) => {
      told.push({ story: 's', locale: '', leave, agreed: [] });
      return written;
    },
  });
  return told;
}

test('what stops the telling is named, and nothing is told', async () => {
  const told = program([finding('error'), finding('warning')]);
  renderScreen(<Tell story={story} locale="en-GB" onFinding={() => undefined} />);
  await userEvent.click(screen.getByRole('button', { name: /^Tell/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Tell this story' });
  await within(dialog).findByText('1 thing stops the telling');
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Tell it' }).disabled).toBe(
    true,
  );
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(told).toEqual([]);
});

test('a story is told with who gave leave, and with the warnings that were seen', async () => {
  const told = program([finding('warning')]);
  renderScreen(<Tell story={story} locale="en-GB" onFinding={() => undefined} />);
  await userEvent.click(screen.getByRole('button', { name: /^Tell/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Tell this story' });
  await within(dialog).findByText('1 thing to look at first');
  await userEvent.selectOptions(
    within(dialog).getByRole('combobox', { name: 'May it be shown to others?' }),
    'named',
  );
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Who gave leave' }), 'Mette');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Tell it' }));
  await waitFor(() => expect(told).toHaveLength(1));
  expect(told[0]).toEqual({
    story: 's',
    locale: 'en-GB',
    leave: { permission: 'named', by: 'Mette', until: '' },
    agreed: ['warning 1'],
  });
});

test('the leave of a told story is read from its button and noted anew', async () => {
  const told = program([]);
  const leave = { permission: 'anonymous', by: 'Mette', until: '2026-06-30' } as const;
  renderScreen(<Told story={{ ...story, told: true, told_on: '2026-06-01', leave }} />);
  const button = screen.getByRole('button', { name: /without the name, by Mette, until 30 Jun/ });
  await userEvent.click(button);
  const dialog = await screen.findByRole('dialog', { name: 'May it be shown to others?' });
  await userEvent.selectOptions(within(dialog).getByRole('combobox'), '');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Note it' }));
  await waitFor(() => expect(told).toHaveLength(1));
  expect(told[0]?.leave).toEqual({ permission: '', by: '', until: '' });
});
