import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { PluginFolder } from './plugin-folder.ts';

test('modules are named and loaded from every level; tests and declarations are left out', async () => {
  const path = await mkdtemp(join(tmpdir(), 'plugin-folder-'));
  await mkdir(join(path, 'c'));
  for (const file of ['b.ts', 'c/d.ts', 'a.ts', 'a.test.ts', 'a.d.ts', 'README.md'])
    await writeFile(join(path, file), 'export default 1;');
  const folder = new PluginFolder<number>(pathToFileURL(`${path}/`));
  assert.deepEqual(folder.names(), ['a', 'b', 'd']);
  assert.equal(await folder.load('a'), 1);
  assert.equal(await folder.load('d'), 1);
  await assert.rejects(folder.load('c'));
  await writeFile(join(path, 'c', 'a.ts'), 'export default 1;');
  assert.throws(() => new PluginFolder<number>(pathToFileURL(`${path}/`)).names(), /two modules are named "a"/u);
  await rm(path, { recursive: true });
});
