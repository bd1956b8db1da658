import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { DirectoryInUse, DirectoryLock } from './directory-lock.ts';

describe('the lock of a data directory', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'directory-lock-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const refused = (): Promise<void> =>
    assert.rejects(DirectoryLock.take(directory), (error) => {
      assert.ok(error instanceof DirectoryInUse);
      assert.match(error.message, /^another store \(process \S+\) works on .*: stop it, .* remove .*lock$/u);
      return true;
    });

  it('keeps a second store away until it is released', async () => {
    const lock = await DirectoryLock.take(directory);
    await refused();
    await lock.release();
    assert.deepEqual(await readdir(directory), []);
    await (await DirectoryLock.take(directory)).release();
  });

  it('keeps away who comes while another process works on the directory', async () => {
    await writeFile(join(directory, 'lock'), `${process.ppid}\n`);
    await refused();
  });

  it('is taken over from a process that is no more', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    await writeFile(join(directory, 'lock'), `${gone}\n`);
    await DirectoryLock.take(directory);
    assert.equal(await readFile(join(directory, 'lock'), 'utf8'), `${process.pid}\n`);
  });

  it('is taken over from an earlier process that had the same id', async () => {
    await writeFile(join(directory, 'lock'), `${process.pid}\n`);
    await (await DirectoryLock.take(directory)).release();
  });

  for (const text of ['', 'nobody\n', '-1\n', '99999999999999999999\n'])
    it(`keeps away who finds ${JSON.stringify(text)} in it`, async () => {
      await writeFile(join(directory, 'lock'), text);
      await assert.rejects(DirectoryLock.take(directory), DirectoryInUse);
    });

  it('is got by one of many that ask at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => DirectoryLock.take(directory)));
    assert.equal(asked.filter(({ status }) => status === 'fulfilled').length, 1);
  });
});
