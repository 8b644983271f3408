// What several stories check.
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';

/** Fails on any finding of axe, at every level of WCAG 2.2 AA. */
export async function accessible(page, where) {
  // Half faded in, a dialog has too little contrast on a busy machine; so have the colours of one
  // theme on their way to the other, which begin to change a frame after they were asked to.
  await page.evaluate(async () => {
    const drawn = () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const fading = () =>
      document
        .getAnimations()
        .filter(
          (one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime < 5000,
        );
    for (await drawn(); fading().length > 0; await drawn()) {
      await Promise.allSettled(fading().map((one) => one.finished));
    }
  });
  // What passed is not listed: a page has thousands of such nodes, and they all travel.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .analyze();
  const words = violations.map(
    (one) => `${one.id}: ${one.help}\n  ${one.nodes.map((node) => node.html).join('\n  ')}`,
  );
  assert.deepEqual(words, [], `${where}: ${words.join('\n')}`);
}

/** Switches the theme by the palette, as a person with a keyboard would. */
export async function switchTheme(page) {
  await page.keyboard.press('Control+k');
  await page
    .getByRole('combobox', { name: 'Search accounts and actions' })
    .fill('Switch between light');
  await page.keyboard.press('Enter');
  await page
    .getByRole('combobox', { name: 'Search accounts and actions' })
    .waitFor({ state: 'detached' });
}

/** Reads the names in the first column, top to bottom. */
export function rowNames(page) {
  return page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })
    .evaluateAll((rows) =>
      rows
        .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
        .map((row) => row.querySelector('[role=gridcell] > div')?.textContent ?? ''),
    );
}
