import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { NewBody } from './new-body.ts';

const [one, two] = [Buffer.from('one, '), Buffer.from('two')];

describe('new body', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'new-body-'));
  });

  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  for (const forced of [false, true]) {
    it(`is written whole, for its owner only, ${forced ? 'forced to the disk' : 'not forced'}`, async () => {
      const body = new NewBody(directory, 'x.body', forced);
      await body.complete([one, two]);
      assert.equal(await readFile(join(directory, 'x.body'), 'utf8'), 'one, two');
      assert.equal((await stat(join(directory, 'x.body'))).mode & 0o777, 0o600);
    });

    it(`is written in parts, ${forced ? 'forced to the disk' : 'not forced'}`, async () => {
      const body = new NewBody(directory, 'x.body', forced);
      assert.equal(await body.append([one]), one.length);
      await body.complete([two]);
      assert.equal(await readFile(join(directory, 'x.body'), 'utf8'), 'one, two');
    });

    it(`may be empty, ${forced ? 'forced to the disk' : 'not forced'}`, async () => {
      await new NewBody(directory, 'x.body', forced).complete([]);
      assert.equal((await stat(join(directory, 'x.body'))).size, 0);
    });

    it(`never replaces a file, ${forced ? 'forced to the disk' : 'not forced'}`, async () => {
      await writeFile(join(directory, 'x.body'), 'older');
      await assert.rejects(new NewBody(directory, 'x.body', forced).complete([one]), /EEXIST/);
      assert.equal(await readFile(join(directory, 'x.body'), 'utf8'), 'older');
    });
  }

  it('leaves nothing when it is discarded, at any time and twice', async () => {
    const unwritten = new NewBody(directory, 'a.body', false);
    const begun = new NewBody(directory, 'b.body', false);
    const complete = new NewBody(directory, 'c.body', true);
    await begun.append([one]);
    await complete.complete([one]);
    for (const body of [unwritten, begun, complete, begun]) await body.discard();
    assert.deepEqual(await readdir(directory), []);
  });
});
