import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { UnfinishedFile } from './atomic-file.ts';
import { BucketContents } from './bucket-contents.ts';
import { DamagedRecordError } from './record-files.ts';
import type { ObjectRecord, UploadRecord } from './stored-records.ts';

const everything = { prefix: '', marker: '', delimiter: '', maxKeys: 1000 };

/** Stores `text` as a body and gives back the extent that names it. */
async function body(contents: BucketContents, text: string): Promise<{ file: string; size: number; salt: null }> {
  const fresh = await contents.bodies.create();
  await fresh.handle.writeFile(text);
  await contents.bodies.complete(fresh);
  return { file: fresh.file, size: text.length, salt: null };
}

async function record(contents: BucketContents, key: string, ...texts: string[]): Promise<ObjectRecord> {
  const extents = await Promise.all(texts.map((text) => body(contents, text)));
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

async function put(contents: BucketContents, key: string, text: string): Promise<void> {
  const next = await record(contents, key, text);
  await contents.objects.replace(key, async () => next);
}

async function text(contents: BucketContents, object: ObjectRecord): Promise<string> {
  const handles = await Promise.all(object.extents.map((extent) => contents.bodies.open(extent.file)));
  const texts = await Promise.all(handles.map((handle) => handle.readFile('utf8')));
  await Promise.all(handles.map((handle) => handle.close()));
  return texts.join('');
}

const upload: UploadRecord = { uploadId: 'U1', key: 'big', initiated: 1, headers: {}, encryption: null };

describe('bucket contents', () => {
  let directory: string;
  let contents: BucketContents;
  const restart = (): Promise<BucketContents> => BucketContents.open(directory, 'kill');

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'bucket-contents-'));
    contents = await BucketContents.open(directory, 'power-cut');
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
    for (const key of keys) await put(contents, key, `body of ${key}`);
    const restarted = await restart();
    assert.equal(restarted.objects.list(everything).entries.length, keys.length);
    for (const key of keys) {
      const object = await restarted.objects.read(key);
      assert.equal(object && (await text(restarted, object)), `body of ${key}`);
    }
  });

  it('gives a reader the body it began with while the object is replaced and deleted', async () => {
    await put(contents, 'key', 'old');
    const first = await contents.objects.borrow('key');
    const second = await contents.objects.borrow('key');
    await put(contents, 'key', 'new');
    await contents.objects.delete('key');
    assert.ok(first && second);
    assert.equal(await text(contents, first.record), 'old');
    await first.release();
    assert.equal(await text(contents, second.record), 'old');
    await second.release();
    assert.deepEqual(await readdir(directory), []);
  });

  it('keeps the last of two writers and the body of no other', async () => {
    const [one, other] = [await record(contents, 'key', 'one'), await record(contents, 'key', 'other')];
    await Promise.all([
      contents.objects.replace('key', async () => one),
      contents.objects.replace('key', async () => other),
    ]);
    const stored = await contents.objects.read('key');
    assert.equal(stored && (await text(contents, stored)), 'other');
    assert.equal((await readdir(directory)).length, 2);
  });

  it('keeps the present object where the decision is against the new one', async () => {
    await put(contents, 'key', 'old');
    assert.equal(await contents.objects.replace('key', async () => null), null);
    await assert.rejects(
      contents.objects.replace('key', () => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal((await contents.objects.read('key'))?.size, 3);
  });

  it('removes at a restart what no record refers to', async () => {
    await put(contents, 'key', 'kept');
    const before = await readdir(directory);
    await body(contents, 'of an upload that was killed before its record was written');
    await UnfinishedFile.create(join(directory, 'x'), 'kill').then((file) => file.handle.close());
    await restart();
    assert.deepEqual(await readdir(directory), before);
  });

  it('refuses to give out a damaged record, keeps every body beside it, and can delete it', async () => {
    await put(contents, 'good', 'good');
    await put(contents, 'bad', 'bad');
    await damageRecordOf('bad');
    await assert.rejects(contents.objects.read('bad'), DamagedRecordError);
    await assert.rejects(contents.objects.borrow('bad'), DamagedRecordError);
    const restarted = await restart();
    assert.deepEqual(restarted.objects.list(everything).entries.map(({ key }) => key), ['good']); // prettier-ignore
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
    await contents.uploads.create(upload);
    for (const [partNumber, content] of [
      [2, 'two'],
      [1, 'old'],
      [1, 'one'],
    ] as const) {
      const extent = await body(contents, content);
      assert.ok(await contents.uploads.addPart('U1', { partNumber, etag: content, lastModified: 1, extent }));
    }
    const restarted = await restart();
    assert.deepEqual(restarted.uploads.list(), [upload]);
    assert.deepEqual(restarted.uploads.parts('U1')?.map(({ etag }) => etag), ['one', 'two']); // prettier-ignore
    assert.equal((await readdir(directory)).filter((name) => name.endsWith('.body')).length, 2);
  });

  it('hands the parts an object names over to it and removes the others', async () => {
    await contents.uploads.create(upload);
    const [used, unused] = [await body(contents, 'used'), await body(contents, 'unused')];
    await contents.uploads.addPart('U1', { partNumber: 1, etag: '', lastModified: 1, extent: used });
    await contents.uploads.addPart('U1', { partNumber: 2, etag: '', lastModified: 1, extent: unused });
    const object = { ...(await record(contents, 'big')), extents: [used], uploadId: 'U1' };
    await contents.uploads.complete('U1', () => contents.objects.replace('big', async () => object));
    const restarted = await restart();
    assert.ok(restarted.uploads.isEmpty);
    assert.equal(await text(restarted, object), 'used');
    assert.equal((await readdir(directory)).length, 2);
  });

  it('does not let an upload live on whose object was stored just before a kill', async () => {
    await contents.uploads.create(upload);
    const extent = await body(contents, 'part');
    await contents.uploads.addPart('U1', { partNumber: 1, etag: '', lastModified: 1, extent });
    const object = { ...(await record(contents, 'big')), extents: [extent], uploadId: 'U1' };
    await contents.objects.replace('big', async () => object);
    const restarted = await restart();
    assert.ok(restarted.uploads.isEmpty);
    assert.equal(await text(restarted, object), 'part');
    assert.equal((await readdir(directory)).length, 2);
  });

  it('leaves nothing of an aborted upload, and takes no more parts for it', async () => {
    await contents.uploads.create(upload);
    await contents.uploads.addPart('U1', {
      partNumber: 1,
      etag: '',
      lastModified: 1,
      extent: await body(contents, 'p'),
    });
    assert.equal(await contents.uploads.abort('U1'), true);
    assert.equal(await contents.uploads.abort('U1'), false);
    assert.deepEqual(await readdir(directory), []);
    const late = { partNumber: 2, etag: '', lastModified: 1, extent: { file: 'none', size: 0, salt: null } };
    assert.equal(await contents.uploads.addPart('U1', late), false);
    assert.equal(await contents.uploads.complete('U1', () => assert.fail()), undefined);
  });
});
