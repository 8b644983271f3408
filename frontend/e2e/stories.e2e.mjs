// A story is found in the library, told, presented by keys and held against another one, all
// without a mouse.
import assert from 'node:assert/strict';
import { accessible } from './checks.mjs';
import { choose, fill, goTo, press, tabTo } from './keyboard.mjs';
import { openPage } from './program.mjs';

export const args = ['--sample'];

export async function story({ browser, program, tell, opened }) {
  const one = await openPage(browser, program.address());
  opened.push(one);
  const { page, settled } = one;
  const grid = page.getByRole('grid', { name: 'Stories' });
  const rows = grid.getByRole('row').filter({ has: page.getByRole('gridcell') });
  await page.getByText('Nordhavn Freight').first().waitFor();

  tell('the library holds what was told and what is being written');
  await goTo(page, 'Go to the stories');
  await grid.waitFor();
  await page.getByRole('radio', { name: 'Told 8' }).waitFor();
  await accessible(page, 'library');

  tell('what was shown of a story is on record');
  await tabTo(page, grid);
  await page.keyboard.press('f');
  const files = page.getByRole('dialog', { name: 'What was shown of this story' });
  await files.getByText('No file was made of this story yet').waitFor();
  await page.keyboard.press('Escape');
  await files.waitFor({ state: 'detached' });

  tell('a story is found by what the client wanted, and opened');
  await page.keyboard.press('/');
  await page.keyboard.type('customs desk');
  await rows.getByText('From the docks to the customs desk').waitFor();
  await rows.getByText('The evening came back').waitFor({ state: 'detached' });
  await tabTo(page, grid);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'The page as it prints' }).waitFor();
  await settled();

  tell('it is told with leave that runs out');
  const ask = page.getByRole('button', { name: 'Tell…' });
  await press(page, ask);
  const telling = page.getByRole('dialog', { name: 'Tell this story' });
  await choose(page, telling.getByRole('combobox'), 'To other clients, with the name');
  await fill(page, telling.getByRole('textbox', { name: 'Who gave leave' }), 'Mette Lindqvist');
  await fill(
    page,
    telling
      .getByRole('combobox', { name: 'Until and with' })
      .or(telling.getByRole('textbox', { name: 'Until and with' })),
    '2026-06-30',
  );
  await page.keyboard.press('Tab');
  await accessible(page, 'telling');
  await settled();
  await page.keyboard.press('Control+Enter');
  await telling.waitFor({ state: 'detached' });
  const again = page.getByRole('button', { name: 'New draft' });
  await again.waitFor();

  tell('it is presented by keys alone');
  const present = page.getByRole('button', { name: 'Present', exact: true });
  await press(page, present);
  const show = page.getByRole('dialog', { name: 'Presenting: From the docks to the customs desk' });
  const at = async (n) => {
    await show
      .getByRole('status')
      .getByText(new RegExp(`^Slide ${n} of`))
      .waitFor({ state: 'attached' });
  };
  await at(1);
  await show.getByRole('heading', { name: 'From the docks to the customs desk' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await at(3);
  await page.keyboard.press('PageUp');
  await at(2);
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await at(5);
  await page.keyboard.press('b');
  await show.getByText('The screen is black').waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowRight');
  await at(5);
  const notes = show.getByRole('region', { name: 'Notes' });
  assert.equal(await notes.count(), 0, 'the audience sees no notes');
  await page.keyboard.press('n');
  await notes.getByText('Source and method').waitFor();
  await notes.getByRole('timer').waitFor();
  await accessible(page, 'presenting');
  await page.keyboard.press('c');
  assert.equal(await page.getByRole('dialog').count(), 1, 'nothing behind the show answers');
  await page.keyboard.press('Escape');
  await show.waitFor({ state: 'detached' });
  await present.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('F5');
  await at(1);
  await page.keyboard.press('Escape');
  await show.waitFor({ state: 'detached' });

  tell('a new draft is held against what was told');
  await press(page, again);
  await ask.waitFor();
  await press(page, page.getByRole('button', { name: 'Side by side…' }));
  const sides = page.getByRole('dialog', { name: 'What changed since the last review' });
  await sides.getByText('Every claim reads as it did.').waitFor();
  await choose(
    page,
    sides.getByRole('combobox', { name: 'Before' }),
    'The evening came back, told 21 Aug 2025',
  );
  await sides.getByText('2 gone').waitFor();
  await sides.getByRole('cell', { name: '€595k' }).waitFor();
  await settled();
  await accessible(page, 'side by side');
  await page.keyboard.press('Escape');
  await sides.waitFor({ state: 'detached' });

  tell('leave that runs out comes first');
  await goTo(page, 'Go to the stories');
  await rows.first().getByText('Runs out in 21 days').waitFor();
  await rows.first().getByText('by Mette Lindqvist, until 30 Jun 2026').waitFor();
}
