// A person brings accounts in from a CSV by keyboard, sees each row before it is
// written, decides what a later end means, stops a large import half-way, and takes
// what was imported back with one key.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessible, rowNames, switchTheme } from './checks.mjs';
import { press } from './keyboard.mjs';
import { openPage } from './program.mjs';

const heading = 'Account Name;ARR;Currency;Renewal Date;CSM Owner;Health';
const csv = [
  heading,
  'Halden Timber;41.000,00;EUR;30.11.2026;T. Adeyemi;Green',
  'Orsino Glass;52.000,00;EUR;31.06.2026;T. Adeyemi;Yellow',
  'Falk & Söhne;33.500,00;EUR;14.03.2027;I. Moreau;Green',
].join('\r\n');

const july = [
  heading,
  'Halden Timber;41.000,00;EUR;30.11.2027;T. Adeyemi;Green',
  'Orsino Glass;52.000,00;EUR;30.06.2026;T. Adeyemi;Yellow',
].join('\r\n');

const many = ['Account Name,Website']
  .concat(Array.from({ length: 60_000 }, (_, i) => `Company ${i},c${i}.example`))
  .join('\n');

export async function story({ browser, program, tell, opened }) {
  const write = (name, bytes) => {
    const path = join(program.home, name);
    writeFileSync(path, bytes);
    return path;
  };
  const one = await openPage(browser, program.address());
  opened.push(one);
  const { page, problems } = one;
  const chooser = page.locator('input[type=file]');
  const rows = page.getByRole('grid', { name: 'What would happen to each row' });

  tell('the import door makes a workspace');
  await page.getByRole('button', { name: /import my accounts/i }).press('Enter');
  await page.getByRole('textbox', { name: /what is the workspace called/i }).fill('Quayside');
  await accessible(page, 'new workspace');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await accessible(page, 'drop a file');

  tell('files that are no tables are told apart, and nothing comes of them');
  const bad = [
    ['picture.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /is not a table/],
    ['empty.csv', '', /is empty/],
  ];
  for (const [name, bytes, words] of bad) {
    await chooser.setInputFiles(write(name, bytes));
    const alert = page.getByRole('alert');
    await alert.getByText(words).waitFor();
    await alert.getByText(/Nothing was imported; your records/).waitFor();
    // Such an answer is a failed call; the browser's own note of it is expected.
    problems.length = 0;
  }
  await accessible(page, 'a file that is no table');

  tell('choose a file');
  await chooser.setInputFiles(write('accounts-june.csv', Buffer.from(csv, 'latin1')));
  await page.getByRole('tab', { name: /2 new/ }).waitFor();
  const said = async (name) => page.getByRole('combobox', { name }).inputValue();
  assert.equal(await said('Separator'), ';');
  assert.equal(await said('Encoding'), 'Windows-1252');
  assert.equal(await said('Dates'), 'dmy');
  await rows.getByText('Falk & Söhne').waitFor();
  for (const theme of ['light', 'dark']) {
    await accessible(page, `preview, ${theme}`);
    await switchTheme(page);
  }

  tell('what was found can be said otherwise, and the preview follows');
  await page.getByRole('combobox', { name: 'Decimals' }).selectOption('.');
  await page.getByRole('combobox', { name: 'Encoding' }).selectOption('CP850');
  await rows.getByText('Falk & Söhne').waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Encoding' }).selectOption('Windows-1252');
  await page.getByRole('combobox', { name: 'Decimals' }).selectOption(',');
  await rows.getByText('Falk & Söhne').waitFor();

  tell('refused rows give their reason');
  await press(page, page.getByRole('tab', { name: /1 refused/ }));
  await rows.getByText('Orsino Glass').waitFor();
  await rows.focus();
  await page.keyboard.press('Enter');
  const detail = page.getByRole('dialog', { name: 'Row 3: Orsino Glass' });
  await detail.getByText('Nothing of this row is written.').waitFor();
  await accessible(page, 'one row');
  await page.keyboard.press('Escape');
  await detail.waitFor({ state: 'detached' });
  assert.equal(await rows.evaluate((grid) => grid === document.activeElement), true);
  const download = page.waitForEvent('download');
  await press(page, page.getByRole('button', { name: /save 1 refused row/i }));
  assert.equal((await download).suggestedFilename(), 'accounts-june-refused.csv');

  tell('leave a column out, and keep that under a name');
  await page.getByText('6 of 6 used').waitFor();
  await page.getByRole('combobox', { name: /Health goes to/ }).selectOption('');
  await page.getByText('5 of 6 used').waitFor();
  await press(page, page.getByRole('button', { name: 'Save mapping' }));
  const naming = page.getByRole('dialog', { name: 'Save mapping' });
  await naming.getByLabel('Name of the mapping').fill('Our CRM');
  await accessible(page, 'naming a mapping');
  await page.keyboard.press('Enter');
  await page.getByText('Mapping “Our CRM” saved').waitFor();
  await naming.waitFor({ state: 'detached' });

  tell('apply');
  // With another mapping the file is looked at again, and nothing is written meanwhile.
  await press(page, page.getByRole('button', { name: 'Apply 2 rows', disabled: false }));
  await page.getByRole('heading', { name: '2 rows imported' }).waitFor();
  await accessible(page, 'what was imported');
  await page.getByRole('button', { name: 'Go to the portfolio' }).press('Enter');
  await page.getByRole('grid', { name: 'Portfolio' }).waitFor();
  assert.deepEqual((await rowNames(page)).sort(), ['Falk & Söhne', 'Halden Timber']);

  tell('one undo takes it all back, and redo brings it again');
  await page.keyboard.press('Control+z');
  await page.getByText(/Undone: Import accounts-june.csv/).waitFor();
  await page.getByRole('heading', { name: 'No accounts yet' }).waitFor();
  await accessible(page, 'empty portfolio');
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('grid', { name: 'Portfolio' }).waitFor();
  assert.equal((await rowNames(page)).length, 2);

  tell('the same headings bring the mapping back; a later end is asked about');
  await page.getByRole('link', { name: 'Import' }).press('Enter');
  await chooser.setInputFiles(write('accounts-july.csv', Buffer.from(july, 'latin1')));
  await page.getByText('5 of 6 used').waitFor();
  const mapping = page.getByRole('combobox', { name: 'Mapping' });
  assert.match(await mapping.evaluate((one) => one.selectedOptions[0].text), /Our CRM/);
  await rows.getByText('taken as a renewal').waitFor();
  await page.getByRole('radio', { name: 'Correction' }).check({ force: true });
  await rows.getByText('taken as a correction').waitFor();
  for (const theme of ['light', 'dark']) {
    await accessible(page, `a question, ${theme}`);
    await switchTheme(page);
  }
  await page.setViewportSize({ width: 960, height: 600 });
  await accessible(page, 'import at 960 by 600');
  await page.setViewportSize({ width: 1440, height: 900 });
  await press(page, page.getByRole('button', { name: 'Apply 2 rows' }));
  await page.getByRole('grid', { name: 'Portfolio' }).waitFor();
  await page.getByText('Orsino Glass').waitFor();
  assert.equal((await rowNames(page)).length, 3);

  tell('a pasted table');
  await page.getByRole('link', { name: 'Import' }).press('Enter');
  await press(page, page.getByRole('button', { name: 'Paste a table' }));
  await page.getByLabel('The table').fill('Account Name\tWebsite\nVega\tvega.example');
  await accessible(page, 'pasting');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('tab', { name: /1 new/ }).waitFor();
  await press(page, page.getByRole('button', { name: 'Another file' }));

  tell('a large import is stopped half-way and leaves nothing behind');
  await chooser.setInputFiles(write('many.csv', many));
  await page.getByRole('tab', { name: /60,000 new/ }).waitFor({ timeout: 60_000 });
  await rows.getByText('Company 0', { exact: true }).waitFor();
  await rows.focus();
  await page.keyboard.press('End');
  await rows.getByText('Company 59999').waitFor();
  await press(page, page.getByRole('button', { name: 'Apply 60,000 rows' }));
  const tray = page.getByRole('region', { name: 'Running work' });
  await tray.getByText('Importing many.csv').waitFor();
  await page.getByRole('link', { name: 'Portfolio', exact: true }).press('Enter');
  await page.getByRole('grid', { name: 'Portfolio' }).waitFor();
  await tray.getByRole('button', { name: 'Cancel: Importing many.csv' }).press('Enter');
  await page.getByText('Cancelled. Nothing of it was kept.').waitFor({ timeout: 60_000 });
  await tray.waitFor({ state: 'detached' });
  problems.length = 0; // a cancelled call is a failed one
  assert.equal((await rowNames(page)).length, 3);
}
