import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ModuleFolder } from './module-folder.ts';

test('its modules are named and loaded; tests and declarations are none', async () => {
  const path = await mkdtemp(join(tmpdir(), 'module-folder-'));
  for (const file of ['b.ts', 'a.ts', 'a.test.ts', 'a.d.ts', 'README.md'])
    await writeFile(join(path, file), 'export default 1;');
  const folder = new ModuleFolder<number>(pathToFileURL(`${path}/`));
  assert.deepEqual(folder.names(), ['a', 'b']);
  assert.equal(await folder.load('a'), 1);
  await assert.rejects(folder.load('c'));
  await rm(path, { recursive: true });
});
