import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { filesHolding } from './at-rest-search.ts';

/** 64 bytes, the same in every run: by chance, the byte next to a part of the marker might continue it. */
const bytesOf = (seed: string): Buffer => hash('sha512', seed, 'buffer');

const marker = bytesOf('marker');
let directory = '';

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'at-rest-'));
});
after(async () => {
  await rm(directory, { recursive: true, force: true });
});

const noise = Buffer.concat(Array.from({ length: 50 }, (_, index) => bytesOf(`noise ${index}`)));
const around = (trace: Buffer | string): Buffer => Buffer.concat([noise, Buffer.from(trace), noise]);

const traces: readonly (readonly [what: string, content: Buffer, isTrace: boolean])[] = [
  ['the plaintext', around(marker), true],
  ['sixteen bytes of it', around(marker.subarray(31, 47)), true],
  ['fifteen bytes of it', around(marker.subarray(31, 46)), false],
  ['its hexadecimal form', around(marker.toString('hex')), true],
  ['its upper-case hexadecimal form', around(marker.toString('hex').toUpperCase()), true],
  ['its base64', around(marker.toString('base64')), true],
  ['its base64 behind one byte', around(Buffer.concat([noise.subarray(0, 1), marker]).toString('base64')), true],
  ['its base64 behind two bytes', around(Buffer.concat([noise.subarray(0, 2), marker]).toString('base64')), true],
  ['the plaintext across two chunks', Buffer.concat([Buffer.alloc(1024 * 1024 - 20), marker]), true],
  ['something else', around(bytesOf('something else')), false],
  ['nothing', Buffer.alloc(0), false],
];

for (const [what, content, isTrace] of traces)
  test(`a file that holds ${what} ${isTrace ? 'is found' : 'is not found'}`, async () => {
    const folder = join(directory, what, 'deep', 'er');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'file'), content);
    assert.deepEqual(await filesHolding(join(directory, what), marker), isTrace ? [join(folder, 'file')] : []);
  });
