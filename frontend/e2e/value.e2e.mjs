// A CSM opens Nordhavn's Value picture, checks its figures, adds a benefit and
// confirms it with the keyboard alone, undoes both, and leaves with a deck.
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
  const search = page.getByRole('combobox', { name: 'Search accounts and actions' });
  await search.fill('Nordhavn Freight');
  await page
    .getByRole('option', { name: /Nordhavn Freight/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Nordhavn Freight' }).waitFor();
  await page.getByRole('link', { name: 'Value', exact: true }).press('Enter');

  tell('the figures');
  const axes = page.getByRole('region', { name: 'How value has grown' });
  const words = (await axes.textContent()).replace(/\s+/g, ' ');
  for (const part of [
    'Expanding',
    '107 more people',
    '+€314k, +53%',
    'claimed +€146k',
    'claimed +18',
  ]) {
    assert.ok(words.includes(part), `${part} is missing in: ${words}`);
  }
  const readout = page.getByText('€909k proved').locator('..');
  assert.match(
    await readout.textContent(),
    /9.Jun.2026 · €909k proved · \+€204k claimed · €538k felt/,
  );
  const chart = page.getByRole('group', { name: /Proved, claimed and felt value of Nordhavn/ });
  const drawn = await chart.textContent();
  for (const part of ['Nothing new for 210 days', 'if all stays in force, €769k', 'day 78']) {
    assert.ok(drawn.includes(part), `${part} is not in the picture`);
  }

  for (const theme of ['light', 'dark']) {
    tell(`axe in ${theme}`);
    await accessible(page, `value, ${theme}`);
    await switchTheme(page);
  }

  tell('the pointer reads a day');
  const box = await chart.boundingBox();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 200);
  await page.getByText('€595k proved').waitFor();
  await page.mouse.move(5, 5);

  tell('zoom by brush and back');
  await page.mouse.move(box.x + box.width * 0.3, box.y + 150);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 150, { steps: 8 });
  await page.mouse.up();
  await page.getByRole('radio', { name: 'Zoomed' }).waitFor();
  await page.getByRole('radio', { name: 'All', exact: true }).check({ force: true });
  await page.mouse.move(5, 5);

  tell('a figure answers why');
  await axes.getByRole('button', { name: '€909k' }).press('Enter');
  await page.getByRole('dialog').getByText('€909,000').waitFor();
  await accessible(page, 'why');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  tell('add a benefit with the keyboard');
  await page.keyboard.press('b');
  const form = page.getByRole('dialog', { name: 'New benefit' });
  await form.waitFor();
  await accessible(page, 'the form');
  await page.keyboard.type('Night shift plans itself');
  await form.getByLabel('Dimension').selectOption('time');
  await form.getByLabel(/^Amount/).fill('24k');
  await form.getByLabel('People', { exact: true }).fill('12');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'detached' });
  await page.getByText('+€228k claimed').waitFor();

  tell('confirm it with the keyboard');
  const mark = chart.getByRole('button', { name: /Night shift plans itself/ });
  await mark.focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'Night shift plans itself' });
  await card.getByRole('button', { name: /Confirm the step/ }).press('Enter');
  await page.keyboard.type('Mette Lindqvist');
  await page.keyboard.press('Enter');
  await card.getByText(/confirmed by Mette Lindqvist/).waitFor();
  await page.getByText('€933k proved').waitFor();
  await accessible(page, 'the card');
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });

  tell('undo both');
  await page.keyboard.press('Control+z');
  await page.getByText(/€228k waits for a yes/).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('€909k proved').waitFor();
  assert.equal(await mark.count(), 0);

  tell('the table behind the picture');
  await page.getByRole('button', { name: 'Table' }).click();
  await page.getByRole('table', { name: 'Value by day' }).waitFor();
  await accessible(page, 'table');
  await page.getByRole('button', { name: 'Table' }).click();

  tell('export a deck');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export PowerPoint' }).press('Enter');
  const file = await download;
  assert.match(file.suggestedFilename(), /^Nordhavn Freight .*\.pptx$/);
  const bytes = readFileSync(await file.path());
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  assert.ok(bytes.length > 20_000, `a deck of ${bytes.length} bytes`);

  tell('a small window');
  await page.setViewportSize({ width: 960, height: 600 });
  await page.waitForTimeout(300);
  await accessible(page, 'value at 960 by 600');
}
