// Some registries do not carry the builds of a package for other platforms, and npm then leaves
// them out of the lock file, which `npm ci` refuses everywhere. This puts their entries back.
// Run it after every npm install that changes the lock file.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const platform = /-(android|darwin|freebsd|linux|win32)-([a-z0-9]+)(-musl)?$/;

/** Builds the entry of a package that only another platform installs. */
function entryFor(name, version, dev) {
  const match = platform.exec(name);
  if (match === null)
    throw new Error(`${name} is missing from the lock file and names no platform.`);
  const [, os, cpu, musl] = match;
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev } : {}),
    ...(os === 'linux' ? { libc: [musl ? 'musl' : 'glibc'] } : {}),
    optional: true,
    os: [os],
  };
}

for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [`node_modules/${name}`, `${path}/node_modules/${name}`];
    if (places.some((place) => place in lock.packages)) continue;
    lock.packages[places[0]] = entryFor(name, version, entry.dev);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
