// Runs every *.e2e.mjs beside it, or those whose names are given, two at a time, each
// against a program of its own. A failing step leaves a picture in test-results.
import { mkdirSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { startBrowser, startProgram } from './program.mjs';

const here = import.meta.dirname;
const wanted = process.argv.slice(2);
const files = readdirSync(here)
  .filter((name) => name.endsWith('.e2e.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .sort();
const results = join(here, '../test-results');
mkdirSync(results, { recursive: true });

let failed = 0;
const browser = await startBrowser();

/** Walks one file through a program of its own. */
async function walk(file) {
  const { args = [], story } = await import(join(here, file));
  const program = await startProgram(...args);
  const opened = [];
  const began = Date.now();
  let step = 'start';
  const tell = (words) => {
    step = words;
  };
  try {
    await story({ browser, program, tell, opened });
    const problems = opened.flatMap((one) => one.problems);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    console.log(`ok    ${file}  ${Date.now() - began} ms`);
  } catch (cause) {
    failed += 1;
    console.error(`FAIL  ${file}  at: ${step}\n${cause.stack ?? cause}`);
    for (const [i, { page }] of opened.entries()) {
      await page.screenshot({ path: join(results, `${file}-${i}.png`) }).catch(() => undefined);
    }
  } finally {
    for (const { context } of opened) await context.close().catch(() => undefined);
    await program.stop();
  }
}

try {
  // A walk mostly waits, for the page or for the program: two share a machine well.
  const left = [...files];
  const next = async () => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) await walk(file);
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, next));
} finally {
  await browser.close();
}
if (files.length === 0) {
  console.error('there is nothing to run');
  failed = 1;
}
process.exit(failed === 0 ? 0 : 1);
