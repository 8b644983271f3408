// A person makes a plan of one pasted quote, measures it, fills in a round of readings
// and backs one, by keyboard alone; then takes all of it back.
import assert from 'node:assert/strict';
import { accessible, switchTheme } from './checks.mjs';
import { openPage } from './program.mjs';

/** Opens an account's plan by the search. */
async function openPlan(page, name) {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search accounts and actions' }).fill(name);
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('link', { name: 'Plan', exact: true }).press('Enter');
  await page.waitForURL(/plan/);
}

async function edit(page, button, label, text) {
  await button.press('Enter');
  const field = page.getByRole('textbox', { name: label });
  await field.fill(text);
  await field.press('Enter');
  await field.waitFor({ state: 'detached' });
}

/** Moves a milestone by keys and by the mouse, and takes each move back. */
async function movesMilestone(page, tell) {
  const line = page.getByRole('region', { name: /^Milestones/ });
  const mark = line.getByRole('button', { name: /, open$/ }).last();
  const before = await mark.getAttribute('aria-label');
  const title = before.split(', ')[0];
  const moved = line.getByRole('button', { name: title });
  const stands = (label) =>
    page.waitForFunction(
      (text) => document.querySelector(`[aria-label=${CSS.escape(text)}]`) !== null,
      label,
    );

  tell('a milestone moves by keys, as one action');
  await mark.focus();
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  const shown = await line.getByRole('status').textContent();
  assert.match(shown, /^\d+.[A-Z][a-z]{2}/);
  assert.equal(await moved.getAttribute('aria-label'), before);
  await accessible(page, 'a milestone on its way');
  await page.keyboard.up('Alt');
  await page.getByText(`“${title}” is now due on ${shown}`).waitFor();
  assert.ok((await moved.getAttribute('aria-label')).includes(`, ${shown},`));
  assert.equal(await moved.evaluate((button) => button === document.activeElement), true);
  await page.keyboard.press('Control+z');
  await stands(before);

  tell('Escape leaves a milestone that moves by keys');
  await moved.focus();
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowLeft');
  assert.notEqual(await line.getByRole('status').textContent(), '');
  await page.keyboard.press('Escape');
  assert.equal(await line.getByRole('status').textContent(), '');
  await page.keyboard.up('Alt');
  assert.equal(await moved.getAttribute('aria-label'), before);

  tell('a milestone is dragged along the line, and Escape leaves it');
  await moved.scrollIntoViewIfNeeded();
  const drag = async (by) => {
    const box = await moved.boundingBox();
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + by, y, { steps: 8 });
  };
  await drag(-60);
  assert.notEqual(await line.getByRole('status').textContent(), '');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  assert.equal(await moved.getAttribute('aria-label'), before);
  assert.equal(await moved.getAttribute('aria-expanded'), 'false');
  await drag(-60);
  const day = await line.getByRole('status').textContent();
  await page.mouse.up();
  await page.getByText(`due on ${day}`).waitFor();
  assert.ok((await moved.getAttribute('aria-label')).includes(`, ${day}`));
  assert.equal(await moved.getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('Control+z');
  await stands(before);
}

export async function story({ browser, program, tell, opened }) {
  const one = await openPage(browser, program.address());
  opened.push(one);
  const { page, settled } = one;
  await page.getByRole('button', { name: /open the sample portfolio/i }).press('Enter');
  await page.getByText('Nordhavn Freight').first().waitFor();

  tell('the plan of an account');
  await openPlan(page, 'Nordhavn Freight');
  await page.getByRole('article', { name: /Outcome 1: Planners finish/ }).waitFor();
  await page.getByRole('article', { name: /Outcome 4/ }).waitFor();
  for (const theme of ['light', 'dark']) {
    await accessible(page, `plan, ${theme}`);
    await switchTheme(page);
  }

  tell('what changed since it was agreed');
  await page.getByRole('button', { name: '1 change since' }).press('Enter');
  await page.getByRole('dialog').getByText('Days to answer an auditor').waitFor();
  await page.keyboard.press('Escape');

  tell('Esc leaves a text as it was, Enter saves it, one undo takes it back');
  const statement = page.getByRole('button', { name: "Planners finish the day's plan in the day" });
  await statement.press('Enter');
  const field = page.getByRole('textbox', { name: 'Edit: Outcome' });
  await field.fill('Something else');
  await field.press('Escape');
  await statement.waitFor();
  await edit(page, statement, 'Edit: Outcome', 'Planners are home by five');
  await page.getByRole('article', { name: /Outcome 1: Planners are home by five/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('article', { name: /Outcome 1: Planners finish/ }).waitFor();

  tell('an outcome moves by keys');
  await page.getByRole('button', { name: /^Outcome 2\. Drag/ }).press('Alt+ArrowUp');
  await page.getByRole('article', { name: /Outcome 1: Trucks leave/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('article', { name: /Outcome 1: Planners finish/ }).waitFor();

  await movesMilestone(page, tell);

  tell('a stage moves by keys');
  const stage = page.getByRole('slider', { name: /The shift lead writes/ });
  await stage.press('ArrowRight');
  await page.waitForFunction(() =>
    document.querySelector('[role=slider][aria-valuetext=Habit][aria-label*="shift lead"]'),
  );
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() =>
    document.querySelector('[role=slider][aria-valuetext=Trying][aria-label*="shift lead"]'),
  );

  tell('an outcome of what they said');
  await page.getByRole('button', { name: 'Paste what they said' }).press('Enter');
  const words = page.getByRole('textbox', { name: 'What did they say?' });
  await words.fill('I never want to hear “we will look into it” again. Not from anybody.');
  await page
    .getByRole('textbox', { name: 'So the outcome is' })
    .fill('Every question has an answer in a day');
  await page
    .getByRole('combobox', { name: 'Who said it' })
    .selectOption({ label: 'Lone Bisgaard, Procurement' });
  await accessible(page, 'paste box');
  await page.keyboard.press('Control+Enter');
  const outcome = page.getByRole('article', { name: /Outcome 5: Every question/ });
  await outcome.waitFor();
  await outcome.getByText('Lone Bisgaard').waitFor();

  tell('a vendor metric is asked about and does not block');
  await outcome.getByRole('button', { name: 'Measure', exact: true }).press('Enter');
  await page.getByRole('textbox', { name: 'Measure', exact: true }).fill('Weekly logins');
  await page.keyboard.press('Enter');
  await outcome.getByText(/This measures our success, not theirs/).waitFor();
  await accessible(page, 'the question');
  await outcome.getByRole('button', { name: 'Reword' }).press('Enter');
  await page
    .getByRole('textbox', { name: 'Edit: Weekly logins, Measure' })
    .fill('Hours until an answer');
  await page.keyboard.press('Enter');
  await outcome.getByText(/This measures our success/).waitFor({ state: 'detached' });

  tell('baseline and target in place, and what is no number is refused at its field');
  const set = outcome.getByTitle('Edit: Hours until an answer, Baseline');
  await set.press('Enter');
  const baseline = page.getByRole('textbox', { name: 'Edit: Hours until an answer, Baseline' });
  await baseline.fill('many');
  await baseline.press('Enter');
  await outcome.getByRole('alert').getByText('This is not a number.').waitFor();
  await baseline.fill('72');
  await baseline.press('Enter');
  await baseline.waitFor({ state: 'detached' });
  await edit(
    page,
    outcome.getByTitle('Edit: Hours until an answer, Target'),
    'Edit: Hours until an answer, Target',
    '24',
  );

  tell('a round of readings by keyboard');
  await page.locator('body').press('r');
  const round = page.getByRole('dialog', { name: /Readings of Nordhavn/ });
  const first = round.getByRole('textbox', { name: 'New value of Daily dock plan' });
  await first.waitFor();
  await page.waitForFunction(
    () => document.activeElement?.getAttribute('aria-label') === 'New value of Daily dock plan',
  );
  await page.keyboard.type('1.9');
  await page.keyboard.press('Enter');
  await page.keyboard.type('-');
  await page.keyboard.press('Enter');
  await page.keyboard.type('19,2');
  await round.getByText('3 of 9 answered').waitFor();
  const day = round.getByLabel('Measured on');
  await day.fill('2026-06-10');
  await round.getByText('A reading cannot lie in the future.').waitFor();
  await day.fill('2026-06-09');
  await round.getByRole('combobox', { name: 'Confirmed by', exact: true }).fill('Mette Lindqvist');
  await accessible(page, 'readings');
  await page.keyboard.press('Control+Enter');
  await round.waitFor({ state: 'detached' });
  await page.getByText('3 readings saved').waitFor();
  await page.getByText('not measured on 9 Jun').waitFor();

  tell('evidence of a reading');
  await page.getByRole('button', { name: 'More of Daily dock plan' }).press('Enter');
  const readings = page.getByRole('region', { name: 'Readings', exact: true });
  await readings.getByRole('button', { name: 'Evidence', exact: true }).first().press('Enter');
  const backed = page.getByRole('region', { name: 'Evidence of Reading of 9 Jun' });
  await backed.getByRole('button', { name: 'Evidence', exact: true }).press('Enter');
  await backed.getByRole('radio', { name: 'Link' }).check({ force: true });
  await backed.getByRole('textbox', { name: 'Address' }).fill('https://nordhavn.example/sheet');
  await page.keyboard.press('Control+Enter');
  await backed.getByRole('link', { name: 'https://nordhavn.example/sheet' }).waitFor();
  await accessible(page, 'folds');

  tell('all of it is taken back, step by step');
  for (let step = 0; step < 7; step += 1) {
    await page.locator('body').press('Control+z');
    await settled();
  }
  await outcome.waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('article').count(), 4);

  tell('a plan that is not there yet');
  await openPlan(page, 'Solent Marine Supply');
  await settled();
  await accessible(page, 'another plan');
}
