// A new person opens the sample, finds a way about the portfolio with keys alone,
// opens an account and comes back to the same place.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { accessible, rowNames, switchTheme } from './checks.mjs';
import { goTo, hasFocus, press } from './keyboard.mjs';
import { openPage } from './program.mjs';

export async function story({ browser, program, tell, opened }) {
  tell('first start');
  const one = await openPage(browser, program.address());
  opened.push(one);
  const { page } = one;
  await page.getByRole('heading', { level: 1, name: /own your client/i }).waitFor();
  assert.ok(!page.url().includes('token='), 'the token stays in the address');
  await accessible(page, 'first start');

  tell('open the sample');
  await page.getByRole('button', { name: /open the sample portfolio/i }).press('Enter');
  const grid = page.getByRole('grid', { name: 'Portfolio' });
  await grid.waitFor();
  await page.getByText('Nordhavn Freight').waitFor();
  const total = Number(await grid.getAttribute('aria-rowcount')) - 1;
  assert.ok(total >= 10, `${total} accounts in the sample`);

  for (const theme of ['light', 'dark']) {
    tell(`portfolio in ${theme}`);
    await accessible(page, `portfolio, ${theme}`);
    await switchTheme(page);
  }

  tell('sort by a heading with the keyboard');
  const heading = grid.getByRole('columnheader', { name: 'ARR' });
  await heading.getByRole('button').press('Enter');
  await page.waitForFunction(
    () => document.querySelector('[aria-sort=descending]')?.textContent === 'ARR',
  );
  const byArr = await rowNames(page);
  await heading.getByRole('button').press('Enter');
  await page.waitForFunction(() => document.querySelector('[aria-sort=ascending]') !== null);
  await page.waitForFunction(
    (before) =>
      document.querySelector('[aria-rowindex="2"] [role=gridcell] > div')?.textContent !== before,
    byArr[0],
  );

  tell('filter by typing');
  await page.keyboard.press('/');
  await page.keyboard.type('expanding nordhavn');
  await page.getByText('1 account found').waitFor();
  assert.deepEqual(await rowNames(page), ['Nordhavn Freight']);
  await page.keyboard.press('Escape');
  await page.getByText(/All accounts/).waitFor();

  tell('move by arrows and open by Enter');
  await grid.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  const chosen = (await rowNames(page))[1];
  await page.keyboard.press('Enter');
  await page.waitForURL(/accounts\/.+\/overview/);
  await page.getByRole('heading', { name: chosen }).first().waitFor();
  await page.getByRole('navigation').getByRole('link', { name: chosen }).waitFor();

  tell('back to the same order');
  await page.goBack();
  await grid.waitFor();
  assert.equal(
    await grid.getByRole('columnheader', { name: 'ARR' }).getAttribute('aria-sort'),
    'ascending',
  );

  tell('a figure answers why');
  const arr = page
    .getByRole('region', { name: 'Figures over all accounts' })
    .getByRole('button')
    .first();
  await arr.press('Enter');
  await page
    .getByRole('dialog')
    .getByText(/yearly amounts of the terms/)
    .waitFor();
  await accessible(page, 'why');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  tell('a figure names the accounts behind it, and a row answers why by its key');
  await arr.press('Enter');
  await page.getByRole('dialog').getByText('The accounts that weigh most').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('/');
  await page.keyboard.type('nordhavn');
  await page.getByText('1 account found').waitFor();
  await grid.focus();
  await page.keyboard.press('w');
  const why = page.getByRole('dialog');
  await why.getByRole('heading', { name: 'Why: Nordhavn Freight' }).waitFor();
  for (const theme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: theme });
    await accessible(page, `the why of a row, ${theme}`);
  }
  await why.getByRole('button', { name: 'Proved value' }).press('Enter');
  await why.getByText(/What the client is getting/).waitFor();

  tell('a record in a why opens its place');
  await why.locator('table').getByRole('button').first().press('Enter');
  await page.waitForURL(/accounts\/.+\/value\?at=benefit_step\./);
  await page.waitForFunction(() =>
    document.activeElement?.getAttribute('data-at')?.startsWith('benefit_step.'),
  );
  await page.goBack();
  await grid.waitFor();
  await page.emulateMedia({ colorScheme: null });

  tell('what is shown leaves as a table, in its order');
  const shown = await rowNames(page);
  await press(page, page.getByRole('button', { name: 'Export', exact: true }));
  const csv = page.getByRole('menuitem', { name: 'CSV, All fields, for an import' });
  await csv.waitFor();
  for (const theme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: theme });
    await accessible(page, `export menu, ${theme}`);
  }
  await page.emulateMedia({ colorScheme: null });
  let coming = page.waitForEvent('download');
  await page.keyboard.press('End');
  assert.equal(await hasFocus(csv), true);
  await page.keyboard.press('Enter');
  const file = await coming;
  assert.equal(file.suggestedFilename(), 'Portfolio.csv');
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  assert.deepEqual(
    lines.map((line) => line.split(',')[1]),
    shown,
  );
  coming = page.waitForEvent('download');
  await goTo(page, 'Export the portfolio to Excel');
  assert.equal((await coming).suggestedFilename(), 'Portfolio.xlsx');

  tell('search reaches an account');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search accounts and actions' }).fill('castel');
  await page
    .getByRole('option', { name: /Castellan Ports/ })
    .first()
    .waitFor();
  await accessible(page, 'search');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Castellan Ports' }).first().waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  tell('the shortcuts are listed');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await accessible(page, 'shortcuts');
  await page.keyboard.press('Escape');
}
