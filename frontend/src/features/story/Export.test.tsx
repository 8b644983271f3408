import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { OnePageInput } from '@/api/onePages';
import type { Finding, StoryPage } from '@/api/stories';
import { fakeApi } from '@/testing/fakeApi';
import { renderScreen } from '@/testing/render';
import { Export } from './Export';

vi.setConfig({ testTimeout: 60_000 });

const finding = (key: string, level: Finding['level'], message: string): Finding => ({
  key,
  level,
  place: 'claim',
  section: 'answer',
  claim: 'c1',
  found: '',
  message,
});

/** A story of which only its file's name and sections are looked at here. */
const story = (id: string) =>
  ({
    id,
    title: 'T',
    file_name: 'T.pptx',
    today: '2026-06-09',
    sections: [],
    audience: 'client',
  }) as unknown as StoryPage;

function exporting(id: string, findings: Finding[]) {
  const agreed: string[][] = [];
  const gone: string[] = [];
  fakeApi({
    'StoryPreflight.Check': () => findings,
    'Dialogs.SaveFile': () => '/tmp/T.pdf',
    'Dialogs.Reveal': () => null,
    'Stories.Export': (...args: unknown[]) => {
      agreed.push(args[4] as string[]);
      return { path: '/tmp/T.pdf', file_name: 'T.pdf', pages: 1 };
    },
  });
  renderScreen(<Export story={story(id)} locale="en-GB" onFinding={(one) => gone.push(one.key)} />);
  return { agreed, gone };
}

async function choosePdf() {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('menuitem', { name: 'PDF' }));
  return user;
}

test('an error stops the export, and a click goes where it stands', async () => {
  const { agreed, gone } = exporting('stopped', [
    finding('a', 'error', '"blunt note" stands in our checklist, which the client must not see.'),
    finding('b', 'warning', 'There are no words here.'),
  ]);
  const user = await choosePdf();
  const dialog = await screen.findByRole('dialog', { name: '1 thing stops this export' });
  expect(within(dialog).queryByRole('button', { name: 'Export anyway' })).toBeNull();
  await user.click(within(dialog).getByRole('button', { name: /^Go there: .*blunt note/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(gone).toEqual(['a']);
  expect(agreed).toEqual([]);
});

test('a warning asks once, and is passed on as agreed', async () => {
  const { agreed } = exporting('asked', [finding('w', 'warning', 'There are no words here.')]);
  const user = await choosePdf();
  const dialog = await screen.findByRole('dialog', { name: '1 thing to look at first' });
  await user.click(within(dialog).getByRole('button', { name: 'Export anyway' }));
  await waitFor(() => expect(agreed).toEqual([['w']]));
  await choosePdf();
  await waitFor(() => expect(agreed).toEqual([['w'], ['w']]));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('whoever goes back to the story writes no file', async () => {
  const { agreed } = exporting('back', [finding('w', 'warning', 'There are no words here.')]);
  const user = await choosePdf();
  await user.click(await screen.findByRole('button', { name: 'Back to the story' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(agreed).toEqual([]);
});

test('a story can be written in every format, named by its ending', async () => {
  const asked: string[] = [];
  fakeApi({
    'StoryPreflight.Check': () => [],
    'Dialogs.SaveFile': (_title: unknown, name: unknown) => {
      asked.push(String(name));
      return '';
    },
  });
  renderScreen(<Export story={story('formats')} locale="en-GB" onFinding={() => undefined} />);
  const user = userEvent.setup();
  const kinds = {
    PowerPoint: 'pptx',
    PDF: 'pdf',
    Word: 'docx',
    'Web page, one file': 'html',
    Markdown: 'md',
  };
  for (const [name, ending] of Object.entries(kinds)) {
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name }));
    await waitFor(() => expect(asked.at(-1)).toBe(`T.${ending}`));
  }
});

test('a page is asked about and written as what it is told as, and is no presentation', async () => {
  const asked: OnePageInput[] = [];
  const suggested: string[] = [];
  fakeApi({
    'OnePages.Check': (...args: unknown[]) => {
      asked.push(args[0] as OnePageInput);
      return [];
    },
    'Dialogs.SaveFile': (...args: unknown[]) => {
      suggested.push(args[1] as string);
      return '/tmp/page.pdf';
    },
    'Dialogs.Reveal': () => null,
    'OnePages.Export': (...args: unknown[]) => {
      asked.push(args[0] as OnePageInput);
      return { path: '/tmp/page.pdf', file_name: 'page.pdf', pages: 1 };
    },
  });
  renderScreen(<Export story={story('page')} locale="en-GB" onFinding={() => undefined} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Export' }));
  const anonymous = await screen.findByRole('menuitemradio', { name: 'Success story, anonymous' });
  await user.click(anonymous);
  expect(anonymous.getAttribute('aria-checked')).toBe('true');
  expect(screen.queryByRole('menuitem', { name: 'PowerPoint' })).toBeNull();
  await user.click(screen.getByRole('menuitem', { name: 'PDF' }));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]).toMatchObject({
    story: 'page',
    kind: 'success-story',
    anonymous: true,
    inside: false,
    format: 'pdf',
    path: '/tmp/page.pdf',
  });
  // The file's name does not name the client either.
  expect(suggested).toEqual(['Success story 2026-06-09.pdf']);
});
