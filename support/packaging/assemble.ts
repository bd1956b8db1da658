#!/usr/bin/env node
import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { publishedManifest } from './published-manifest.ts';

/**
 * Makes a package of what the compiler wrote into `dist/`: the features, the recordings, and a manifest of its own. Node
 * runs no TypeScript below `node_modules`, and whoever installs the package brings a Node, so that neither the sources
 * nor the Node of this repository are in it.
 */
const root = new URL('../../', import.meta.url);
const dist = new URL('dist/', root);

for (const folder of [
  'features',
  'docs',
  'support/recordings/documented',
  'support/recordings/reference',
  'support/reporting/page',
])
  await cp(new URL(folder, root), new URL(folder, dist), {
    recursive: true,
    filter: (path) => !basename(path).endsWith('.ts'),
  });
for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE']) await cp(new URL(file, root), new URL(file, dist));
const manifest = publishedManifest(await readFile(new URL('package.json', root), 'utf8'));
await writeFile(new URL('package.json', dist), manifest);
