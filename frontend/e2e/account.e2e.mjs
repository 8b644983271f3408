// A CSM follows what the overview finds to where it is mended, starts a plan from a template,
// notes an agreement with what shows it, drags, pastes and drops, and asks for a yes.
import assert from 'node:assert/strict';
import { accessible, switchTheme } from './checks.mjs';
import { openPage } from './program.mjs';

async function openAccount(page, name) {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search accounts and actions' }).fill(name);
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function openPart(page, part) {
  await page
    .getByRole('navigation', { name: 'Parts of this account' })
    .getByRole('link', { name: part, exact: true })
    .press('Enter');
  await page.waitForURL(new RegExp(`/${part.toLowerCase()}`));
}

/** Waits until the focus is on something with this tip. */
function focusOn(page, title) {
  return page.waitForFunction(
    (text) => document.activeElement?.getAttribute('title') === text,
    title,
  );
}

async function accessibleInBoth(page, where) {
  for (const theme of ['light', 'dark']) {
    await accessible(page, `${where}, ${theme}`);
    await switchTheme(page);
  }
}

async function undo(page) {
  await page.locator('body').press('Control+z');
}

async function followsFindings(page, tell) {
  tell('a flag leads to the reading that mends it');
  await openAccount(page, 'Nordhavn Freight');
  await openPart(page, 'Overview');
  await page.getByText(/2 new benefits, 107 more people/).waitFor();
  const flags = page.getByRole('region', { name: 'Flags known so far' });
  await flags.getByRole('link', { name: 'Readings are stale' }).press('Enter');
  await page.getByRole('article', { name: /Outcome 3/ }).waitFor();
  await focusOn(page, 'Edit: “Where is it?” calls, Value');

  tell('a check leads to the baseline that is missing');
  await openPart(page, 'Overview');
  const principles = page.getByRole('region', { name: 'Five principles' });
  await principles.getByRole('link', { name: /Agree where it began/ }).press('Enter');
  await focusOn(page, 'Edit: Days to answer an auditor, Baseline');

  tell('the days to the renewal answer why');
  await openPart(page, 'Overview');
  await page.getByRole('button', { name: '83 days to renewal' }).press('Enter');
  await page
    .getByRole('dialog')
    .getByText(/31.Aug.2026|End of the term/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function signsWithProof(page, tell) {
  tell('an agreement with what shows it');
  await openPart(page, 'Plan');
  await page.getByRole('button', { name: 'Note agreement' }).press('Enter');
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Who agreed' }).selectOption({ label: 'Henrik Dahl' });
  await form.getByRole('combobox', { name: 'What shows it' }).selectOption('link');
  await form.getByRole('textbox', { name: 'Address' }).fill('https://nordhavn.example/minutes');
  await accessible(page, 'the agreement');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Agreed by Henrik Dahl/).waitFor();
  await page.getByRole('button', { name: '1 piece of evidence' }).press('Enter');
  await page.getByRole('link', { name: 'https://nordhavn.example/minutes' }).waitFor();
  await page.keyboard.press('Escape');
  await undo(page);
  await page.getByText(/Agreed by Mette Lindqvist/).waitFor();
}

async function dragsPastesDrops(page, tell) {
  tell('an outcome is dragged by the mouse');
  const handle = page.getByRole('button', { name: /^Outcome 1\. Drag/ });
  const second = page.getByRole('article', { name: /Outcome 2: Trucks leave/ });
  await handle.scrollIntoViewIfNeeded();
  const from = await handle.boundingBox();
  const to = await second.boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 12, from.y + 30, { steps: 5 });
  await page.mouse.move(to.x + 20, to.y + to.height * 0.8, { steps: 12 });
  await page.mouse.up();
  await page.getByRole('article', { name: /Outcome 1: Trucks leave/ }).waitFor();
  await page.getByText(/^Now at place /).waitFor();
  await undo(page);
  await page.getByRole('article', { name: /Outcome 1: Planners finish/ }).waitFor();

  tell('two columns are pasted into a round of readings');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() =>
    navigator.clipboard.writeText('Daily dock plan\t1.9\nDetention charges\t18500\n'),
  );
  await page.locator('body').press('r');
  const round = page.getByRole('dialog', { name: /Readings of Nordhavn/ });
  await round.getByRole('textbox', { name: 'New value of Daily dock plan' }).press('Control+v');
  await round.getByText('18500').first().waitFor();
  await accessible(page, 'the pasted columns');
  await round.getByRole('button', { name: 'Take 2 values' }).press('Enter');
  await round.getByText(/^2 of [0-9]+ answered/).waitFor();
  await page.keyboard.press('Escape');
  await round.waitFor({ state: 'detached' });

  tell('a file is dropped on the evidence of a measure');
  await page.getByRole('button', { name: 'More of Daily dock plan' }).press('Enter');
  const evidence = page.getByRole('region', { name: 'Evidence of Daily dock plan' });
  const files = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['1.9 h'], 'dock log.txt', { type: 'text/plain' }));
    return data;
  });
  await evidence.dispatchEvent('dragover', { dataTransfer: files });
  await evidence.dispatchEvent('drop', { dataTransfer: files });
  await evidence.getByText(/dock log\.txt/).waitFor();
  await evidence.getByRole('button', { name: /^Attach/ }).press('Enter');
  await evidence.getByRole('button', { name: 'dock log.txt', exact: true }).waitFor();
  await undo(page);
  await evidence.getByText('dock log.txt').waitFor({ state: 'detached' });
}

async function startsFromTemplates(page, tell) {
  tell('a plan becomes a template of the workspace');
  await page.getByRole('button', { name: 'More of the plan' }).press('Enter');
  await page.getByRole('button', { name: 'Save as template' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name of the template' }).fill('Docks');
  await page.keyboard.press('Enter');
  await page.getByText('Template “Docks” saved').waitFor();

  tell('the plan of the next term');
  await page.getByRole('button', { name: 'Plan the next term' }).press('Enter');
  await page.getByRole('button', { name: /, next term$/ }).waitFor();
  assert.equal(await page.getByRole('article', { name: /^Outcome/ }).count(), 4);
  await undo(page);
  await page.getByRole('button', { name: 'Gdańsk, Aarhus and the customs desk' }).waitFor();

  tell('a plan from one of our templates, in one action');
  await page.getByRole('button', { name: 'New plan from a template' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New plan from a template' });
  await dialog.getByRole('radio', { name: 'Docks' }).waitFor();
  await dialog.getByRole('radio', { name: 'Turn-around' }).check({ force: true });
  await accessibleDialog(page, 'the templates');
  await dialog.getByRole('button', { name: 'Start with “Turn-around”' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('article', { name: /Outcome 1: What was promised works/ }).waitFor();
  await page.getByRole('button', { name: /^Ask: What did we promise you/ }).waitFor();
  await accessibleInBoth(page, 'a plan from a template');
  await undo(page);
  await page.getByRole('article', { name: /Outcome 1: Planners finish/ }).waitFor();
}

async function accessibleDialog(page, where) {
  await accessible(page, where);
}

async function asksForAYes(page, tell) {
  tell('the mail that asks for a yes');
  await openPart(page, 'Value');
  await page.getByRole('table', { name: 'Benefits with their steps' }).waitFor();
  await page.getByRole('button', { name: 'Ask for confirmation', exact: true }).press('Enter');
  const ask = page.getByRole('dialog', { name: 'Ask for confirmation' });
  const send = ask.getByRole('link', { name: 'Open in mail' });
  const address = decodeURIComponent(await send.getAttribute('href'));
  assert.match(address, /^mailto:[^?]+@[^?]+\?subject=/);
  await ask.getByRole('textbox', { name: 'The mail' }).fill('Is it so?');
  assert.match(decodeURIComponent(await send.getAttribute('href')), /body=Is it so\?$/);
  await accessible(page, 'the mail');
  await ask.getByRole('button', { name: 'Copy' }).press('Enter');
  await page.getByText('The mail is copied').waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Is it so\?$/);
  await page.keyboard.press('Escape');
  await ask.waitFor({ state: 'detached' });
}

export async function story({ browser, program, tell, opened }) {
  const one = await openPage(browser, program.address());
  opened.push(one);
  const { page } = one;
  await page.getByRole('button', { name: /open the sample portfolio/i }).press('Enter');
  await page.getByText('Nordhavn Freight').first().waitFor();
  await followsFindings(page, tell);
  await signsWithProof(page, tell);
  await dragsPastesDrops(page, tell);
  await startsFromTemplates(page, tell);
  await asksForAYes(page, tell);
}
