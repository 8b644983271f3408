// A CSM's morning by keyboard alone: what to do, done in place, taken back, set
// aside, and the calendar taken along.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { accessible, switchTheme } from './checks.mjs';
import { fieldReady, hasFocus, press, tabTo } from './keyboard.mjs';
import { openPage } from './program.mjs';

export async function story({ browser, program, tell, opened }) {
  tell('open the sample and go to Today');
  const one = await openPage(browser, program.address(), { acceptDownloads: true });
  opened.push(one);
  const { page } = one;
  await press(page, page.getByRole('button', { name: /open the sample portfolio/i }));
  await page.getByRole('grid', { name: 'Portfolio' }).waitFor();
  await press(page, page.getByRole('link', { name: 'Today', exact: true }), 'Enter', {
    back: true,
  });
  await page.getByRole('heading', { level: 1, name: 'Tuesday 9 June' }).waitFor();
  const rows = page.locator('[data-row]');
  const row = (account, what) => rows.filter({ hasText: account }).filter({ hasText: what });
  assert.equal(await rows.count(), 10);
  for (const theme of ['light', 'dark']) {
    await accessible(page, `today, ${theme}`);
    await switchTheme(page);
  }

  tell('arrows walk the list, Enter makes the call of a gate');
  const first = row('Meridian Steel', '120-day gate');
  await tabTo(page, first);
  await page.keyboard.press('ArrowDown');
  const kestrel = row('Kestrel Parcel', '60-day gate');
  assert.equal(await hasFocus(kestrel), true, 'the arrow does not move on');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'At risk' }).waitFor();
  assert.equal(await page.getByRole('radio', { name: 'Monitor' }).count(), 0);
  await accessible(page, 'the call of a gate');
  await page.keyboard.press('Control+Enter');
  await kestrel.getByRole('button', { name: /^Undo/ }).waitFor();
  assert.equal(await hasFocus(kestrel), true, 'the focus is lost after the call');
  await accessible(page, 'a row that is done');

  tell('a reading is typed into its row');
  const reading = row('Brightwell Dairies', 'Take the reading');
  await tabTo(page, reading.getByRole('textbox'));
  await page.keyboard.type('8.5');
  await page.keyboard.press('Enter');
  await reading.getByRole('button', { name: /^Undo/ }).waitFor();

  tell('undone in its row, and by Ctrl Z');
  await press(page, reading.getByRole('button', { name: /^Undo/ }));
  await reading.getByRole('textbox').waitFor();
  assert.equal(await hasFocus(reading), true, 'the focus is lost after the undo');
  await page.keyboard.press('Control+z');
  await kestrel.getByRole('button', { name: /^Decide/ }).waitFor();

  tell('a row is muted with a reason, found again and brought back');
  await tabTo(page, first, { back: true });
  await page.keyboard.press('m');
  await fieldReady(page);
  await page.keyboard.type('Their board decides');
  await page.keyboard.press('Enter');
  await first.waitFor({ state: 'detached' });
  await press(page, page.getByRole('button', { name: '1 set aside' }));
  const dialog = page.getByRole('dialog', { name: 'Set aside' });
  await dialog.getByText('Their board decides').waitFor();
  await accessible(page, 'what is set aside');
  await press(page, dialog.getByRole('button', { name: /^Bring back/ }));
  await dialog.getByText('Nothing is set aside.').waitFor();
  await page.keyboard.press('Escape');
  await first.waitFor();

  tell('what else can be done about a row');
  await tabTo(page, first, { back: true });
  await page.keyboard.press('.');
  await page.getByRole('menuitem', { name: 'Snooze until next Monday' }).waitFor();
  await accessible(page, 'the menu of a row');
  await page.keyboard.press('Escape');

  tell('one person’s accounts');
  await press(page, page.getByRole('button', { name: /^Whose accounts/ }), 'Enter', {
    back: true,
  });
  const tobi = page.getByRole('menuitem', { name: /Tobi Adeyemi/ });
  await tobi.waitFor();
  await accessible(page, 'whose accounts');
  await page.keyboard.press('ArrowDown');
  while (!(await hasFocus(tobi))) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Whose accounts: Accounts of Tobi Adeyemi' }).waitFor();
  await page.keyboard.press('Escape');
  await first.waitFor({ state: 'detached' });

  tell('the calendar goes along');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    press(page, page.getByRole('button', { name: 'Calendar file' })),
  ]);
  const text = readFileSync(await file.path(), 'utf8');
  assert.match(text, /BEGIN:VCALENDAR[\s\S]*Arbour Home[\s\S]*END:VCALENDAR/);
  assert.doesNotMatch(text, /Brightwell/, 'somebody else’s accounts are in it');
}
