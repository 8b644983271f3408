// A person takes notes by keyboard from another screen, writes the recap, drops a mail, marks
// it as answered, looks at the people, and takes it back.
import assert from 'node:assert/strict';
import { accessible, switchTheme } from './checks.mjs';
import { goTo } from './keyboard.mjs';
import { openPage } from './program.mjs';

const notes = [
  '@ Mette, Ruth Penhale (Harbour master)',
  '? What held the last truck?',
  '= The papers, again',
  '! Papers have no owner at night',
  '> us: send the report by 30 Jun',
  '# late 4',
  'Coffee was cold.',
].join('\n');

/** Drops files on an account, as the file manager would. */
async function drop(page, files) {
  const data = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const [name, text] of list) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  const title = page.getByRole('heading', { level: 1 });
  await title.dispatchEvent('dragover', { dataTransfer: data });
  await title.dispatchEvent('drop', { dataTransfer: data });
}

const mail = [
  'From: Mette Lindqvist <mette.lindqvist@nordhavn.example>',
  'To: ines.moreau@quayside.example, Nils New <nils.new@nordhavn.example>',
  'Subject: When do we hear about Aarhus?',
  'Date: Mon, 8 Jun 2026 10:00:00 +0200',
  '',
  'The board asks.',
].join('\r\n');

export async function story({ browser, program, tell, opened }) {
  const one = await openPage(browser, program.address());
  opened.push(one);
  const { page } = one;
  await page.getByRole('button', { name: /open the sample portfolio/i }).press('Enter');
  await page.getByText('Nordhavn Freight').first().waitFor();

  tell('notes become records beside them, and nothing is saved yet');
  await goTo(page, 'Nordhavn Freight');
  await page.getByRole('heading', { level: 1, name: 'Nordhavn Freight' }).waitFor();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Capture' });
  await dialog.getByRole('textbox', { name: 'Notes' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.insertText(notes);
  const preview = dialog.getByRole('region', { name: 'What it becomes' });
  await preview.getByText('Ruth Penhale (new)').waitFor();
  await preview.getByText(/goes by that name/).waitFor();
  await accessible(page, 'capture');

  tell('a draft outlives the dialog');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('c');
  await dialog.getByText('This is the draft you left').waitFor();
  await preview.getByText('Ruth Penhale (new)').waitFor();

  tell('a line is left out, and the rest is saved with its recap');
  await dialog.getByRole('button', { name: /^Leave out.*Papers have no owner/ }).press('Enter');
  await preview.getByText(/Papers have no owner at night \(stays in words\)/).waitFor();
  await page.keyboard.press('Control+Shift+Enter');
  const recap = page.getByRole('dialog', { name: 'Recap mail' });
  await recap.getByRole('textbox', { name: 'Mail', exact: true }).waitFor();
  const words = await recap.getByRole('textbox', { name: 'Mail', exact: true }).inputValue();
  assert.match(words, /send the report, by 30 Jun 2026/);
  assert.doesNotMatch(words, /Papers have no owner|Coffee/);
  await recap.getByText('Deutsch').click();
  assert.match(
    await recap.getByRole('textbox', { name: 'Mail', exact: true }).inputValue(),
    /Das übernehmen wir/,
  );
  await accessible(page, 'recap');
  await page.keyboard.press('Escape');

  tell('a dropped mail is shown before it is taken in');
  await drop(page, [
    ['aarhus.eml', mail],
    ['broken.ics', 'no calendar'],
  ]);
  const letters = page.getByRole('dialog', { name: 'Mails and meetings' });
  await letters.getByRole('button', { name: 'Nils New (new)', pressed: true }).waitFor();
  await letters.getByRole('alert').waitFor();
  await letters.getByRole('textbox', { name: 'Answer owed by' }).fill('10 Jun');
  await accessible(page, 'mails');
  await page.keyboard.press('Control+Enter');
  await letters.waitFor({ state: 'detached' });

  tell('a message is marked as answered by one key, and one undo takes it back');
  const row = page.getByRole('article', { name: /When do we hear about Aarhus/ });
  await row.getByText(/Answer by 10/).waitFor();
  await row.focus();
  await page.keyboard.press('a');
  await row.getByText('Answered in 1 day').waitFor();
  await page.keyboard.press('Control+z');
  await row.getByText(/Answer by 10/).waitFor();
  for (const theme of ['light', 'dark']) {
    await accessible(page, `conversations, ${theme}`);
    await switchTheme(page);
  }

  tell('the people, and what hangs on who has left');
  await page.getByRole('link', { name: 'People', exact: true }).press('Enter');
  await page
    .getByRole('button', { name: /Nils New/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: /Anders Holm.*hangs on them/ }).press('Enter');
  await page.getByText('What hung on them and needs somebody else').waitFor();
  for (const theme of ['light', 'dark']) {
    await accessible(page, `people, ${theme}`);
    await switchTheme(page);
  }

  tell('one who left is forgotten, and what hung on them is not');
  await page.getByRole('button', { name: 'Forget this person…' }).press('Enter');
  const asked = page.getByRole('dialog', { name: 'Forget Anders Holm' });
  await asked.getByText(/^\d+ records?$/).waitFor();
  await accessible(page, 'forgetting a person');
  await asked.getByRole('button', { name: 'Forget for good' }).press('Enter');
  const done = page.getByRole('dialog', { name: 'Anders Holm is forgotten' });
  await done.getByRole('button', { name: 'Done' }).press('Enter');
  await done.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /Former contact.*hangs? on them/ }).waitFor();
  assert.equal(await page.getByText(/Anders Holm/).count(), 0);
}
