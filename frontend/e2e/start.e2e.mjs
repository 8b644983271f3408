// A workspace file that is open elsewhere, damaged or gone is said in the window,
// with what is kept and the way around it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessible } from './checks.mjs';
import { openPage, startProgram } from './program.mjs';

export async function story({ browser, program, tell, opened }) {
  const first = await openPage(browser, program.address());
  opened.push(first);
  const others = [];
  /** Starts the program on a file and opens its window. */
  const startOn = async (file, options) => {
    const other = await startProgram(file);
    others.push(other);
    const one = await openPage(browser, other.address(), options);
    opened.push(one);
    return one.page;
  };
  try {
    tell('start empty and back up');
    const { page } = first;
    await page.getByRole('button', { name: /start empty/i }).press('Enter');
    await page.getByLabel('What is the workspace called?').fill('Quayside');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Portfolio' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('back up now');
    await page.keyboard.press('Enter');
    await page
      .getByText(/Backed up|backup/i)
      .first()
      .waitFor();
    const file = join(program.home, 'documents/Tendril/Quayside.tendril');
    assert.ok(existsSync(file), `${file} is not there`);

    tell('open elsewhere');
    const held = await startOn(file);
    await held.getByRole('heading', { name: 'This workspace is open elsewhere' }).waitFor();
    for (const colorScheme of ['light', 'dark']) {
      await held.emulateMedia({ colorScheme });
      await accessible(held, `open elsewhere, ${colorScheme}`);
    }
    await held.getByRole('button', { name: 'Open for reading only' }).press('Enter');
    await held.getByRole('heading', { level: 1, name: 'Portfolio' }).waitFor();
    await held.getByText(/Read only/).waitFor();

    tell('damaged');
    await others.pop().stop();
    await first.context.close();
    await program.stop({ keep: true }); // the last to close it leaves all in one file
    const wreck = Buffer.alloc(40_000, 'ruined');
    writeFileSync(file, wreck);
    const damaged = await startOn(file);
    await damaged.getByRole('heading', { name: 'This workspace file is damaged' }).waitFor();
    await damaged
      .getByText(/Quayside recovered\.tendril, can be made from the backup of/)
      .waitFor();
    await accessible(damaged, 'damaged');
    await damaged.getByRole('button', { name: 'Make the new file and open it' }).press('Enter');
    await damaged.getByRole('heading', { level: 1, name: 'Portfolio' }).waitFor();
    await damaged.getByText(/No change is missing/).waitFor();
    assert.ok(readFileSync(file).equals(wreck), 'the damaged file was touched');
    await others.pop().stop();

    tell('gone, in German');
    renameSync(file, `${file}.away`);
    const gone = await startOn(file, { locale: 'de-DE' });
    await gone
      .getByRole('heading', { name: 'Die Arbeitsbereichsdatei liegt nicht mehr an ihrem Ort' })
      .waitFor();
    await gone.getByText(/aus der Sicherung vom/).waitFor();
    await accessible(gone, 'gone');
  } finally {
    for (const other of others) await other.stop();
  }
}
