import assert from 'node:assert/strict';
import { access, mkdtemp, mkdtempDisposable, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DataDirectory } from './data-directory.ts';
import { ObjectStorage } from './object-storage.ts';

describe('object storage', () => {
  it('takes its temporary directory away when it is closed', async () => {
    const directory = await DataDirectory.open();
    await ObjectStorage.open(directory);
    await directory.close();
    await assert.rejects(access(directory.path));
  });

  it('leaves a directory of its owner in place', async () => {
    const path = await mkdtemp(join(tmpdir(), 'object-storage-'));
    const directory = await DataDirectory.open(join(path, 'data'));
    await directory.close();
    await access(join(path, 'data'));
    await rm(path, { recursive: true });
  });

  it('knows without reading again what its buckets hold', async () => {
    await using place = await mkdtempDisposable(join(tmpdir(), 'object-storage-'));
    const directory = await DataDirectory.open(place.path);
    const first = await ObjectStorage.open(directory);
    const upload = { uploadId: 'U', key: 'k', initiated: 0, headers: {}, encryption: null };
    assert.ok(first.isEmpty('bucket'));
    await (await first.bucket('bucket')).uploads.create(upload);
    const restarted = await ObjectStorage.open(directory);
    assert.equal(restarted.isEmpty('bucket'), false);
    assert.deepEqual([...restarted.objects('bucket')], []);
    await directory.close();
  });

  for (const name of ['..', '', 'a/b', 'A']) {
    it(`makes no directory for "${name}"`, async () => {
      const directory = await DataDirectory.open();
      const storage = await ObjectStorage.open(directory);
      await assert.rejects(storage.bucket(name), /is not a bucket name/);
      await directory.close();
    });
  }
});
