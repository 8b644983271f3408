// Fails where a component asks its style sheet for a class that the sheet has not: that
// is no error anywhere else, and what it should have drawn is missing, unseen.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const source = join(import.meta.dirname, '../src');

/** Returns the class names that a file asks of its style sheets and that these have not. */
function missing(file) {
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)];
  return imports.flatMap(([, name, path]) => {
    const sheet = path.startsWith('@/')
      ? join(source, path.slice(2))
      : resolve(dirname(file), path);
    const rules = readFileSync(sheet, 'utf8').matchAll(/\.([A-Za-z_][\w-]*)/g);
    const known = new Set([...rules].map(([, one]) => one));
    const asked = text.matchAll(new RegExp(`\\b${name}\\['([^']+)'\\]`, 'g'));
    return [...asked].flatMap(([, one]) => (known.has(one) ? [] : [`${file}: ${one}`]));
  });
}

const files = readdirSync(source, { recursive: true })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(source, name));
const found = files.flatMap(missing);
if (files.length < 100) found.push(`only ${files.length} files were found in ${source}`);
for (const one of found) console.error(`no such class in its style sheet: ${one}`);
process.exit(found.length === 0 ? 0 : 1);
