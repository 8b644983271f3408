// A CSM composes Castellan's story, edits a claim beside the page it prints, moves,
// adds and deletes claims by keyboard, leaves with both files, and undoes it all.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { accessible, switchTheme } from './checks.mjs';
import { fieldReady } from './keyboard.mjs';
import { openPage } from './program.mjs';

export async function story({ browser, program, tell, opened }) {
  tell('open the sample');
  const one = await openPage(browser, program.address(), { acceptDownloads: true });
  opened.push(one);
  const { page, settled } = one;
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
  await words.waitFor();
  await fieldReady(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('The berths are full and nobody waits.');
  await sheet.getByText('The berths are full and nobody waits.').waitFor();
  await accessible(page, 'editing');
  await page.keyboard.press('Escape');
  await sheet.getByText('The berths are full and nobody waits.').waitFor({ state: 'detached' });
  assert.equal(await first.textContent(), before);

  tell('save by keyboard');
  await first.press('Enter');
  await words.waitFor();
  await fieldReady(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('The berths are full and nobody waits.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Claim saved').waitFor();
  const mine = claims.getByRole('button', { name: 'Edit: The berths are full and nobody waits.' });
  await mine.waitFor();
  await sheet.getByText('The berths are full and nobody waits.').waitFor();

  tell('strong words and a list');
  await mine.press('Enter');
  await words.waitFor();
  await fieldReady(page);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('- in ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('Aarhus');
  await page.keyboard.press('Enter');
  await page.keyboard.type('in Hull');
  await page.keyboard.press('Control+Enter');
  await sheet.locator('li strong', { hasText: 'Aarhus' }).waitFor();
  await sheet.locator('li', { hasText: 'in Hull' }).waitFor();
  assert.equal(await sheet.getByText('**').count(), 0);
  const rich = claims.getByRole('button', { name: /^Edit: The berths are full/ });

  tell('composing again leaves it');
  await page.getByRole('button', { name: /^Compose again/ }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'What composing again would do' });
  await dialog.getByText('1 claim in your own words stays as it is.').waitFor();
  const against = dialog.getByRole('checkbox', { name: /yours now/ }).first();
  assert.equal(await against.isChecked(), false);
  await accessible(page, 'composing again');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  tell('a new claim, moved and deleted');
  await claims
    .getByRole('button', { name: /^New claim in / })
    .first()
    .press('Enter');
  await fieldReady(page);
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
  const proof = page.getByRole('dialog', { name: 'What proves this claim' });
  await proof.getByRole('link', { name: /^Open in/ }).waitFor();
  await accessible(page, 'proof');
  const behind = await proof.getByRole('button', { name: /^Take away the proof/ }).count();
  await proof.getByRole('combobox', { name: 'Add a proof' }).press('ArrowDown');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('Proof added').waitFor();
  await proof
    .getByRole('button', { name: /^Take away the proof/ })
    .nth(behind)
    .press('Enter');
  await page.getByText('Proof taken away').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  tell('sections: a new one, moved, and one taken out and brought back');
  await claims.getByRole('button', { name: 'New section' }).press('Enter');
  await fieldReady(page);
  await page.keyboard.type('What we ask of ourselves');
  await page.keyboard.press('Enter');
  const section = claims.getByRole('button', { name: /^What we ask of ourselves/ });
  await section.press('Alt+ArrowUp');
  await page.getByText('Section moved').waitFor();
  await section.press('Enter');
  await claims
    .getByRole('button', { name: 'New claim in What we ask of ourselves' })
    .press('Enter');
  await fieldReady(page);
  await page.keyboard.type('Answer within a day.');
  await page.keyboard.press('Enter');
  await sheet.getByText('What we ask of ourselves').first().waitFor();
  await claims.getByRole('button', { name: 'What to do with How value has grown' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Take out of the story' }).press('Enter');
  const back = claims.getByRole('button', { name: 'Bring back How value has grown' });
  await back.waitFor();
  await sheet.locator('[data-section="growth"]').first().waitFor({ state: 'detached' });
  await back.press('Enter');
  await sheet.locator('[data-section="growth"]').first().waitFor();

  tell('in German, for executives');
  const document = page.getByRole('button', { name: /^The document: / });
  await document.press('Enter');
  const options = page.getByRole('region', { name: 'The document' });
  await options.getByRole('combobox', { name: 'Language and numbers' }).selectOption('de-DE');
  await page.getByText('Language chosen').waitFor();
  await options.getByRole('radio', { name: '5 slides', exact: true }).press('Space');
  await page.getByText('Length chosen').waitFor();
  await accessible(page, 'the document');
  await page.keyboard.press('Escape');
  assert.match((await document.textContent()) ?? '', /DE, 5 slides/);

  tell('why so new');
  const novelty = page.getByRole('region', { name: 'What the story brings' });
  await novelty.getByRole('button', { name: /%/ }).press('Enter');
  await page.getByRole('region', { name: 'Why: novelty' }).waitFor();
  await accessible(page, 'novelty');
  await page.keyboard.press('Escape');

  let deck;
  for (const [name, start, ending] of [
    ['PowerPoint', 'PK', /\.pptx$/],
    ['PDF', '%P', /\.pdf$/],
  ]) {
    tell(name);
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+e');
    await page.getByRole('menuitem', { name, exact: true }).press('Enter');
    const file = await download;
    assert.match(file.suggestedFilename(), ending);
    const body = readFileSync(await file.path());
    assert.equal(body.subarray(0, 2).toString(), start);
    if (name === 'PowerPoint') deck = body;
  }

  tell('a deck in a template, which any presentation is, and the template forgotten');
  const inTemplate = async () => {
    await page.keyboard.press('Control+e');
    await page.getByRole('menuitem', { name: 'PowerPoint in your template…' }).press('Enter');
    return page.getByRole('dialog', { name: 'A deck in your template' });
  };
  const choice = await inTemplate();
  await choice
    .locator('input[type=file]')
    .setInputFiles({ name: 'House.pptx', mimeType: 'application/octet-stream', buffer: deck });
  await choice.getByText('by its type').first().waitFor();
  await accessible(page, 'what a deck takes of a template');
  const written = page.waitForEvent('download');
  await choice.getByRole('button', { name: 'Write the deck' }).press('Enter');
  assert.match((await written).suggestedFilename(), /\.pptx$/);
  const kept = await inTemplate();
  await kept.getByText('House.pptx').waitFor();
  await kept.getByRole('button', { name: 'Forget it, use Tendril’s design' }).press('Enter');
  await kept.waitFor({ state: 'detached' });

  for (const theme of ['light', 'dark']) {
    tell(`axe in ${theme}`);
    await accessible(page, `story, ${theme}`);
    await switchTheme(page);
  }

  tell('undo step by step');
  for (let i = 0; i < 28 && (await rich.count()) > 0; i += 1) {
    await sheet.focus();
    await page.keyboard.press('Control+z');
    await settled();
  }
  assert.equal(await rich.count(), 0);
  assert.equal(await first.textContent(), before);

  tell('a small window');
  await page.setViewportSize({ width: 960, height: 600 });
  await page.waitForTimeout(300);
  await accessible(page, 'story at 960 by 600');
}
