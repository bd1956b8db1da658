import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { KeyRegistry, namedKeys } from './key-registry.ts';
import { openMasterKeyFile, saveMasterKeyFile } from './master-key-file.ts';

const context = Buffer.from('bucket/key');

describe('master key file', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'master-keys-'));
  });

  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  it('gives the same keys when it is opened again', async () => {
    const path = join(directory, 'not', 'yet', 'keys.json');
    const first = await openMasterKeyFile(path);
    const ofService = first.serviceKey.generateDataKey(context);
    const ofKms = first.registry.generateDataKey(namedKeys.enabled, context);
    const second = await openMasterKeyFile(path);
    assert.deepEqual(second.serviceKey.decrypt(ofService.wrapped, context), ofService.plaintext);
    assert.deepEqual(second.registry.decrypt(ofKms.wrapped, context), ofKms.plaintext);
  });

  it('keeps the state of a key that was saved', async () => {
    const path = join(directory, 'keys.json');
    const masterKeys = await openMasterKeyFile(path);
    const keys = masterKeys.registry.keys.map((key) => ({ ...key, state: 'Disabled' as const }));
    await saveMasterKeyFile(path, { ...masterKeys, registry: new KeyRegistry(keys, []) });
    const { registry } = await openMasterKeyFile(path);
    assert.throws(() => registry.generateDataKey(namedKeys.enabled, context), /Disabled/);
  });

  it('is readable by its owner only', async () => {
    const path = join(directory, 'keys.json');
    await openMasterKeyFile(path);
    // Windows knows no such modes.
    const expected = process.platform === 'win32' ? 0o666 : 0o600;
    assert.equal((await stat(path)).mode & 0o777, expected);
  });

  for (const text of ['', '{}', 'not json', '{"serviceKey":"","keys":[],"aliases":[]}']) {
    it(`names the file when it holds ${JSON.stringify(text)}`, async () => {
      const path = join(directory, 'keys.json');
      await writeFile(path, text);
      await assert.rejects(openMasterKeyFile(path), /keys\.json is not a master key file/);
    });
  }
});
