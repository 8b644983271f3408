// A person finds the accounts of the hour by keys alone: filters, groups, a view of
// one's own, the checks of a principle, and one change for many that is taken back.
import assert from 'node:assert/strict';
import { accessible, switchTheme } from './checks.mjs';
import { openPage } from './program.mjs';

export async function story({ browser, program, tell, opened }) {
  const one = await openPage(browser, program.address());
  opened.push(one);
  const { page } = one;
  await page.getByRole('button', { name: /open the sample portfolio/i }).press('Enter');
  const grid = page.getByRole('grid', { name: 'Portfolio' });
  await page.getByText('Critical: saving comes late').waitFor();

  tell('the checks of a principle lead to where they are mended');
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('p');
  const panel = page.getByRole('dialog', { name: /Principles: / });
  await panel.getByRole('link').first().waitFor();
  assert.match(await panel.getByRole('link').first().getAttribute('href'), /accounts\/.+at=/);
  await accessible(page, 'principles');
  await page.keyboard.press('Escape');

  tell('a filter is added, changed and taken away by keys');
  const add = page.getByRole('button', { name: 'Filter by' });
  await add.press('Enter');
  await page.getByRole('menuitem', { name: 'Risk', exact: true }).press('Enter');
  const editor = page.getByRole('form', { name: 'Risk' });
  await editor.getByRole('checkbox', { name: /At risk/ }).press('Space');
  await page.keyboard.press('Enter');
  const chip = page.getByRole('button', { name: 'Risk: At risk', exact: true });
  await chip.waitFor();
  await page
    .getByRole('status')
    .getByText(/accounts? found/)
    .waitFor();
  assert.match(decodeURIComponent(page.url()), /"field":"risk"/);

  tell('groups have heads that fold');
  await page.getByLabel('Group by').selectOption('csm');
  const head = grid.getByRole('gridcell', { expanded: true }).first();
  await head.waitFor();
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await grid.getByRole('gridcell', { expanded: false }).first().waitFor();
  for (const theme of ['light', 'dark']) {
    tell(`filtered and grouped in ${theme}`);
    await accessible(page, `filtered and grouped, ${theme}`);
    await switchTheme(page);
  }

  tell('the view is saved and chosen again');
  await page.getByRole('button', { name: /^View: / }).press('Enter');
  await page.getByRole('menuitem', { name: 'Save this view' }).press('Enter');
  await page.getByLabel('Name', { exact: true }).fill('My Monday');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'View: My Monday' }).waitFor();
  await chip.press('Delete');
  await page.getByRole('button', { name: 'View: My Monday' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^View: / }).press('Enter');
  await page.getByRole('menuitem', { name: 'My Monday', exact: true }).press('Enter');
  await chip.waitFor();
  await page.getByRole('button', { name: 'View: My Monday' }).press('Enter');
  await page.getByRole('menuitem', { name: 'All accounts' }).press('Enter');
  await page.getByText('Critical: saving comes late').waitFor();

  tell('all are chosen and changed, and one undo takes it back');
  await grid.focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('region', { name: 'Accounts chosen' });
  await bar.getByText('14 accounts chosen').waitFor();
  await accessible(page, 'many chosen');
  await bar.getByRole('button', { name: 'Segment' }).press('Enter');
  await page
    .getByRole('textbox', { name: 'Segment' })
    .or(page.getByRole('combobox', { name: 'Segment' }))
    .fill('Harbours');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Segment set for 14 accounts').waitFor();
  await grid.focus();
  await page.keyboard.press('Control+z');
  await page.getByText(/Undone: Set the segment of 14 accounts/).waitFor();

  tell('another column is chosen');
  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  await page.getByRole('checkbox', { name: 'Account owner' }).press('Space');
  await page.keyboard.press('Escape');
  await grid.getByRole('columnheader', { name: 'Account owner' }).waitFor();
}
