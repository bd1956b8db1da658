import assert from 'node:assert/strict';
import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { UnfinishedFile, clearUnfinishedFiles, writeAtomically } from './atomic-file.ts';

describe('atomic file', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'atomic-file-'));
  });

  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  it('holds the written bytes and leaves no other file', async () => {
    await writeAtomically(join(directory, 'rule.json'), Buffer.from('first'));
    await writeAtomically(join(directory, 'rule.json'), Buffer.from('second'));
    assert.equal(await readFile(join(directory, 'rule.json'), 'utf8'), 'second');
    assert.deepEqual(await readdir(directory), ['rule.json']);
  });

  it('keeps the old bytes until the new ones are committed', async () => {
    const path = join(directory, 'body');
    await writeAtomically(path, Buffer.from('old'));
    const file = await UnfinishedFile.create(path);
    await file.handle.writeFile('new');
    assert.equal(await readFile(path, 'utf8'), 'old');
    await file.commit();
    assert.equal(await readFile(path, 'utf8'), 'new');
  });

  it('leaves nothing when a write is aborted', async () => {
    const file = await UnfinishedFile.create(join(directory, 'body'));
    await file.handle.writeFile('half');
    await file.abort();
    await file.abort();
    assert.deepEqual(await readdir(directory), []);
  });

  it('leaves nothing when the name cannot be given', async () => {
    await mkdir(join(directory, 'taken', 'inside'), { recursive: true });
    await assert.rejects(writeAtomically(join(directory, 'taken'), Buffer.from('bytes')));
    assert.deepEqual(await readdir(directory), ['taken']);
  });

  it('clears unfinished files at every depth and nothing else', async () => {
    await mkdir(join(directory, 'a', 'b'), { recursive: true });
    await UnfinishedFile.create(join(directory, 'a', 'b', 'body')).then((file) => file.handle.close());
    await UnfinishedFile.create(join(directory, 'body')).then((file) => file.handle.close());
    await writeFile(join(directory, 'a', 'kept'), '');
    await clearUnfinishedFiles(directory);
    assert.deepEqual((await readdir(directory, { recursive: true })).toSorted(), [
      'a',
      join('a', 'b'),
      join('a', 'kept'),
    ]);
  });
});
