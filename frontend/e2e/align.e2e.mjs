// What drives clients: a motivation with a sign, its values and what it says; a customer type;
// a question that is asked, answered, learned from, told and sent.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessible, switchTheme } from './checks.mjs';
import { openPage } from './program.mjs';

export const args = ['--sample', join(mkdtempSync(join(tmpdir(), 'align-')), 'a.tendril')];

/** Walks from a motivation to a team's digest. */
export async function story({ browser, program, tell, opened }) {
  opened.push(await openPage(browser, program.address()));
  const { page } = opened[0];
  const goTo = async (words) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search accounts and actions' }).fill(words);
    await page.keyboard.press('Enter');
  };
  await page.getByRole('link', { name: 'Portfolio' }).first().waitFor();
  await goTo('Go to the alignment');

  tell('few accounts');
  await page.getByRole('heading', { name: /it is too early to tell/ }).waitFor();
  await page
    .getByRole('region', { name: 'What they said' })
    .getByText('Papers. The truck')
    .waitFor();

  tell('a motivation and its sign');
  await page.getByRole('button', { name: 'Add a motivation: Renewal' }).click();
  await page.keyboard.type('Answer the auditor');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add a sign of “Answer the auditor”' }).click();
  await page.keyboard.type('Has an auditor');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'What “Has an auditor” indicates' }).click();
  await page.getByText('0 accounts have a value and a result').waitFor();
  await accessible(page, 'the signs');

  tell('values');
  await page.getByRole('button', { name: 'Fill in values of “Has an auditor”' }).click();
  await page.getByRole('textbox', { name: 'Has an auditor of Albion Glassworks' }).fill('y');
  await page.keyboard.press('Enter');
  await page.keyboard.type('n');
  await page.keyboard.press('Control+Enter');
  await page.getByText('2 values saved').waitFor();
  await page.getByRole('button', { name: 'From a table…' }).click();
  const file = join(program.home, 'audits.csv');
  writeFileSync(
    file,
    'Customer,Since,Audited\nNordhavn Freight,2020,yes\nCastellan Ports,2021,no\nNobody,2021,no\n',
  );
  await page.locator('input[type=file][accept*=xlsx]').last().setInputFiles(file);
  const dialog = page.getByRole('dialog', { name: 'Take values from a table' });
  await dialog.getByRole('combobox', { name: 'Value is in' }).click();
  await page.getByRole('option', { name: 'Audited' }).click();
  await dialog.getByText('2 new, 0 changed, 0 as known, 1 refused').waitFor();
  await accessible(page, 'the table to take from');
  await dialog.getByRole('button', { name: 'Take 2 values' }).click();
  await dialog.waitFor({ state: 'detached' });
  const nordhavn = page.getByRole('textbox', { name: 'Has an auditor of Nordhavn Freight' });
  await page.waitForFunction((cell) => cell.value === 'yes', await nordhavn.elementHandle());
  await accessible(page, 'the values');

  tell('a customer type');
  await page.getByText('Customer types', { exact: true }).click();
  await page.getByRole('button', { name: 'Add a type' }).click();
  await page.keyboard.type('Must answer the auditor');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByRole('combobox', { name: 'Sign of rule 1' }).fill('Has an auditor');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText(/^Hold for \d accounts/).waitFor();
  // The list of the box lies outside of the page's landmarks until it has closed.
  await page.getByRole('listbox').waitFor({ state: 'hidden' });
  await accessible(page, 'a customer type');
  await page.getByRole('button', { name: 'Save' }).click();
  const handle = page.getByRole('button', { name: /^Move “Must answer the auditor”, place 8/ });
  await handle.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('button', { name: /^Move “Must answer the auditor”, place 7/ }).waitFor();
  await page.getByRole('button', { name: 'Look for types' }).click();
  await page.getByText('14 accounts are too few to suggest a type.').waitFor();
  await switchTheme(page);
  await accessible(page, 'the customer types in the dark');

  tell('a question');
  await goTo('Go to what was learned');
  await page.getByRole('button', { name: 'Ask a question' }).click();
  await page.keyboard.type('Who signs for a late load?');
  await page.getByRole('textbox', { name: 'For which team, if not for us' }).fill('Product');
  await page.getByRole('combobox', { name: 'Ask', exact: true }).click();
  await page.getByRole('option', { name: 'every account' }).click();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Question noted').waitFor();
  await page
    .getByRole('searchbox', { name: 'Find questions and insights' })
    .fill('late load nordhavn');
  const answer = page.getByRole('button', { name: 'Answer “Who signs for a late load?”' });
  await answer.first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('article').length === 1);
  await answer.click();
  await page.keyboard.type('The shift lead, and he is never asked.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('The shift lead, and he is never asked.').waitFor();
  await page
    .getByRole('button', { name: 'Add an insight from “Who signs for a late load?”' })
    .click();
  await page.keyboard.type('The one who signs is never in the room.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Product: to tell' }).waitFor();
  await accessible(page, 'what was learned, in the dark');

  tell('the digest');
  await page.getByRole('button', { name: 'A team’s digest' }).click();
  const digest = page.getByRole('dialog', { name: 'A team’s digest' });
  await digest.getByRole('combobox', { name: 'Team' }).click();
  await page.getByRole('option', { name: 'Product' }).click();
  const text = await digest.getByRole('region', { name: 'The digest' }).textContent();
  assert.match(text, /## New\s+- The one who signs is never in the room\. — Nordhavn Freight/);
  assert.match(text, /The shift lead, and he is never asked\./);
  assert.doesNotMatch(text, /€|EUR|@/);
  assert.match(
    await digest.getByRole('link', { name: 'Write a mail' }).getAttribute('href'),
    /^mailto:\?subject=What%20we%20learned/,
  );
  await digest.getByRole('button', { name: 'Mark 1 as told' }).click();
  await digest.getByText('Told in this period').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Product, told/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Product: to tell' }).waitFor();
}
