// A person asks what is for sale, moves the offer by keys, overrules a phase on the
// roads and takes it back, and looks at the map and the assets.
import assert from 'node:assert/strict';
import { accessible } from './checks.mjs';
import { openPage } from './program.mjs';

export const args = ['--sample'];

async function inBothThemes(page, where) {
  for (const theme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: theme });
    await accessible(page, `${where}, ${theme}`);
  }
  await page.emulateMedia({ colorScheme: null });
}

export async function story({ browser, program, tell, opened }) {
  tell('what is for sale');
  const one = await openPage(browser, program.address());
  opened.push(one);
  const { page } = one;
  const way = (name) =>
    page.getByRole('navigation', { name: 'Ways to see the portfolio' }).getByRole('link', { name });
  await page.getByRole('link', { name: 'Portfolio' }).first().press('Enter');
  await way('For sale').press('Enter');
  const answer = page.getByRole('heading', { level: 2, name: /of ARR is for sale/ });
  await answer.waitFor();
  assert.match(await answer.textContent(), /^For a €5,000 cheque and a painless move, \d+% of ARR/);
  await inBothThemes(page, 'for sale');

  tell('a cheque is moved by a key, typed exactly, and kept by the address');
  const slider = page.getByRole('slider', { name: 'Rival’s cheque' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { level: 2, name: /^For a €5,[1-9]00 cheque/ }).waitFor();
  await page.getByRole('textbox', { name: 'Rival’s cheque' }).focus();
  await page.keyboard.type('400000');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: /^For a €400,000 cheque/ }).waitFor();
  await page.waitForURL(/portfolio\/sale\?cheque=400000/);
  await page.getByRole('button', { name: 'Back to the usual offer' }).press('Enter');
  await page.getByRole('heading', { level: 2, name: /^For a €5,000 cheque/ }).waitFor();

  tell('a price answers why, with the reply record');
  const list = page.getByRole('complementary', { name: 'Walk-away prices' });
  await list.getByRole('link', { name: 'Vega Cold Chain' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement?.textContent === 'Kestrel Parcel');
  await list.getByRole('button', { name: /walk-away price of Solent/ }).press('Enter');
  await list.getByText('Unanswered for 11 days').waitFor();
  await accessible(page, 'why of a price');

  tell('roads: mismatches are named, and a phase is overruled with a reason');
  await way('Roads').press('Enter');
  await page
    .getByRole('heading', { level: 2, name: /accounts we are not on the same stretch/ })
    .waitFor();
  await page.getByText('harvesting a static account').first().waitFor();
  await inBothThemes(page, 'roads');
  await page.getByRole('button', { name: 'Overrule Brightwell Dairies' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Overrule a phase: Brightwell Dairies' });
  await dialog.getByRole('radio', { name: 'Saving' }).check({ force: true });
  const why = dialog.getByRole('textbox', { name: 'Why' });
  await why.focus();
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('alert').waitFor();
  await accessible(page, 'overrule');
  await why.focus();
  await page.keyboard.type('Their board decides on Friday');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Their board decides on Friday').first().waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('Their board decides on Friday').first().waitFor({ state: 'detached' });

  tell('whose accounts are shown holds for every way, until it is cleared');
  await page.getByRole('button', { name: /^Whose accounts/ }).press('Enter');
  await page.getByRole('menuitem', { name: 'Tobi Adeyemi' }).press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('status').getByText('6 of 14 accounts').waitFor();
  await way('Velocity map').press('Enter');
  await page.getByRole('status').getByText('6 of 14 accounts').waitFor();
  await accessible(page, 'map of some accounts');
  await way('Table').press('Enter');
  await page.getByRole('button', { name: 'CSM: Tobi Adeyemi', exact: true }).waitFor();
  await way('Roads').press('Enter');
  await page.getByRole('button', { name: 'Clear the filter' }).press('Enter');
  await page.getByRole('status').getByText('All accounts · 14').waitFor();

  tell('the map has a table behind it');
  await way('Velocity map').press('Enter');
  await page.getByRole('grid', { name: 'Accounts on the velocity map' }).waitFor();
  await inBothThemes(page, 'map');

  tell('assets by CSM, and a figure answers why');
  await way('Assets').press('Enter');
  await page.getByRole('heading', { level: 2, name: /the base kept 94\.9% of its ARR/ }).waitFor();
  await page.getByRole('radio', { name: 'CSM' }).check({ force: true });
  await page.waitForURL(/portfolio\/assets\?by=csm/);
  await page.getByRole('rowheader', { name: /Tobi Adeyemi/ }).waitFor();
  await inBothThemes(page, 'assets');
  await page.getByRole('button', { name: '94.9%' }).first().press('Enter');
  await page.getByRole('dialog').getByText('Sundqvist Trävaror').waitFor();
  await accessible(page, 'why of assets');
}
