import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Target } from './target.ts';
import { readTargetFile } from './target-file.ts';

const folder = fileURLToPath(new URL('../../../targets/', import.meta.url));
const names = readdirSync(folder);

/** Every variable that the text refers to. */
function environmentOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => [name, 'value']));
}

function example(name: string): Target {
  return readTargetFile(join(folder, name), environmentOf(readFileSync(join(folder, name), 'utf8')));
}

describe('the example targets', () => {
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8');

    test(`${name} can be used unchanged`, () => {
      const { kind, principals } = readTargetFile(join(folder, name), environmentOf(text));
      assert.deepEqual([kind, principals.owner.accessKeyId], ['endpoint', 'value']);
      assert.match(text, new RegExp(`^#   npm start -- --target targets/${name}`, 'mu'));
    });
  }

  test('show known deviations and a data directory in comments that can be used', (t) => {
    const own = readFileSync(join(folder, 'private-store.yaml'), 'utf8');
    const path = join(mkdtempSync(join(tmpdir(), 'example-target-')), 'private-store.yaml');
    t.after(() => rmSync(dirname(path), { recursive: true }));
    writeFileSync(path, own.replaceAll(/^# ((?:atRest|expected):.*| {2}(?:- | {2})\w+:.*)$/gm, '$1'));
    const { atRest, expected } = readTargetFile(path, environmentOf(own));
    assert.deepEqual([atRest?.directory, expected.map(({ clause }) => clause)], ['/var/lib/acme', ['PBE-26']]);
  });

  test('declare what they are about', () => {
    const [cloud, own, aes256] = ['public-cloud.yaml', 'private-store.yaml', 'aes256-only.yaml'].map(example);
    assert.deepEqual([cloud?.addressing, own?.addressing], ['virtual', 'path']);
    assert.ok(cloud?.capabilities.includes('v1') === false && own?.capabilities.includes('v1'));
    assert.ok(aes256?.capabilities.includes('kms') === false && aes256.capabilities.includes('encryption'));
  });
});
