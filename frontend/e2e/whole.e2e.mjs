// The whole of a client by keyboard alone, no mouse and no focus given by the script:
// an account comes in from a file, gets an outcome from what the client said, a measure,
// readings, a benefit with evidence and a confirmation, a story with an edited claim,
// and leaves as PowerPoint and PDF. Then all of it is taken back step by step.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { choose, fieldReady, fill, goTo, hasFocus, press, tabTo } from './keyboard.mjs';
import { openPage } from './program.mjs';

const csv = [
  'Account Name,ARR,Currency,Contract Start,Renewal Date,CSM Owner',
  'Halden Timber,41000,EUR,2025-12-01,2026-11-30,I. Moreau',
  'Falk Lumber,33500,EUR,2026-03-15,2027-03-14,I. Moreau',
].join('\n');

export async function story({ browser, program, tell, opened }) {
  const file = join(program.home, 'accounts.csv');
  writeFileSync(file, csv);
  const one = await openPage(browser, program.address(), { acceptDownloads: true });
  opened.push(one);
  const { page } = one;

  tell('the import door');
  await press(page, page.getByRole('button', { name: /import my accounts/i }));
  await fill(
    page,
    page.getByRole('textbox', { name: /what is the workspace called/i }),
    'Quayside',
  );
  await page.keyboard.press('Enter');

  tell('the file');
  const asked = page.waitForEvent('filechooser');
  asked.catch(() => undefined);
  await press(page, page.getByRole('button', { name: /choose files/i }));
  await (await asked).setFiles(file);
  await press(page, page.getByRole('button', { name: 'Apply 2 rows' }));

  tell('the account');
  await tabTo(page, page.getByRole('grid', { name: 'Portfolio' }));
  await goTo(page, 'Halden');
  await page.getByRole('heading', { level: 1, name: 'Halden Timber' }).waitFor();
  await press(page, page.getByRole('link', { name: 'Plan', exact: true }));

  tell('an outcome from what they said');
  await press(page, page.getByRole('button', { name: 'Paste what they said' }));
  await page.keyboard.insertText('No truck of ours should wait for a saw. Not one hour.');
  await fill(page, page.getByRole('textbox', { name: 'So the outcome is' }), 'No truck waits');
  await fill(page, page.getByRole('textbox', { name: 'Name', exact: true }), 'Aino Halden');
  await fill(page, page.getByRole('textbox', { name: 'What they do' }), 'Yard manager');
  await page.keyboard.press('Control+Enter');
  const outcome = page.getByRole('article', { name: /Outcome 1: No truck waits/ });
  await outcome.waitFor();

  tell('its measure');
  await press(page, outcome.getByRole('button', { name: 'Measure', exact: true }));
  await page.keyboard.type('Hours a truck waits');
  await page.keyboard.press('Enter');
  await press(page, outcome.getByTitle('Edit: Hours a truck waits, Baseline'));
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await press(page, outcome.getByTitle('Edit: Hours a truck waits, Target'));
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await page
    .getByRole('textbox', { name: 'Edit: Hours a truck waits, Target' })
    .waitFor({ state: 'detached' });

  tell('readings');
  await page.keyboard.press('r');
  const round = page.getByRole('dialog', { name: /Readings of Halden/ });
  await round.getByRole('textbox', { name: 'New value of Hours a truck waits' }).waitFor();
  await page.waitForFunction(
    () => document.activeElement?.getAttribute('aria-label') === 'New value of Hours a truck waits',
  );
  await page.keyboard.type('4.5');
  await page.keyboard.press('Control+Enter');
  await round.waitFor({ state: 'detached' });
  await page.getByText('1 reading saved').waitFor();

  tell('a benefit');
  await press(page, page.getByRole('link', { name: 'Value', exact: true }));
  await page.getByRole('heading', { name: 'No benefits yet' }).waitFor();
  await page.keyboard.press('b');
  const form = page.getByRole('dialog', { name: 'New benefit' });
  await form.waitFor();
  await page.keyboard.type('Two trucks more a day');
  await choose(page, form.getByLabel('Dimension'), 'Time');
  await fill(page, form.getByLabel(/^Amount/), '24k');
  await fill(page, form.getByLabel('People', { exact: true }), '12');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'detached' });

  tell('its evidence and the yes');
  await press(page, page.getByRole('button', { name: /Two trucks more a day/ }));
  const card = page.getByRole('dialog', { name: 'Two trucks more a day' });
  await press(page, card.getByRole('button', { name: 'Evidence', exact: true }));
  await press(page, card.getByRole('radio', { name: 'File' }), 'ArrowRight');
  await fill(page, card.getByRole('textbox', { name: 'Address' }), 'https://halden.example/gate');
  await page.keyboard.press('Control+Enter');
  await card.getByRole('link', { name: 'https://halden.example/gate' }).waitFor();
  await press(page, card.getByRole('button', { name: /Confirm the step/ }), 'Enter', {
    back: true,
  });
  await page.keyboard.type('Aino Halden');
  await page.keyboard.press('Enter');
  await card.getByText(/confirmed by Aino Halden/).waitFor();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  await page.getByText('Expanding', { exact: true }).waitFor();

  tell('the story');
  await press(page, page.getByRole('button', { name: 'Compose story' }));
  const claims = page.getByRole('region', { name: 'Sections and claims' });
  const sheet = page.getByRole('region', { name: 'The page as it prints' });
  await claims.waitFor();
  await sheet.getByText('Halden Timber').first().waitFor();
  await press(page, claims.getByRole('button', { name: /^Edit: It reaches 12 people/ }));
  await claims.getByRole('textbox', { name: 'Words of the claim' }).waitFor();
  await fieldReady(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Twelve people at the gate have their evenings back.');
  await page.keyboard.press('Control+Enter');
  await claims.getByRole('button', { name: /^Edit: Twelve people/ }).waitFor();
  await sheet.getByText(/Twelve people at the gate/).waitFor();

  for (const [name, start] of [
    ['PowerPoint', 'PK'],
    ['PDF', '%P'],
  ]) {
    tell(name);
    const download = page.waitForEvent('download');
    // Another step may fail first; the wait must not end the whole run then.
    download.catch(() => undefined);
    await page.keyboard.press('Control+e');
    const choice = page.getByRole('menuitem', { name, exact: true });
    for (let i = 0; i < 9 && !(await hasFocus(choice)); i += 1) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    const bytes = readFileSync(await (await download).path());
    assert.equal(bytes.subarray(0, 2).toString(), start);
    assert.ok(bytes.length > 10_000, `${name}: ${bytes.length} bytes`);
    await choice.waitFor({ state: 'detached' });
  }

  tell('all of it is taken back, step by step');
  const label = page.getByRole('status').getByText(/^Undone: /);
  for (const [what, where] of [
    [/^Undone: Export Halden Timber .*\.pdf/, /story/],
    [/^Undone: Export Halden Timber .*\.pptx/, /story/],
    [/^Undone: Edit a claim of Halden Timber/, /story/],
    [/^Undone: Compose the story of Halden Timber/, /value$/],
    [/^Undone: Confirm a step/, /value$/],
    [/^Undone: Add evidence “https:\/\/halden.example\/gate”/, /value$/],
    [/^Undone: Add benefit “Two trucks more a day”/, /value$/],
    [/^Undone: Update a reading of Halden Timber/, /plan$/],
    [/^Undone: Change measure “Hours a truck waits”/, /plan$/],
    [/^Undone: Change measure “Hours a truck waits”/, /plan$/],
    [/^Undone: Add measure “Hours a truck waits”/, /plan$/],
    [/^Undone: Add outcome “No truck waits”/, /plan$/],
    [/^Undone: Import accounts.csv/, /portfolio/],
  ]) {
    const answered = page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('desktop.History.Undo'),
    );
    await page.keyboard.press('Control+z');
    await answered;
    await label.filter({ hasText: what }).waitFor();
    await page.waitForURL(where);
  }
  await page.getByRole('heading', { name: 'No accounts yet' }).waitFor();
}
