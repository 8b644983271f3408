// Writes app/desktop/licences.json: every part that is inside the programs, its
// version, its licence and the licence's text. Run it by `make licences` after a
// dependency changed; a Go test says when that was forgotten.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const texts = [];
const parts = [];

/** Names a licence by what its text says. */
function nameOf(text) {
  const has = (words) => text.replace(/\s+/g, ' ').toLowerCase().includes(words);
  if (has('apache license') && has('version 2.0')) return 'Apache-2.0';
  if (has('mozilla public license') && has('version 2.0')) return 'MPL-2.0';
  if (has('sil open font license')) return 'OFL-1.1';
  if (has('permission to use, copy, modify, and/or distribute') || has('permission to use, copy, modify, and distribute this software')) return has('provided that the above') ? 'ISC' : '0BSD';
  if (has('redistribution and use in source and binary forms')) {
    return has('neither the name') ? 'BSD-3-Clause' : 'BSD-2-Clause';
  }
  if (has('permission is hereby granted, free of charge')) return 'MIT';
  if (has('unlicense') || has('public domain')) return 'Unlicense';
  return '';
}

function add(name, version, text, said) {
  const licence = said || nameOf(text);
  if (licence === '') throw new Error(`${name} ${version}: its licence is not known`);
  const clean = text.replace(/\r\n/g, '\n').trim();
  let at = texts.indexOf(clean);
  if (at < 0) at = texts.push(clean) - 1;
  parts.push({ name, version, licence, text: at });
}

/** Reads the texts of a folder: licences and notices. */
function licenceIn(dir) {
  const names = readdirSync(dir)
    .filter((name) => /^(licen[cs]e|copying|notice|unlicense)/i.test(name) && !/\.(go|js|ts)$/.test(name))
    .sort();
  return names.map((name) => readFileSync(join(dir, name), 'utf8').trim()).join('\n\n');
}

// Go: the modules that any of the programs links, on any system that we ship for.
const modules = new Map();
for (const [system, tags] of [
  ['linux', ''],
  ['linux', 'desktop,production,webkit2_41'],
  ['darwin', 'desktop,production'],
  ['windows', 'desktop,production'],
]) {
  const listed = execFileSync(
    'go',
    ['list', '-deps', '-tags', tags, '-f', '{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}', '.', './app/tendrilctl'],
    { cwd: root, env: { ...process.env, GOOS: system, CGO_ENABLED: system === 'linux' && tags === '' ? '0' : '1' }, encoding: 'utf8' },
  );
  for (const line of listed.split('\n').filter(Boolean)) {
    const [path, version, dir] = line.split('\t');
    modules.set(path, { version, dir });
  }
}
for (const [path, { version, dir }] of [...modules].sort(([a], [b]) => a.localeCompare(b))) {
  if (!dir) throw new Error(`${path} is not downloaded: run go mod download`);
  add(path, version, licenceIn(dir));
}
const goRoot = execFileSync('go', ['env', 'GOROOT'], { cwd: root, encoding: 'utf8' }).trim();
const goVersion = /^go (\S+)/m.exec(readFileSync(join(root, 'go.mod'), 'utf8'))?.[1] ?? '';
add('Go standard library', goVersion, licenceIn(goRoot), 'BSD-3-Clause');

// npm: what the window's code imports, and what that imports in turn.
const lock = JSON.parse(readFileSync(join(root, 'frontend/package-lock.json'), 'utf8')).packages;
for (const [path, entry] of Object.entries(lock).sort(([a], [b]) => a.localeCompare(b))) {
  const dir = join(root, 'frontend', path);
  if (path === '' || entry.dev || entry.devOptional || entry.optional || !existsSync(dir)) continue;
  const text = licenceIn(dir);
  const said = entry.license ?? JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')).license ?? '';
  add(path.replace(/^.*node_modules\//, ''), entry.version, text || `Licence: ${said}`, said);
}

// The fonts in the documents.
const fonts = join(root, 'internal/document/pdf/fonts');
for (const file of readdirSync(fonts).filter((name) => name.startsWith('LICENSE-')).sort()) {
  add(`Font ${file.slice(8, -4)}`, '', readFileSync(join(fonts, file), 'utf8'));
}

parts.sort((a, b) => a.name.toLowerCase().localeCompare(b.name.toLowerCase()) || a.version.localeCompare(b.version));
const out = join(root, 'app/desktop/licences.json');
writeFileSync(out, `${JSON.stringify({ parts, texts }, null, 1)}\n`);
console.log(`${parts.length} parts, ${texts.length} texts in app/desktop/licences.json`);
