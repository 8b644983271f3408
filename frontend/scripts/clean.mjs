// Empties dist, all but .gitkeep: the Go program embeds the folder and does not
// compile without a file in it.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';

const dist = new URL('../dist/', import.meta.url);
mkdirSync(dist, { recursive: true });
for (const name of readdirSync(dist)) {
  if (name !== '.gitkeep') rmSync(new URL(name, dist), { recursive: true, force: true });
}
writeFileSync(new URL('.gitkeep', dist), '');
