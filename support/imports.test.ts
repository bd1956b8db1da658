import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from './harness/catalogue/catalogue.ts';

/**
 * Which folders a folder may import from. Imports go one way: the code that composes a run imports its parts. Tests and
 * `testing` folders may import anything.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  certificates: [],
  'exclusive-lock': [],
  'oss-api': [],
  'plugin-folder': [],
  client: ['certificates', 'oss-api'],
  'fault-proxy': ['certificates'],
  'reference-store': ['certificates', 'exclusive-lock', 'oss-api', 'plugin-folder'],
  harness: ['client', 'oss-api'],
  reporting: ['client', 'harness'],
  recordings: ['client', 'harness'],
  ossutil: ['client', 'harness', 'plugin-folder', 'reporting'],
  steps: ['client', 'harness', 'ossutil', 'recordings'],
  run: ['client', 'exclusive-lock', 'harness', 'recordings', 'reference-store'],
  assurance: [
    'certificates',
    'client',
    'fault-proxy',
    'harness',
    'ossutil',
    'plugin-folder',
    'recordings',
    'reference-store',
    'reporting',
    'run',
  ],
  cli: [
    'assurance',
    'certificates',
    'client',
    'fault-proxy',
    'harness',
    'ossutil',
    'plugin-folder',
    'recordings',
    'reference-store',
    'reporting',
    'run',
  ],
  benchmarks: ['cli', 'client', 'harness', 'plugin-folder', 'reference-store', 'reporting', 'run'],
  packaging: [],
};

const root = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports = ['support', 'steps'].flatMap(sources).flatMap(importsOf);

test('folders import only from the folders below them', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [importer, imported] = [folderOf(from), folderOf(to)];
    return importer !== imported && allowed[importer]?.includes(imported) !== true;
  });
  assert.deepEqual(
    wrong.map(({ from, to }) => `${from} imports ${to}`),
    [],
  );
});

test('no files import each other in a circle', () => {
  assert.deepEqual(circles(), []);
});

/** The folders of the harness that serve every family; the others belong to one. */
const general = [
  'background',
  'buckets',
  'catalogue',
  'conversation',
  'evidence',
  'gate',
  'read-after-write',
  'target',
  'verdict',
  'world',
];

test('the general folders of the harness import from no family', () => {
  const wrong = imports.filter(({ from, to }) => {
    const folder = /^support\/harness\/([^/]+)\//u.exec(from)?.[1];
    const imported = /^support\/harness\/([^/]+)\//u.exec(to)?.[1];
    return general.includes(folder ?? '') && imported !== undefined && !general.includes(imported);
  });
  assert.deepEqual(
    wrong.map(({ from, to }) => `${from} imports ${to}`),
    [],
  );
});

test('the general folders of the harness, and support/run, name the sub-resource of no family', async () => {
  const { subResources } = await loadCatalogue();
  // Except `target`, whose capabilities may have the name of a sub-resource.
  const others = general.filter((folder) => folder !== 'target');
  const folders = [...others.map((folder) => `support/harness/${folder}`), 'support/run'];
  const wrong = folders.flatMap(sources).filter((path) => {
    const text = readFileSync(join(root, path), 'utf8').toLowerCase();
    return subResources.some(({ name }) => text.includes(name.toLowerCase()));
  });
  assert.deepEqual(wrong, []);
});

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !isForTests(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

function isForTests(path: string): boolean {
  return /\.(?:test|proof)\.ts$/u.test(path) || path.includes('testing/');
}

function importsOf(from: string): readonly Import[] {
  const text = readFileSync(join(root, from), 'utf8');
  const named = text.matchAll(/^(?:import|export)\b[^;]*?from '(\.[^']+\.ts)'|\bimport\(\s*'(\.[^']+\.ts)'\s*\)/gmu);
  return [...named]
    .map(([, written, awaited]) => normalize(join(dirname(from), written ?? awaited ?? '')).replaceAll('\\', '/'))
    .filter((to) => !isForTests(to))
    .map((to) => ({ from, to }));
}

/** `client`, `harness`, …, or `steps`. */
function folderOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'support' ? second : top;
}

/** Each circle once, as `a → b → a`. */
function circles(): readonly string[] {
  const next = new Map<string, readonly string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file].map((step) => relative('support', step)).join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const imported of next.get(file) ?? []) visit(imported, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}
