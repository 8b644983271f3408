// What a hand with a mouse does to a story: claims and sections are dragged to their place.
import assert from 'node:assert/strict';
import { openPage } from './program.mjs';

/** Drags a grip into an element, to a share of its height. */
async function drag(page, grip, target, share) {
  await grip.scrollIntoViewIfNeeded();
  const from = await grip.boundingBox();
  const x = from.x + from.width / 2;
  const y = from.y + from.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 4, y + 24, { steps: 5 });
  // What was lifted leaves its place, and the target may move up.
  const to = await target.boundingBox();
  await page.mouse.move(x + 12, to.y + to.height * share, { steps: 12 });
  await page.mouse.up();
}

export async function story({ browser, program, tell, opened }) {
  tell('open the sample');
  const one = await openPage(browser, program.address());
  opened.push(one);
  const { page } = one;
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
  await page.getByRole('button', { name: 'Compose story' }).press('Enter');
  const desk = page.getByRole('region', { name: 'Sections and claims' });
  await desk.waitFor();

  const section = (key) => desk.locator(`[data-section="${key}"]`);
  const claimsOf = (key) => section(key).getByRole('button', { name: /^Edit: / });
  const texts = (key) => claimsOf(key).allTextContents();
  const grips = (key) => section(key).getByRole('button', { name: /^Drag: / });
  const undone = async (said) => {
    await page.keyboard.press('Control+z');
    await page.getByText(said).first().waitFor({ state: 'detached' });
  };

  tell('a claim within its section');
  const results = await texts('results');
  assert.ok(results.length > 1, `one claim cannot change places: ${results}`);
  await drag(page, grips('results').first(), claimsOf('results').nth(1), 0.9);
  await page.getByText('Claim moved').waitFor();
  await claimsOf('results').nth(1).filter({ hasText: results[0] }).waitFor();
  assert.equal((await texts('results'))[0], results[1]);
  await undone('Claim moved');
  await claimsOf('results').first().filter({ hasText: results[0] }).waitFor();
  assert.deepEqual(await texts('results'), results);

  tell('a claim to another section');
  const answer = await texts('answer');
  await drag(page, grips('answer').first(), claimsOf('results').first(), 0.8);
  await page.getByText('Claim moved').waitFor();
  await section('results')
    .getByRole('button', { name: `Edit: ${answer[0]}` })
    .waitFor();
  assert.equal((await texts('answer')).length, answer.length - 1);
  assert.equal((await texts('results')).length, results.length + 1);
  await undone('Claim moved');
  await section('answer')
    .getByRole('button', { name: `Edit: ${answer[0]}` })
    .waitFor();

  tell('a section past another');
  const heads = () => desk.locator('[data-section] h2').allTextContents();
  const before = await heads();
  const grip = section('answer').getByRole('button', { name: /^Drag the section/ });
  await drag(page, grip, section('results'), 0.9);
  await page.getByText('Section moved').waitFor();
  const moved = await heads();
  assert.notEqual(moved[0], before[0]);
  assert.deepEqual([...moved].sort(), [...before].sort());
  await undone('Section moved');
  await desk.locator('[data-section] h2').first().filter({ hasText: before[0] }).waitFor();
  assert.deepEqual(await heads(), before);

  tell('Escape puts back what is in the hand');
  const from = await grips('results').first().boundingBox();
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 60, { steps: 6 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  assert.deepEqual(await texts('results'), results);
  assert.equal(await page.getByText('Claim moved').count(), 0);
}
