// A CSM reads an account's overview, keeps a promise and takes that back, then
// finds the same in the history, puts it right there, and all by keyboard.
import assert from 'node:assert/strict';
import { accessible, switchTheme } from './checks.mjs';
import { fill, goTo, hasFocus, press, tabTo } from './keyboard.mjs';
import { openPage } from './program.mjs';

/** Walks an account's parts with Tab alone, doing in each what it is for. */
async function walksByTab(page, tell) {
  const parts = page.getByRole('navigation', { name: 'Parts of this account' });
  const open = async (part) => {
    await press(page, parts.getByRole('link', { name: part, exact: true }), 'Enter', {
      back: true,
    });
    await page.waitForURL(new RegExp(`/${part.toLowerCase()}`));
  };

  tell('by Tab: the overview answers why');
  await goTo(page, 'Nordhavn Freight');
  await page.getByRole('heading', { level: 1, name: 'Nordhavn Freight' }).waitFor();
  await press(page, parts.getByRole('link', { name: 'Overview', exact: true }));
  await page.waitForURL(/\/overview/);
  const why = page
    .getByRole('region', { name: 'Five principles' })
    .getByRole('button', { name: 'Success' });
  await press(page, why);
  await page.getByRole('dialog').getByText('The plan has an outcome').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await hasFocus(why), true, 'the focus goes back to what was asked');

  tell('by Tab: the plan is edited in place');
  await open('Plan');
  const statement = page.getByRole('button', { name: "Planners finish the day's plan in the day" });
  await press(page, statement);
  await fill(page, page.getByRole('textbox', { name: 'Edit: Outcome' }), 'Planners are home');
  await page.keyboard.press('Enter');
  const outcome = page.getByRole('article', { name: /Outcome 1: Planners are home/ });
  await outcome.waitFor();

  tell('by Tab: a round of readings');
  await press(page, page.getByRole('button', { name: 'Update readings' }), 'Enter', { back: true });
  const round = page.getByRole('dialog', { name: /Readings of Nordhavn/ });
  await fill(page, round.getByRole('textbox', { name: 'New value of Daily dock plan' }), '1.9');
  await press(page, round.getByRole('button', { name: 'Save readings' }));
  await round.waitFor({ state: 'detached' });
  await page.getByText('1 reading saved').waitFor();

  tell('by Tab: a benefit is opened from the table of the value');
  await open('Value');
  const table = page.getByRole('table', { name: 'Benefits with their steps' });
  await press(page, table.getByRole('button').first());
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  tell('by Tab: the history has both, and takes one back');
  await open('History');
  const back = page.getByRole('button', { name: /^Take back: / });
  await tabTo(page, back.first());
  const label = await back.first().getAttribute('aria-label');
  assert.match(label, /reading/i);
  await page.keyboard.press('Enter');
  await page.getByText(/^Undone: /).waitFor();
  await fill(
    page,
    page.getByRole('searchbox', { name: 'Search the history' }),
    'Planners are home',
    {
      back: true,
    },
  );
  await page.getByText('2 actions', { exact: true }).waitFor();
}

export async function story({ browser, program, tell, opened }) {
  tell('open the sample');
  const one = await openPage(browser, program.address());
  opened.push(one);
  const { page } = one;
  await page.getByRole('button', { name: /open the sample portfolio/i }).press('Enter');
  await page.getByRole('grid', { name: 'Portfolio' }).waitFor();
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: 'Search accounts and actions' });
  await search.fill('Nordhavn Freight');
  const option = page.getByRole('option', { name: /Nordhavn Freight/ });
  await option.first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Nordhavn Freight' }).waitFor();

  tell('what success is, in their words');
  const parts = page.getByRole('navigation', { name: 'Parts of this account' });
  await parts.getByRole('link', { name: 'Overview' }).press('Enter');
  const words = page.getByRole('region', { name: 'What success is, in their words' });
  await words.getByText('Mette Lindqvist').first().waitFor();
  assert.equal(await words.getByRole('figure').count(), 3);
  await page.getByRole('img', { name: /Proved, claimed and felt value/ }).waitFor();
  for (const theme of ['light', 'dark']) {
    await accessible(page, `overview, ${theme}`);
    await switchTheme(page);
  }

  tell('a principle answers why');
  const principles = page.getByRole('region', { name: 'Five principles' });
  await principles.getByRole('button', { name: 'Success' }).press('Enter');
  await page.getByRole('dialog').getByText('The plan has an outcome').waitFor();
  await accessible(page, 'why of a principle');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  tell('keep a promise and open it again');
  const promise = page.getByRole('region', { name: 'Promises' }).getByRole('checkbox').first();
  const title = await promise.getAttribute('aria-label');
  await promise.press('Space');
  await page.getByText(`Promise kept: ${title}`).waitFor();
  assert.equal(await promise.isChecked(), true);
  await page.keyboard.press('Control+z');
  await page.getByText(/Undone: Done/).waitFor();
  await page.waitForFunction(
    () => document.querySelector('input[type=checkbox]')?.checked === false,
  );

  tell('the history tells it');
  await parts.getByRole('link', { name: 'History' }).press('Enter');
  await page.getByRole('heading', { level: 2, name: `Done: ${title}`, exact: true }).waitFor();
  for (const theme of ['light', 'dark']) {
    await accessible(page, `history, ${theme}`);
    await switchTheme(page);
  }

  tell('put an old value back');
  await page
    .getByRole('button', { name: /^Put back done on/ })
    .first()
    .press('Enter');
  await page.getByText(/^Put back: done on/).waitFor();
  await page.getByRole('heading', { level: 2, name: /^Put back done on/ }).waitFor();

  tell('take one action back');
  await page.getByRole('button', { name: /^Take back: Put back done on/ }).press('Enter');
  await page.getByText(/Undone: Put back/).waitFor();

  tell('filter and search');
  await page.getByRole('combobox', { name: 'Kind of record' }).selectOption('measure');
  await page.getByText('1 action', { exact: true }).waitFor();
  await page.getByRole('combobox', { name: 'Kind of record' }).selectOption('');
  await page.getByRole('searchbox', { name: 'Search the history' }).fill('no such thing');
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  await accessible(page, 'nothing matches');
  await page.getByRole('button', { name: 'Show everything' }).press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Open the sample portfolio' }).waitFor();

  await walksByTab(page, tell);
}
