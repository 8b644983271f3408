// A person changes the settings by keyboard alone, takes each change back, deletes,
// restores and empties, and puts a backup in the workspace's place.
import assert from 'node:assert/strict';
import { accessible, switchTheme } from './checks.mjs';
import { openPage } from './program.mjs';

/** Opens a section by the search, as one reaches everything. */
async function openSection(page, name) {
  await page.keyboard.press('Control+k');
  await page
    .getByRole('combobox', { name: 'Search accounts and actions' })
    .fill(`Settings: ${name}`);
  await page.getByRole('option', { name: `Settings: ${name}` }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
}

/** Types a value into a field and saves it with Enter. */
async function save(page, field, text) {
  await field.fill(text);
  await field.press('Enter');
  await page
    .getByRole('status')
    .getByText(/^Saved/)
    .last()
    .waitFor();
}

/** Waits until a field has a value. */
async function has(page, label, value) {
  await page.waitForFunction(
    ([name, wanted]) =>
      [...document.querySelectorAll('input')].some(
        (one) =>
          (one.labels?.[0]?.textContent === name || one.ariaLabel === name) && one.value === wanted,
      ),
    [label, value],
  );
}

export async function story({ browser, program, tell, opened }) {
  const one = await openPage(browser, program.address());
  opened.push(one);
  const { page } = one;
  await page.getByRole('button', { name: /open the sample portfolio/i }).press('Enter');
  await page.getByText('Nordhavn Freight').first().waitFor();

  tell('Ctrl and comma opens the settings');
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { level: 2, name: 'Person' }).waitFor();

  tell('every section is readable in both themes');
  const sections = page.getByRole('navigation', { name: 'Sections of the settings' });
  for (const theme of ['light', 'dark']) {
    for (const name of await sections.getByRole('link').allTextContents()) {
      await sections.getByRole('link', { name, exact: true }).press('Enter');
      await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
      await accessible(page, `settings, ${name}, ${theme}`);
    }
    await switchTheme(page);
  }

  tell('the person');
  await openSection(page, 'Person');
  await save(page, page.getByRole('textbox', { name: 'Name' }), 'Ines Moreau');
  await page.getByText('IM', { exact: true }).waitFor();
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: 'Person' }).focus();
  await page.keyboard.press('Control+z');
  await page.getByText(/^Undone: Change who you are/).waitFor();

  tell('what cannot be is refused at its field, and Escape gives back what was there');
  await openSection(page, 'Value and renewals');
  const halfLife = page.getByRole('textbox', { name: 'Half-life of news, in days' });
  await halfLife.fill('a year');
  await halfLife.press('Enter');
  await page.getByText('This is not a number.').waitFor();
  await halfLife.press('Escape');
  await has(page, 'Half-life of news, in days', '365');
  await save(page, halfLife, '180');

  tell('a dimension moves by keys and is renamed in its benefits');
  // Step by step without a look at the answers, and on to the name: nothing of it is lost.
  await page.getByRole('button', { name: /^Time, place 3/ }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('textbox', { name: 'Name of the dimension Time' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Calm', { delay: 40 });
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Calm, place 1/ }).waitFor();
  const calm = page.getByRole('textbox', { name: 'Name of the dimension Calm' });
  await calm.and(page.locator(':focus')).waitFor();
  await page.getByRole('link', { name: 'Value and renewals' }).focus();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /^Time, place 1/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /^Time, place 2/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /^Time, place 3/ }).waitFor();

  tell('a dimension that benefits are of asks where they go');
  await page.getByRole('button', { name: 'Remove Time' }).press('Enter');
  const asking = page.getByRole('dialog', { name: 'Remove “Time”' });
  await asking.getByText(/benefits are of this dimension/).waitFor();
  await accessible(page, 'removing a dimension');
  await page.keyboard.press('Escape');
  await asking.waitFor({ state: 'detached' });

  tell('a gate');
  await page.getByRole('textbox', { name: 'Days before the decision', exact: true }).fill('180');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove the gate 180 days before' }).waitFor();

  tell('a currency without rates is refused, with those that are missing');
  await openSection(page, 'Currency and rates');
  const currency = page.getByRole('textbox', { name: 'The workspace’s currency' });
  await currency.fill('usd');
  await currency.press('Enter');
  await page.getByText(/no rate from EUR, GBP, SEK to USD/).waitFor();
  await currency.press('Escape');
  // The program's refusal is what was wanted: it is no problem of this walk.
  const refused = one.problems.findIndex((problem) => problem.includes('"field":"currency"'));
  assert.equal(one.problems.length, 1, one.problems.join('\n'));
  one.problems.splice(refused, 1);

  tell('a rate is added, changed and removed');
  await page.getByRole('combobox', { name: 'One' }).fill('usd');
  await page.getByRole('textbox', { name: 'Rate' }).fill('0.92');
  await page.keyboard.press('Enter');
  await page.getByText('1 USD = 0.92 EUR').waitFor();
  await page
    .getByRole('button', { name: 'Change the rate from USD to EUR of 9 Jun 2026' })
    .press('Enter');
  const change = page.getByRole('table').getByRole('textbox', { name: 'Rate' });
  await change.fill('0.93');
  await change.press('Enter');
  await page.getByText('1 USD = 0.93 EUR').waitFor();
  await page
    .getByRole('button', { name: 'Remove the rate from USD to EUR of 9 Jun 2026' })
    .press('Enter');
  await page.getByText('1 USD = 0.93 EUR').waitFor({ state: 'detached' });

  tell('a backup is made, checked, and made again after a change');
  await openSection(page, 'Backups');
  await page.getByRole('button', { name: 'Back up now' }).press('Enter');
  await page
    .getByRole('button', { name: /^Check the backup/ })
    .first()
    .press('Enter');
  await page.getByText('sound, checked just now').waitFor();
  await accessible(page, 'backups');

  tell('the bin gives back what is in it');
  await openSection(page, 'Bin');
  const item = page.getByRole('listitem').filter({ hasText: 'USD → EUR, 2026-06-09' });
  await item.getByText(/deleted by/).waitFor();
  await accessible(page, 'bin');
  await item.getByRole('button', { name: /^Restore/ }).press('Enter');
  await page.getByRole('heading', { name: 'The bin is empty' }).waitFor();
  await page.keyboard.press('Control+z');
  await item.waitFor();

  tell('emptying counts, says that it is final, and keeps a backup');
  await page.getByRole('button', { name: 'Empty the bin…' }).press('Enter');
  const empty = page.getByRole('dialog', { name: 'Empty the bin?' });
  await empty.getByText('This cannot be undone.').waitFor();
  await accessible(page, 'emptying the bin');
  await empty.getByRole('button', { name: 'Empty the bin: 1 record' }).press('Enter');
  await page.getByRole('heading', { name: 'The bin is empty' }).waitFor();
  await openSection(page, 'Backups');
  await page.getByText('kept for good').waitFor();

  tell('a backup takes the place of the workspace, which is kept');
  await page
    .getByRole('row')
    .filter({ hasText: 'kept for good' })
    .getByRole('button', { name: /^Restore the backup/ })
    .press('Enter');
  const restore = page.getByRole('dialog', { name: /^Restore the backup of/ });
  await accessible(page, 'restoring');
  await restore.getByRole('button', { name: 'Restore', exact: true }).press('Enter');
  await page.getByText(/^The backup is open/).waitFor();
  await openSection(page, 'Bin');
  await item.waitFor();

  tell('the file is sound and all of it can leave');
  await openSection(page, 'Data');
  await page.getByRole('button', { name: 'Check the file' }).press('Enter');
  await page.getByText(/^The file is sound/).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export everything…' }).press('Enter'),
  ]);
  assert.match(download.suggestedFilename(), /\.tendril\.zip$/);

  tell('language, formats and text size');
  await openSection(page, 'Appearance and language');
  await page.getByRole('radio', { name: 'Larger' }).check();
  assert.equal(await page.evaluate(() => document.documentElement.style.fontSize), '125%');
  await accessible(page, 'large text');
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
  await page.getByRole('radio', { name: 'English' }).check();

  tell('a licence and the shortcuts');
  await openSection(page, 'About');
  await page.getByRole('button', { name: /Read the licence of react-dom$/ }).press('Enter');
  await page
    .getByRole('dialog')
    .getByText(/Permission is hereby granted/)
    .waitFor();
  await accessible(page, 'a licence');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).press('Enter');
  await page.getByRole('dialog').getByText('Open the settings').waitFor();
}
