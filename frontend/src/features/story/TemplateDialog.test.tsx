import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { StoryPage } from '@/api/stories';
import type { Template } from '@/api/templates';
import { fakeApi } from '@/testing/fakeApi';
import { renderScreen } from '@/testing/render';
import { Export } from './Export';

vi.setConfig({ testTimeout: 60_000 });

const story = (id: string) =>
  ({
    id,
    title: 'T',
    file_name: 'T.pptx',
    sections: [],
    audience: 'client',
  }) as unknown as StoryPage;

const house: Template = {
  name: 'Haus.pptx',
  width: 720,
  height: 540,
  layouts: [{ kind: 'cover', layout: 'Titelfolie', how: 'type' }],
  tokens: [{ name: 'quarter', state: 'unknown', picture: false, count: 1 }],
  fonts: ['Hausschrift'],
  removed: [{ what: 'slides', count: 3 }],
};

const none: Template = { ...house, name: '', layouts: [], tokens: [], fonts: [], removed: [] };

async function openDialog() {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('menuitem', { name: 'PowerPoint in your template…' }));
  return { user, dialog: await screen.findByRole('dialog', { name: 'A deck in your template' }) };
}

test('says what the kept template is used for, and writes only after that', async () => {
  const written: unknown[][] = [];
  fakeApi({
    'StoryTemplate.Look': () => house,
    'StoryTemplate.Check': () => [],
    'Dialogs.SaveFile': () => '/tmp/T.pptx',
    'Dialogs.Reveal': () => null,
    'StoryTemplate.Export': (...args: unknown[]) => {
      written.push(args);
      return { path: '/tmp/T.pptx', file_name: 'T.pptx', pages: 1 };
    },
  });
  renderScreen(<Export story={story('kept')} locale="en-GB" onFinding={() => undefined} />);
  const { user, dialog } = await openDialog();
  await within(dialog).findByText('Titelfolie');
  for (const said of ['10 × 7.5 inches', 'by its type', '{{quarter}}', 'not known, left empty'])
    expect(dialog.textContent).toContain(said);
  expect(dialog.textContent).toContain('Left behind: 3 slides.');
  expect(written).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Write the deck' }));
  await waitFor(() => expect(written).toEqual([['kept', '/tmp/T.pptx', 'en-GB', []]]));
});

test('asks for a file where none is kept', async () => {
  fakeApi({ 'StoryTemplate.Look': () => none });
  renderScreen(<Export story={story('none')} locale="en-GB" onFinding={() => undefined} />);
  const { dialog } = await openDialog();
  await within(dialog).findByRole('button', { name: 'Choose a template…' });
  expect(within(dialog).queryByRole('button', { name: 'Write the deck' })).toBeNull();
});
