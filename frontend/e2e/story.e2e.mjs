// A CSM composes Castellan's story, edits a claim beside the page it prints, moves,
// adds and deletes claims by keyboard, leaves with both files, and undoes it all.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { accessible, switchTheme } from './checks.mjs';
import { openPage } from './program.mjs';

export async function story({ browser, program, tell, opened }) {
  tell('open the sample');
  const one = await openPage(browser, program.address(), { acceptDownloads: true });
  opened.push(one);
  const { page } = one;
  await page.getByRole('button', { name: /open the sample portfolio/i }).press('Enter');
  await page.getByRole('grid', { name: 'Portfolio' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search accounts and actions' }).fill('Castellan Ports');
  await page
    .getByRole('option', { name: /Castellan Ports/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Castellan Ports' }).waitFor();
  const [, account] = page.url().match(/accounts\/([^/]+)/);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `/accounts/${account}/value`);

  tell('compose');
  await page.getByRole('button', { name: 'Compose story' }).press('Enter');
  const claims = page.getByRole('region', { name: 'Sections and claims' });
  const sheet = page.getByRole('region', { name: 'The page as it prints' });
  await claims.waitFor();
  await sheet.getByText('Castellan Ports').first().waitFor();
  const first = claims.getByRole('button', { name: /^Edit: / }).first();
  const before = await first.textContent();

  tell('the page follows typing');
  await first.press('Enter');
  const words = claims.getByRole('textbox', { name: 'Words of the claim' });
  await words.fill('The berths are full and nobody waits.');
  await sheet.getByText('The berths are full and nobody waits.').waitFor();
  await accessible(page, 'editing');
  await page.keyboard.press('Escape');
  await sheet.getByText('The berths are full and nobody waits.').waitFor({ state: 'detached' });
  assert.equal(await first.textContent(), before);

  tell('save by keyboard');
  await first.press('Enter');
  await words.fill('The berths are full and nobody waits.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Claim saved').waitFor();
  const mine = claims.getByRole('button', { name: 'Edit: The berths are full and nobody waits.' });
  await mine.waitFor();
  await sheet.getByText('The berths are full and nobody waits.').waitFor();

  tell('composing again leaves it');
  await page.getByRole('button', { name: /^Compose again/ }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'What composing again would do' });
  await dialog.getByText('1 claim in your own words stays as it is.').waitFor();
  await accessible(page, 'composing again');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  tell('a new claim, moved and deleted');
  await claims
    .getByRole('button', { name: /^New claim in / })
    .first()
    .press('Enter');
  await page.keyboard.type('Nobody asked for this.');
  await page.keyboard.press('Enter');
  const made = claims.getByRole('button', { name: 'Edit: Nobody asked for this.' });
  await made.waitFor();
  await made.press('Alt+ArrowUp');
  await page.getByText('Claim moved').waitFor();
  await made.press('Delete');
  await made.waitFor({ state: 'detached' });

  tell('what proves it');
  await claims
    .getByRole('button', { name: /^(Benefit|Measure): / })
    .first()
    .press('Enter');
  await page.getByRole('dialog', { name: 'What proves this claim' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  for (const [name, start, ending] of [
    ['Export PowerPoint', 'PK', /\.pptx$/],
    ['Export PDF', '%P', /\.pdf$/],
  ]) {
    tell(name);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).press('Enter');
    const file = await download;
    assert.match(file.suggestedFilename(), ending);
    assert.equal(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
      start,
    );
  }

  for (const theme of ['light', 'dark']) {
    tell(`axe in ${theme}`);
    await accessible(page, `story, ${theme}`);
    await switchTheme(page);
  }

  tell('undo step by step');
  for (let i = 0; i < 8 && (await mine.count()) > 0; i += 1) {
    await sheet.focus();
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(400);
  }
  assert.equal(await mine.count(), 0);
  assert.equal(await first.textContent(), before);

  tell('a small window');
  await page.setViewportSize({ width: 960, height: 600 });
  await page.waitForTimeout(300);
  await accessible(page, 'story at 960 by 600');
}
