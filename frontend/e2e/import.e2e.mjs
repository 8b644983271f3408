// A person brings accounts in from a CSV, sees each row before it is written, and
// takes the whole import back with one key.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessible, rowNames, switchTheme } from './checks.mjs';
import { openPage } from './program.mjs';

const csv = [
  'Account Name;ARR;Currency;Renewal Date;CSM Owner;Health',
  'Halden Timber;41.000,00;EUR;30.11.2026;T. Adeyemi;Green',
  'Orsino Glass;52.000,00;EUR;31.06.2026;T. Adeyemi;Yellow',
  'Falk & Söhne;33.500,00;EUR;14.03.2027;I. Moreau;Green',
].join('\r\n');

export async function story({ browser, program, tell, opened }) {
  const file = join(program.home, 'accounts-june.csv');
  writeFileSync(file, Buffer.from(csv, 'latin1'));
  const one = await openPage(browser, program.address());
  opened.push(one);
  const { page } = one;

  tell('the import door makes a workspace');
  await page.getByRole('button', { name: /import my accounts/i }).press('Enter');
  await page.getByRole('textbox', { name: /what is the workspace called/i }).fill('Quayside');
  await accessible(page, 'new workspace');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await accessible(page, 'drop a file');

  tell('choose a file');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('tab', { name: /2 new/ }).waitFor();
  await page.getByText('semicolon').waitFor();
  await page.getByText('Windows-1252', { exact: true }).waitFor();
  await page.getByText('Falk & Söhne').waitFor();
  for (const theme of ['light', 'dark']) {
    await accessible(page, `preview, ${theme}`);
    await switchTheme(page);
  }

  tell('refused rows give their reason');
  await page.getByRole('tab', { name: /1 refused/ }).press('Enter');
  await page.getByRole('tabpanel').getByText('Orsino Glass').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /save 1 refused row/i }).press('Enter');
  assert.equal((await download).suggestedFilename(), 'accounts-june-refused.csv');

  tell('leave a column out');
  await page.getByText('6 of 6 used').waitFor();
  await page.getByRole('combobox', { name: /CSM Owner goes to/ }).selectOption('');
  await page.getByText('5 of 6 used').waitFor();

  tell('apply');
  await page.getByRole('button', { name: 'Apply 2 rows' }).press('Enter');
  await page.getByRole('grid', { name: 'Portfolio' }).waitFor();
  await page.getByText('2 rows of accounts-june.csv imported').waitFor();
  assert.deepEqual((await rowNames(page)).sort(), ['Falk & Söhne', 'Halden Timber']);

  tell('one undo takes it all back');
  await page.keyboard.press('Control+z');
  await page.getByText(/Undone: Import accounts-june.csv/).waitFor();
  await page.getByRole('heading', { name: 'No accounts yet' }).waitFor();
  await accessible(page, 'empty portfolio');

  tell('and redo brings it again');
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('grid', { name: 'Portfolio' }).waitFor();
  assert.equal((await rowNames(page)).length, 2);
}
