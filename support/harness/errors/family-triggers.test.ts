import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { errorTriggers } from './error-triggers.ts';
import { loadErrorTriggers } from './family-triggers.ts';

async function familiesWith(t: TestContext, codes: Readonly<Record<string, string>>): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'families-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [family, code] of Object.entries(codes)) {
    await mkdir(join(folder, family));
    const triggers = `export const errorTriggers = { ${code}: async () => undefined };\n`;
    await writeFile(join(folder, family, 'error-triggers.ts'), triggers);
  }
  return pathToFileURL(`${folder}/`);
}

test('the triggers of this suite are among those of all families', async () => {
  const loaded = await loadErrorTriggers();
  for (const [code, trigger] of Object.entries(errorTriggers)) assert.equal(loaded[code], trigger);
});

test('a family adds its own triggers', async (t) => {
  const loaded = await loadErrorTriggers(await familiesWith(t, { errors: 'NoSuchBucket', tagging: 'InvalidTag' }));
  assert.deepEqual(Object.keys(loaded), ['NoSuchBucket', 'InvalidTag']);
});

test('two families must not trigger the same error', async (t) => {
  const families = await familiesWith(t, { errors: 'InvalidTag', tagging: 'InvalidTag' });
  await assert.rejects(loadErrorTriggers(families), /two families trigger the error InvalidTag/u);
});
