import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { ThreadedMd5 } from './threaded-md5.ts';

async function md5Of(chunks: readonly Uint8Array[]): Promise<string> {
  const digest = ThreadedMd5.begin();
  for (const chunk of chunks) await digest.update(chunk);
  return (await digest.finish()).toString('hex');
}

describe('threaded MD5', () => {
  it('is the MD5 of the chunks, several at a time', async () => {
    const bodies = Array.from({ length: 4 }, (_, n) => Array.from({ length: 100 * n }, () => randomBytes(70_000)));
    const expected = bodies.map((chunks) => createHash('md5').update(Buffer.concat(chunks)).digest('hex'));
    assert.deepEqual(await Promise.all(bodies.map(md5Of)), expected);
  });

  it('leaves alone what a chunk shares its memory with', async () => {
    const whole = Buffer.from('0123456789');
    const expected = createHash('md5').update('234').digest('hex');
    assert.equal(await md5Of([whole.subarray(2, 5)]), expected);
    assert.equal(whole.toString(), '0123456789');
  });

  it('can be abandoned at any time', async () => {
    const digest = ThreadedMd5.begin();
    await digest.update(randomBytes(1000));
    digest.abandon();
    assert.equal(await md5Of([]), createHash('md5').digest('hex'));
    digest.abandon();
  });
});
