// Fails when the built window would load anything from elsewhere: a stylesheet,
// a script or a font with an address of its own, or a script inside the page.
import { readdirSync, readFileSync } from 'node:fs';

const dist = new URL('../dist/', import.meta.url);
const html = readFileSync(new URL('index.html', dist), 'utf8');
const problems = [];
if (/<script(?![^>]*\bsrc=)[^>]*>/.test(html)) problems.push('index.html holds an inline script');
for (const [, address] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
  if (!address.startsWith('./')) problems.push(`index.html loads ${address}`);
}
for (const name of readdirSync(new URL('assets/', dist))) {
  if (!name.endsWith('.css')) continue;
  const css = readFileSync(new URL(`assets/${name}`, dist), 'utf8');
  for (const [, address] of css.matchAll(/url\(\s*["']?(https?:[^)"']+)/g)) {
    problems.push(`${name} loads ${address}`);
  }
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
