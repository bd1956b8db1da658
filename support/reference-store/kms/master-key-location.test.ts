import assert from 'node:assert/strict';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { masterKeyLocation } from './master-key-location.ts';

describe('master key location', () => {
  it('is outside the data directory, and stays the same when that is moved', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'key-location-'));
    const directory = await mkdtemp(join(parent, 'data-'));
    const location = await masterKeyLocation(directory);
    assert.match(relative(directory, location), /^\.\./);
    const moved = join(parent, 'moved');
    await rename(directory, moved);
    assert.equal(await masterKeyLocation(moved), location);
    await rm(parent, { recursive: true });
  });

  it('is another for another directory, and for one whose id makes no sense', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'key-location-'));
    const [one, other] = [await mkdtemp(join(parent, 'a-')), await mkdtemp(join(parent, 'b-'))];
    await writeFile(join(other, 'id'), '../../escaped');
    assert.notEqual(await masterKeyLocation(one), await masterKeyLocation(other));
    assert.doesNotMatch(await masterKeyLocation(other), /escaped/);
    await rm(parent, { recursive: true });
  });
});
