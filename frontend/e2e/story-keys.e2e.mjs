// Everything of a story is reached by Tab, and what opens gives the focus back.
import assert from 'node:assert/strict';
import { accessible } from './checks.mjs';
import { goTo, hasFocus, press, tabTo } from './keyboard.mjs';
import { openPage } from './program.mjs';

export async function story({ browser, program, tell, opened }) {
  tell('open the sample and compose');
  const one = await openPage(browser, program.address());
  opened.push(one);
  const { page } = one;
  await press(page, page.getByRole('button', { name: /open the sample portfolio/i }));
  await page.getByRole('grid', { name: 'Portfolio' }).waitFor();
  await goTo(page, 'Castellan Ports');
  await page.getByRole('heading', { level: 1, name: 'Castellan Ports' }).waitFor();
  await press(page, page.getByRole('link', { name: 'Value', exact: true }));
  await press(page, page.getByRole('button', { name: 'Compose story' }));
  const desk = page.getByRole('region', { name: 'Sections and claims' });
  const sheet = page.getByRole('region', { name: 'The page as it prints' });
  await desk.waitFor();
  await sheet.getByText('Castellan Ports').first().waitFor();

  const back = async (what) => {
    await what.and(page.locator(':focus')).waitFor({ timeout: 5000 });
  };

  tell('the title');
  const title = page.getByRole('textbox', { name: /title/i });
  await tabTo(page, title);
  const named = await title.inputValue();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Room at the berth');
  await page.keyboard.press('Escape');
  assert.equal(await title.inputValue(), named);

  tell('the document');
  const options = page.getByRole('button', { name: /^The document: / });
  await press(page, options);
  const shown = page.getByRole('region', { name: 'The document' });
  await shown.waitFor();
  await tabTo(page, shown.getByRole('combobox', { name: 'Language and numbers' }));
  await page.keyboard.press('Escape');
  await shown.waitFor({ state: 'detached' });
  await back(options);

  tell('composing again');
  const again = page.getByRole('button', { name: /^Compose again/ });
  await press(page, again);
  const offers = page.getByRole('dialog', { name: 'What composing again would do' });
  await offers.waitFor();
  await page.keyboard.press('Escape');
  await offers.waitFor({ state: 'detached' });
  await back(again);

  tell('the ways out');
  const out = page.getByRole('button', { name: 'Export', exact: true });
  await press(page, out);
  await page.getByRole('menuitem', { name: 'PDF' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await back(out);

  tell('a section and its heading');
  const section = desk.getByRole('button', { name: /^Results by outcome/ });
  await tabTo(page, section);
  const heading = desk.getByRole('button', { name: /^Edit the heading/ }).first();
  await press(page, heading, 'Enter', { back: true });
  const field = desk.getByRole('textbox', { name: 'Heading of the section' });
  await back(field);
  await page.keyboard.press('Escape');
  await back(heading);
  const dots = desk.getByRole('button', { name: 'What to do with Results by outcome' });
  await press(page, dots);
  await page.getByRole('menuitem', { name: 'Take out of the story' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await back(dots);

  tell('a claim, and back to it');
  const claim = desk.getByRole('button', { name: /^Edit: / }).first();
  await press(page, claim, 'Enter', { back: true });
  const words = desk.getByRole('textbox', { name: 'Words of the claim' });
  await back(words);
  await tabTo(page, desk.getByRole('button', { name: 'Strong' }));
  await page.keyboard.press('Escape');
  await words.waitFor({ state: 'detached' });
  await back(claim);

  tell('what proves it, and back');
  const chip = desk.getByRole('button', { name: /^(Benefit|Measure): / }).first();
  await press(page, chip);
  const proof = page.getByRole('dialog', { name: 'What proves this claim' });
  await proof.waitFor();
  await page.keyboard.press('Escape');
  await proof.waitFor({ state: 'detached' });
  await back(chip);

  tell('a new claim begun and left');
  const add = desk.getByRole('button', { name: /^New claim in / }).first();
  await press(page, add);
  await back(words);
  await page.keyboard.press('Escape');
  await words.waitFor({ state: 'detached' });
  await back(add);

  tell('a new section begun and left');
  const fresh = desk.getByRole('button', { name: 'New section' });
  await press(page, fresh);
  await back(field);
  await page.keyboard.press('Escape');
  await back(fresh);

  tell('the page scrolls by keys');
  await tabTo(page, sheet);
  assert.ok(await hasFocus(sheet));

  for (const [width, height] of [
    [960, 600],
    // Twice as large in a window of 1440 by 900.
    [720, 450],
  ]) {
    tell(`${width} by ${height}`);
    await page.setViewportSize({ width, height });
    await tabTo(page, claim);
    await tabTo(page, out);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(wide <= 0, `the window scrolls sideways by ${wide}`);
    const end = await out.boundingBox();
    assert.ok(end.x + end.width <= width, `the way out ends at ${end.x + end.width} of ${width}`);
    await accessible(page, `story at ${width} by ${height}`);
  }
}
