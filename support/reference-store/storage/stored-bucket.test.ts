import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Refusal } from '../errors/refusal.ts';
import { UnfinishedFile } from './atomic-file.ts';
import { StoredBucket } from './stored-bucket.ts';
import { DamagedRecordError } from './record-files.ts';
import type { ObjectRecord, UploadRecord } from './stored-records.ts';

/** Stores `text` as a body and returns the extent that names it. */
async function body(bucket: StoredBucket, text: string): Promise<{ file: string; size: number; salt: null }> {
  const fresh = bucket.bodies.create();
  await fresh.complete([Buffer.from(text)]);
  return { file: fresh.file, size: text.length, salt: null };
}

async function record(bucket: StoredBucket, key: string, ...texts: string[]): Promise<ObjectRecord> {
  const extents = await Promise.all(texts.map((text) => body(bucket, text)));
  return {
    key,
    type: 'Normal',
    size: texts.join('').length,
    etag: 'E',
    contentMd5: null,
    lastModified: 1,
    headers: {},
    extents,
    encryption: null,
    seal: null,
    uploadId: null,
  };
}

async function put(bucket: StoredBucket, key: string, text: string): Promise<void> {
  const next = await record(bucket, key, text);
  await bucket.objects.replace(key, async () => next);
}

async function text(bucket: StoredBucket, object: ObjectRecord): Promise<string> {
  const handles = await Promise.all(object.extents.map((extent) => bucket.bodies.open(extent.file)));
  const texts = await Promise.all(handles.map((handle) => handle.readFile('utf8')));
  await Promise.all(handles.map((handle) => handle.close()));
  return texts.join('');
}

const upload: UploadRecord = { uploadId: 'U1', key: 'big', initiated: 1, headers: {}, encryption: null };

describe('stored bucket', () => {
  let directory: string;
  let bucket: StoredBucket;
  const restart = (): Promise<StoredBucket> => StoredBucket.open(directory, 'power-cut');

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'stored-bucket-'));
    bucket = await StoredBucket.open(directory, 'power-cut');
  });

  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  it('keeps any key, however odd, through a restart', async () => {
    const keys = [
      'a',
      '..',
      '../..',
      '.',
      '/',
      '%2F',
      '%',
      '+',
      ' ',
      'a\nb',
      'a/b',
      'a/',
      '中文/é',
      '\u{1f600}',
      'CON',
      'k'.repeat(1023),
      '__proto__',
      '\\',
    ];
    for (const key of keys) await put(bucket, key, `body of ${key}`);
    const restarted = await restart();
    assert.equal([...restarted.objects.summaries()].length, keys.length);
    for (const key of keys) {
      const object = await restarted.objects.read(key);
      assert.equal(object && (await text(restarted, object)), `body of ${key}`);
    }
  });

  it('gives a reader the body it began with while the object is replaced and deleted', async () => {
    await put(bucket, 'key', 'old');
    const first = await bucket.objects.borrow('key');
    const second = await bucket.objects.borrow('key');
    await put(bucket, 'key', 'new');
    await bucket.objects.delete('key');
    assert.ok(first && second);
    assert.equal(await text(bucket, first.record), 'old');
    await first.release();
    assert.equal(await text(bucket, second.record), 'old');
    await second.release();
    assert.deepEqual(await readdir(directory), []);
  });

  it('keeps the last of two writers and the body of no other', async () => {
    const [one, other] = [await record(bucket, 'key', 'one'), await record(bucket, 'key', 'other')];
    await Promise.all([
      bucket.objects.replace('key', async () => one),
      bucket.objects.replace('key', async () => other),
    ]);
    const stored = await bucket.objects.read('key');
    assert.equal(stored && (await text(bucket, stored)), 'other');
    assert.equal((await readdir(directory)).length, 2);
  });

  it('keeps the present object where the decision is against the new one', async () => {
    await put(bucket, 'key', 'old');
    const refusal = new Refusal({ status: 409, code: 'No', message: 'no' });
    assert.equal(await bucket.objects.replace('key', async () => refusal), refusal);
    await assert.rejects(
      bucket.objects.replace('key', () => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal((await bucket.objects.read('key'))?.size, 3);
  });

  it('removes at a restart what no record refers to', async () => {
    await put(bucket, 'key', 'kept');
    const before = await readdir(directory);
    await body(bucket, 'of an upload that was killed before its record was written');
    await UnfinishedFile.create(join(directory, 'x')).then((file) => file.handle.close());
    await restart();
    assert.deepEqual(await readdir(directory), before);
  });

  it('does not return a damaged record, keeps every body next to it, and can delete it', async () => {
    await put(bucket, 'good', 'good');
    await put(bucket, 'bad', 'bad');
    await damageRecordOf('bad');
    await assert.rejects(bucket.objects.read('bad'), DamagedRecordError);
    await assert.rejects(bucket.objects.borrow('bad'), DamagedRecordError);
    const restarted = await restart();
    assert.deepEqual(Array.from(restarted.objects.summaries(), ({ key }) => key), ['good']); // prettier-ignore
    await assert.rejects(restarted.objects.read('bad'), DamagedRecordError);
    assert.equal((await readdir(directory)).filter((name) => name.endsWith('.body')).length, 2);
    await restarted.objects.delete('bad');
    assert.equal(await restarted.objects.read('bad'), undefined);
  });

  async function damageRecordOf(key: string): Promise<void> {
    for (const name of await readdir(directory)) {
      const path = join(directory, name);
      const bytes = await readFile(path);
      if (!bytes.includes(`"key":"${key}"`)) continue;
      bytes[80]! ^= 1;
      await writeFile(path, bytes);
    }
  }

  it('keeps uploads and their parts through a restart, with each part as it was last written', async () => {
    await bucket.uploads.create(upload);
    for (const [partNumber, content] of [
      [2, 'two'],
      [1, 'old'],
      [1, 'one'],
    ] as const) {
      const extent = await body(bucket, content);
      assert.ok(await bucket.uploads.addPart('U1', { partNumber, etag: content, lastModified: 1, extent }));
    }
    const restarted = await restart();
    assert.deepEqual(restarted.uploads.list(), [upload]);
    assert.deepEqual(restarted.uploads.parts('U1')?.map(({ etag }) => etag), ['one', 'two']); // prettier-ignore
    assert.equal((await readdir(directory)).filter((name) => name.endsWith('.body')).length, 2);
  });

  it('hands the parts an object names over to it and removes the others', async () => {
    await bucket.uploads.create(upload);
    const [used, unused] = [await body(bucket, 'used'), await body(bucket, 'unused')];
    await bucket.uploads.addPart('U1', { partNumber: 1, etag: '', lastModified: 1, extent: used });
    await bucket.uploads.addPart('U1', { partNumber: 2, etag: '', lastModified: 1, extent: unused });
    const object = { ...(await record(bucket, 'big')), extents: [used], uploadId: 'U1' };
    await bucket.uploads.complete('U1', () => bucket.objects.replace('big', async () => object));
    const restarted = await restart();
    assert.ok(restarted.uploads.isEmpty);
    assert.equal(await text(restarted, object), 'used');
    assert.equal((await readdir(directory)).length, 2);
  });

  it('does not let an upload live on whose object was stored just before a kill', async () => {
    await bucket.uploads.create(upload);
    const extent = await body(bucket, 'part');
    await bucket.uploads.addPart('U1', { partNumber: 1, etag: '', lastModified: 1, extent });
    const object = { ...(await record(bucket, 'big')), extents: [extent], uploadId: 'U1' };
    await bucket.objects.replace('big', async () => object);
    const restarted = await restart();
    assert.ok(restarted.uploads.isEmpty);
    assert.equal(await text(restarted, object), 'part');
    assert.equal((await readdir(directory)).length, 2);
  });

  it('leaves nothing of an aborted upload, and takes no more parts for it', async () => {
    await bucket.uploads.create(upload);
    await bucket.uploads.addPart('U1', {
      partNumber: 1,
      etag: '',
      lastModified: 1,
      extent: await body(bucket, 'p'),
    });
    assert.equal(await bucket.uploads.abort('U1'), true);
    assert.equal(await bucket.uploads.abort('U1'), false);
    assert.deepEqual(await readdir(directory), []);
    const late = { partNumber: 2, etag: '', lastModified: 1, extent: { file: 'none', size: 0, salt: null } };
    assert.equal(await bucket.uploads.addPart('U1', late), false);
    assert.equal(await bucket.uploads.complete('U1', () => assert.fail()), undefined);
  });
});
