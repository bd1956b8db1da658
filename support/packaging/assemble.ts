#!/usr/bin/env node
import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { publishedManifest } from './published-manifest.ts';

/**
 * Turns the compiler's output in `dist/` into a package, with the features, the recordings and a manifest. Node does
 * not run TypeScript below `node_modules`, and users of the package have their own Node, so the package contains
 * neither the sources nor the Node of this repository.
 */
const root = new URL('../../', import.meta.url);
const dist = new URL('dist/', root);

for (const folder of [
  'features',
  'docs',
  'targets',
  'support/recordings/documented',
  'support/recordings/reference',
  'support/reporting/page',
])
  await cp(new URL(folder, root), new URL(folder, dist), {
    recursive: true,
    filter: (path) => !basename(path).endsWith('.ts'),
  });
// Its own README uses npx, not npm scripts.
await cp(new URL('README.md', import.meta.url), new URL('README.md', dist));
for (const file of ['CHANGELOG.md', 'LICENSE']) await cp(new URL(file, root), new URL(file, dist));
const manifest = publishedManifest(await readFile(new URL('package.json', root), 'utf8'));
await writeFile(new URL('package.json', dist), manifest);
