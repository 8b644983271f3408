// Names the tests that were skipped for want of a program, and counts the rest,
// from the JSON that `go test` writes.
import { readFileSync } from 'node:fs';

const counts = { pass: 0, fail: 0, skip: 0 };
const output = new Map();
const skipped = [];
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  if (!line.startsWith('{')) continue;
  const event = JSON.parse(line);
  if (!event.Test) continue;
  const key = `${event.Package} ${event.Test}`;
  if (event.Action === 'output') output.set(key, (output.get(key) ?? '') + event.Output);
  if (event.Action in counts) counts[event.Action] += 1;
  if (event.Action === 'skip') {
    const reason = /: (needs [^\n]*|[^\n]*)\n--- SKIP/.exec(output.get(key) ?? '')?.[1] ?? 'no reason given';
    skipped.push(`${event.Test}: ${reason.trim()}`);
  }
}
for (const line of skipped) console.log(`not tested here: ${line}`);
console.log(`${counts.pass} passed, ${counts.fail} failed, ${counts.skip} skipped`);
