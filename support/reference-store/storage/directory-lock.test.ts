import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { DirectoryInUse, DirectoryLock } from './directory-lock.ts';

describe('the lock of a data directory', () => {
  let parent = '';
  let directory = '';
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'directory-lock-'));
    directory = mkdtempSync(join(parent, 'data-'));
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  it('keeps a second store out until it is released', () => {
    const lock = DirectoryLock.take(directory);
    assert.throws(
      () => DirectoryLock.take(directory),
      (error) => {
        assert.ok(error instanceof DirectoryInUse);
        assert.match(
          error.message,
          /^another store \(process \d+ of .+\) uses .*; stop it, or give another directory$/u,
        );
        return true;
      },
    );
    lock.release();
    DirectoryLock.take(directory).release();
  });

  it('is one lock, whichever path leads to the directory', () => {
    const link = join(parent, 'link');
    symlinkSync(directory, link);
    const lock = DirectoryLock.take(directory);
    assert.throws(() => DirectoryLock.take(link), DirectoryInUse);
    lock.release();
  });
});
