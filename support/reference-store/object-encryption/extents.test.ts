import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { BodyFiles } from '../storage/body-files.ts';
import type { Extent } from '../storage/stored-records.ts';
import type { UnlockedEncryption } from './data-keys.ts';
import { readExtent } from './extent-reader.ts';
import { ExtentWriter, segmentBytes } from './extent-writer.ts';
import { DamagedBodyError } from './segment-cipher.ts';

function encryption(dataAlgorithm: 'AES256' | 'SM4'): UnlockedEncryption {
  const description = { method: 'KMS', dataAlgorithm, keyId: 'key', wrappedDataKey: '' } as const;
  return { description, dataKey: randomBytes(32) };
}

const tagBytes = { AES256: 16, SM4: 32 };
const twoAndABit = 2 * segmentBytes + 100;

describe('extent', () => {
  let directory: string;
  let bodies: BodyFiles;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'extent-'));
    bodies = new BodyFiles(directory, 'none');
  });

  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  async function write(bytes: Buffer, unlocked: UnlockedEncryption | null, chunkBytes = 65_536): Promise<Extent> {
    const writer = new ExtentWriter(bodies, unlocked);
    for (let at = 0; at < bytes.length; at += chunkBytes) await writer.write(bytes.subarray(at, at + chunkBytes));
    return writer.finish();
  }

  async function read(
    extent: Extent,
    unlocked: UnlockedEncryption | null,
    wanted = { offset: 0, length: extent.size },
  ): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of readExtent(bodies, extent, unlocked, wanted)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  async function edit(extent: Extent, change: (bytes: Buffer) => Buffer): Promise<void> {
    const path = join(directory, extent.file);
    await writeFile(path, change(await readFile(path)));
  }

  async function storedBytes(): Promise<number> {
    const [file] = await readdir(directory);
    return file === undefined ? 0 : (await stat(join(directory, file))).size;
  }

  for (const algorithm of ['AES256', 'SM4'] as const) {
    const sealed = segmentBytes + tagBytes[algorithm];

    it(`gives back what was written with ${algorithm}, at all sizes around a segment's end`, async () => {
      for (const size of [0, 1, segmentBytes - 1, segmentBytes, segmentBytes + 1, twoAndABit]) {
        const bytes = randomBytes(size);
        const unlocked = encryption(algorithm);
        for (const chunkBytes of [65_536, 50_021]) {
          const extent = await write(bytes, unlocked, chunkBytes);
          assert.deepEqual(await read(extent, unlocked), bytes);
        }
      }
    });

    it(`stores nothing of the plaintext with ${algorithm}, and never the same ciphertext twice`, async () => {
      const marker = randomBytes(64);
      const unlocked = encryption(algorithm);
      const files = await Promise.all(
        [await write(marker, unlocked), await write(marker, unlocked)].map(({ file }) =>
          readFile(join(directory, file)),
        ),
      );
      assert.ok(files.every((file) => !file.includes(marker.subarray(0, 8))));
      assert.notDeepEqual(files[0], files[1]);
    });

    it(`gives every range around the segments' borders with ${algorithm}`, async () => {
      const bytes = randomBytes(twoAndABit);
      const unlocked = encryption(algorithm);
      const extent = await write(bytes, unlocked);
      const edges = [
        0,
        1,
        segmentBytes - 1,
        segmentBytes,
        segmentBytes + 1,
        2 * segmentBytes,
        twoAndABit - 1,
        twoAndABit,
      ];
      for (const from of edges) {
        for (const to of edges.filter((edge) => edge >= from)) {
          const range = await read(extent, unlocked, { offset: from, length: to - from });
          assert.deepEqual(range, bytes.subarray(from, to), `${from} to ${to}`);
        }
      }
    });

    it(`detects a flipped bit wherever it is with ${algorithm}`, async () => {
      const unlocked = encryption(algorithm);
      const extent = await write(randomBytes(twoAndABit), unlocked);
      const end = twoAndABit + 3 * tagBytes[algorithm];
      const regions = [
        0,
        1,
        segmentBytes - 1,
        segmentBytes,
        sealed - 1,
        sealed,
        2 * sealed - 1,
        2 * sealed,
        end - 40,
        end - 1,
      ];
      for (const at of regions) {
        const flip = (bytes: Buffer): Buffer => {
          bytes[at]! ^= 0x80;
          return bytes;
        };
        await edit(extent, flip);
        await assert.rejects(read(extent, unlocked), DamagedBodyError, `byte ${at}`);
        await edit(extent, flip);
      }
      await read(extent, unlocked);
    });

    it(`detects bytes cut off, added, or in another order with ${algorithm}`, async () => {
      const unlocked = encryption(algorithm);
      const changes: ((bytes: Buffer) => Buffer)[] = [
        (bytes) => bytes.subarray(0, -1),
        (bytes) => bytes.subarray(0, 2 * sealed),
        (bytes) => bytes.subarray(0, sealed),
        () => Buffer.alloc(0),
        (bytes) => Buffer.concat([bytes, Buffer.alloc(1)]),
        (bytes) =>
          Buffer.concat([bytes.subarray(sealed, 2 * sealed), bytes.subarray(0, sealed), bytes.subarray(2 * sealed)]),
        (bytes) => Buffer.concat([bytes.subarray(0, sealed), bytes.subarray(0, sealed), bytes.subarray(2 * sealed)]),
      ];
      for (const change of changes) {
        const extent = await write(randomBytes(twoAndABit), unlocked);
        await edit(extent, change);
        await assert.rejects(read(extent, unlocked), DamagedBodyError);
      }
    });

    it(`does not open another object's segment, or another extent's of the same object, with ${algorithm}`, async () => {
      const [mine, yours] = [encryption(algorithm), encryption(algorithm)];
      const extent = await write(randomBytes(100), mine);
      for (const other of [await write(randomBytes(100), yours), await write(randomBytes(100), mine)]) {
        const foreign = await readFile(join(directory, other.file));
        await edit(extent, () => foreign);
        await assert.rejects(read(extent, mine), DamagedBodyError);
      }
    });
  }

  it('opens only the segments a range needs', async () => {
    const bytes = randomBytes(twoAndABit);
    const unlocked = encryption('AES256');
    const extent = await write(bytes, unlocked);
    await edit(extent, (stored) => stored.fill(0, 0, segmentBytes));
    const last = { offset: 2 * segmentBytes, length: 100 };
    assert.deepEqual(await read(extent, unlocked, last), bytes.subarray(2 * segmentBytes));
    await assert.rejects(read(extent, unlocked), DamagedBodyError);
  });

  it('stores bytes as they are where nothing is to be encrypted', async () => {
    const bytes = randomBytes(twoAndABit);
    const extent = await write(bytes, null, 1013);
    assert.deepEqual(await readFile(join(directory, extent.file)), bytes);
    assert.deepEqual(
      await read(extent, null, { offset: 5, length: segmentBytes }),
      bytes.subarray(5, 5 + segmentBytes),
    );
  });

  it('does not take an encrypted extent for a plain one', async () => {
    const extent = await write(randomBytes(10), encryption('AES256'));
    await assert.rejects(read(extent, null), DamagedBodyError);
  });

  it('waits for the disk: at most two segments of a long body are in memory', async () => {
    const writer = new ExtentWriter(bodies, encryption('AES256'));
    const chunk = randomBytes(65_536);
    for (let count = 0; count < 200; count += 1) {
      await writer.write(chunk);
      const stored = await storedBytes();
      assert.ok(writer.size - stored <= 2 * segmentBytes, `${writer.size} bytes came in, ${stored} were written`);
    }
    await writer.abort();
  });

  it('leaves nothing when it is aborted', async () => {
    const writer = new ExtentWriter(bodies, encryption('AES256'));
    await writer.write(randomBytes(twoAndABit));
    await writer.abort();
    assert.deepEqual(await readdir(directory), []);
  });

  it('reports a body that cannot be written, and leaves nothing', async () => {
    const writer = new ExtentWriter(bodies, null);
    await writer.write(randomBytes(segmentBytes));
    // Ends what the writer writes to, as a failing disk would.
    await writer.abort();
    await writer.write(randomBytes(segmentBytes));
    await assert.rejects(writer.finish(), /closed/);
    assert.deepEqual(await readdir(directory), []);
  });
});
