// What a person does who has a keyboard and no mouse.
import assert from 'node:assert/strict';

/**
 * Presses Tab until `target` has the focus. What Tab never reaches fails the run: a
 * script that gives the focus by itself would not notice.
 */
export async function tabTo(page, target, { back = false, most = 150 } = {}) {
  await target.first().waitFor();
  for (let i = 0; i <= most; i += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  const here = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  assert.fail(`${most} times Tab do not reach ${target}; the focus is on ${here}`);
}

/** Goes to `target` by Tab and presses a key there. */
export async function press(page, target, key = 'Enter', options = {}) {
  await tabTo(page, target, options);
  await page.keyboard.press(key);
}

/** Goes to a field by Tab and types over what it holds. */
export async function fill(page, target, text, options = {}) {
  await tabTo(page, target, options);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Goes to a list of choices by Tab and types the beginning of the one wanted. */
export async function choose(page, target, label) {
  await tabTo(page, target);
  await page.keyboard.type(label);
  assert.equal(await target.evaluate((select) => select.selectedOptions[0]?.textContent), label);
}

/** Opens what the palette finds first for `words`. */
export async function goTo(page, words) {
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: 'Search accounts and actions' });
  await search.and(page.locator(':focus')).waitFor();
  await page.keyboard.type(words);
  await page
    .getByRole('option', { name: new RegExp(words) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await search.waitFor({ state: 'detached' });
}

/** Says whether one of what `target` finds has the focus. */
export async function hasFocus(target) {
  return target.evaluateAll((elements) =>
    elements.some((element) => element === document.activeElement),
  );
}

/** Waits until a field has the focus: letters typed before it opens go nowhere. */
export async function fieldReady(page) {
  await page.locator('input:focus, textarea:focus, [contenteditable=true]:focus').waitFor();
}
