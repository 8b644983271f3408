// A person goes through the decisions ahead by keys, makes a call that the records speak
// against, writes the paper path, takes a step back, and sees what moved since Monday.
import assert from 'node:assert/strict';
import { accessible } from './checks.mjs';
import { fill, goTo, press, tabTo } from './keyboard.mjs';
import { openPage } from './program.mjs';

export const args = ['--sample'];

async function inBothThemes(page, where) {
  for (const theme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: theme });
    await page.waitForFunction(
      (name) => document.documentElement.dataset.mantineColorScheme === name,
      theme,
    );
    await accessible(page, `${where}, ${theme}`);
  }
  await page.emulateMedia({ colorScheme: null });
}

export async function story({ browser, program, tell, opened }) {
  tell('the decisions ahead stand by gate, and the arrow keys go among them');
  const one = await openPage(browser, program.address());
  opened.push(one);
  const { page, settled } = one;
  await page.getByRole('link', { name: 'Renewals' }).press('Enter');
  const board = page.getByRole('group', { name: 'Renewals by gate' });
  await board.getByRole('link', { name: /Brightwell Dairies/ }).focus();
  await page.getByText('Since Monday, 8 Jun: nothing moved in the forecast').waitFor();
  await inBothThemes(page, 'the board');
  await page.keyboard.press('ArrowDown');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  assert.match(await focused(), /^Kestrel Parcel/);
  await page.keyboard.press('ArrowRight');
  assert.match(await focused(), /^Nordhavn Freight/);

  tell('by month they are the same');
  await page.getByRole('radio', { name: 'By month' }).check({ force: true });
  const july = page.getByRole('region', { name: 'July 2026' });
  await july.getByRole('link', { name: 'Brightwell Dairies' }).waitFor();
  await accessible(page, 'the calendar');
  await page
    .getByRole('region', { name: 'August 2026' })
    .getByRole('link', { name: 'Kestrel Parcel' })
    .press('Enter');

  tell('a call that the records speak against needs its reason, and stays beside them');
  await page.getByRole('heading', { name: 'Call and records' }).waitFor();
  await press(page, page.getByText('Why the records say critical'));
  await press(page, page.getByRole('button', { name: 'Make the call' }));
  const form = page.getByRole('form', { name: 'Make the call' });
  await form.getByRole('radio', { name: 'on track' }).check({ force: true });
  assert.equal(await form.getByRole('radio', { name: 'monitor' }).count(), 0);
  await page.keyboard.press('Control+Enter');
  await form.getByRole('alert').waitFor();
  // The refusal is what was asked for: it is no failure of the run.
  assert.match(one.problems.splice(0).join('\n'), /"field":"reason"/);
  await accessible(page, 'the call');
  await fill(
    page,
    form.getByRole('textbox', { name: 'Why' }),
    'Their board said yes by telephone.',
  );
  await page.keyboard.press('Control+Enter');
  await page.getByText('The call is more hopeful than the records.').first().waitFor();
  await page.getByText('Their board said yes by telephone.').waitFor();

  tell('the paper path begins, a step gets its owner and day, and is ticked');
  await press(page, page.getByRole('button', { name: 'Begin with the usual steps' }));
  await press(page, page.getByRole('button', { name: 'Change Legal' }));
  const step = page.getByRole('form', { name: 'Change Legal' });
  await fill(page, step.getByRole('combobox', { name: 'Owner' }), 'Ines Moreau');
  await fill(page, step.getByRole('textbox', { name: 'By' }), '30 Jun 2026');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Ines Moreau, by 30 Jun').waitFor();
  const legal = page.getByRole('checkbox', { name: 'Legal', exact: true });
  await tabTo(page, legal);
  await page.keyboard.press('Space');
  await page.getByText('Ines Moreau, done on 9 Jun').waitFor();
  await settled();
  await page.keyboard.press('Control+z');
  await page.getByText('Ines Moreau, by 30 Jun').waitFor();
  assert.equal(await legal.isChecked(), false);
  await inBothThemes(page, 'a renewal');

  tell('the forecast is written, and says what moved since Monday');
  await press(page, page.getByRole('button', { name: '€60,000' }));
  await page.keyboard.type('70000');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '€70,000' }).waitFor();
  await page.getByRole('link', { name: 'All renewals' }).press('Enter');
  await press(page, page.getByText(/Since Monday, 8 Jun: 1 term moved, \+€10k/));
  await page.getByText('from at risk to likely').waitFor();
  await accessible(page, 'what moved');

  tell('a result begins the term that follows, and one undo takes both back');
  await page.evaluate(() => history.back());
  await press(page, page.getByRole('button', { name: 'Note the result' }));
  const result = page.getByRole('form', { name: 'Note the result' });
  await result.getByRole('combobox', { name: 'How it ended' }).selectOption('contracted');
  await accessible(page, 'the result');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Over: contracted' }).waitFor();
  await settled();
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: /^Decided in 57 days/ }).waitFor();

  tell('the account is written on two sides of paper for who takes it over');
  await goTo(page, 'Write the handover page');
  const asPdf = page.getByRole('menuitem', { name: 'PDF', exact: true });
  await asPdf.waitFor();
  await accessible(page, 'the formats of a handover page');
  const [handover] = await Promise.all([page.waitForEvent('download'), asPdf.press('Enter')]);
  assert.equal(handover.suggestedFilename(), 'Handover Kestrel Parcel.pdf');
  await page.getByText('Written: Handover Kestrel Parcel.pdf').waitFor();
}
