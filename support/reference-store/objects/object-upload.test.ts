import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { KeyRegistry, namedKeys } from '../kms/key-registry.ts';
import { DamagedKeyError } from '../kms/key-wrapping.ts';
import { createMasterKeys } from '../kms/master-key-file.ts';
import { DamagedRecordError } from '../storage/record-files.ts';
import { documentedObjects } from './behaviour.ts';
import { DamagedBodyError } from '../object-encryption/segment-cipher.ts';
import { openObject } from './object-reading.ts';
import { putObject } from './object-upload.ts';
import type { ObjectUpload } from './object-upload.ts';
import {
  TestObjectContext,
  accepted,
  bodyOf,
  encryptionOf,
  nothingSaid,
  refused,
  rule,
  saying,
} from './testing/test-object-context.ts';

function upload(bytes: Uint8Array, changes: Partial<ObjectUpload> = {}): ObjectUpload {
  return {
    operation: 'PutObject',
    address: { bucket: 'bucket', key: 'key' },
    headers: {},
    traits: {},
    encryption: nothingSaid,
    forbidOverwrite: false,
    body: bodyOf(bytes),
    ...changes,
  };
}

async function* breakingOff(): AsyncGenerator<Uint8Array> {
  yield randomBytes(1_000_000);
  throw new Error('gone');
}

async function* removingTheBucket({ buckets }: TestObjectContext): AsyncGenerator<Uint8Array> {
  yield Buffer.from('x');
  buckets.apply({ kind: 'remove', name: 'bucket' });
}

describe('put object', () => {
  let test: TestObjectContext;

  beforeEach(async () => {
    test = await TestObjectContext.open();
  });

  afterEach(async () => {
    await test.close();
  });

  // OBJ-16
  for (const [algorithm, kmsDataEncryption, expected] of [
    [null, null, 'none'],
    ['KMS', null, 'KMS/AES256 with key id'],
    ['AES256', null, 'AES256/AES256'],
    ['SM4', null, 'SM4/SM4'],
    ['KMS', 'SM4', 'KMS/SM4 with key id'],
    ['AES256', 'SM4', 'AES256/AES256'],
    ['SM4', 'SM4', 'SM4/SM4'],
    [null, 'SM4', 'none'],
  ] as const) {
    it(`stores ${expected} for ${algorithm}, ${kmsDataEncryption}, and gives back the bytes`, async () => {
      const bytes = randomBytes(300_000);
      const record = await test.put('key', bytes, { ...nothingSaid, algorithm, kmsDataEncryption });
      assert.equal(encryptionOf(record), expected);
      assert.deepEqual(await test.get('key'), bytes);
      await test.restart();
      assert.deepEqual(await test.get('key'), bytes);
      assert.equal(await test.stores(bytes.subarray(0, 64)), expected === 'none');
    });
  }

  it('keeps each object as it was stored when the rule changes or goes', async () => {
    const marker = randomBytes(64);
    await test.put('before', marker);
    test.setRule(rule('AES256'));
    const under = await test.put('under', marker);
    test.setRule(rule('KMS', { kmsDataEncryption: 'SM4' }));
    assert.equal(encryptionOf(under), 'AES256/AES256');
    assert.equal(encryptionOf(await test.put('later', marker)), 'KMS/SM4 with key id');
    test.setRule(null);
    assert.equal(encryptionOf(await test.put('after', marker)), 'none');
    for (const key of ['before', 'under', 'later', 'after']) assert.deepEqual(await test.get(key), marker);
  });

  it('takes the MD5 of the plaintext for the ETag, in upper case, whatever the encryption', async () => {
    const bytes = randomBytes(1000);
    const md5 = createHash('md5').update(bytes).digest('hex').toUpperCase();
    for (const encryption of [nothingSaid, saying('AES256'), saying('KMS')]) {
      assert.equal((await test.put('key', bytes, encryption)).etag, md5);
    }
    const posted = accepted(await putObject(test.context, upload(bytes, { operation: 'PostObject' })));
    assert.match(posted.etag, /^[0-9A-F]{32}$/);
    assert.notEqual(posted.etag, md5);
  });

  it('accepts the right Content-MD5 and refuses another, leaving the object that was there', async () => {
    const [old, fresh] = [randomBytes(300_000), randomBytes(300_000)];
    const md5 = createHash('md5').update(fresh).digest('base64');
    await test.put('key', old);
    const before = await test.files();
    const other = createHash('md5').update('other').digest('base64');
    for (const wrong of [other, '', 'zzz', md5.slice(0, -1), Buffer.from(md5).toString('base64')]) {
      assert.equal(
        refused(await putObject(test.context, upload(fresh, { body: bodyOf(fresh, wrong) }))),
        '400 InvalidDigest',
      );
    }
    assert.deepEqual(await test.files(), before);
    assert.deepEqual(await test.get('key'), old);
    accepted(await putObject(test.context, upload(fresh, { body: bodyOf(fresh, md5) })));
    assert.deepEqual(await test.get('key'), fresh);
  });

  it('leaves nothing of an upload that breaks off', async () => {
    await test.put('key', Buffer.from('old'));
    const before = await test.files();
    const body = { chunks: breakingOff(), isDisposable: false, announcedLength: 2_000_000, contentMd5: undefined };
    await assert.rejects(
      putObject(test.context, upload(Buffer.alloc(0), { body, encryption: saying('AES256') })),
      /gone/,
    );
    assert.deepEqual(await test.files(), before);
    assert.deepEqual(await test.get('key'), Buffer.from('old'));
  });

  it('refuses what is larger than 5 GB by its announcement, before a byte is read', async () => {
    const body = { ...bodyOf(Buffer.from('x')), announcedLength: 5 * 1024 ** 3 + 1 };
    assert.equal(refused(await putObject(test.context, upload(Buffer.alloc(0), { body }))), '400 EntityTooLarge');
  });

  it('does not overwrite where that is forbidden', async () => {
    const first = upload(Buffer.from('first'), { forbidOverwrite: true });
    accepted(await putObject(test.context, first));
    const second = upload(Buffer.from('second'), { forbidOverwrite: true });
    assert.equal(refused(await putObject(test.context, second)), '409 FileAlreadyExists');
    assert.deepEqual(await test.get('key'), Buffer.from('first'));
  });

  it('stores nothing in a bucket that is removed while the body comes in', async () => {
    const body = { chunks: removingTheBucket(test), isDisposable: false, announcedLength: 1, contentMd5: undefined };
    assert.equal(refused(await putObject(test.context, upload(Buffer.alloc(0), { body }))), '404 NoSuchBucket');
    assert.deepEqual(await test.files(), []);
  });

  // OBJ-24, OBJ-28…30
  for (const [key, expected] of [
    [namedKeys.disabled, '409 KeyDisabled'],
    [namedKeys.pendingDeletion, '409 KeyPendingDeletion'],
    [namedKeys.pendingImport, '409 KeyPendingImport'],
    [namedKeys.forbidden, '403 AccessDenied'],
    ['0022012****', '404 KeyNotFound'],
    ['alias/none', '404 AliasNotFound'],
  ] as const) {
    it(`answers ${expected} for the key ${key}, in the header and in the rule, and stores nothing`, async () => {
      const bytes = Buffer.from('x');
      const named = upload(bytes, { encryption: saying('KMS', { kmsMasterKeyId: key }) });
      assert.equal(refused(await putObject(test.context, named)), expected);
      test.setRule(rule('KMS', { kmsMasterKeyId: key }));
      assert.equal(refused(await putObject(test.context, upload(bytes))), expected);
      assert.deepEqual(await test.files(), []);
      assert.equal(encryptionOf(await test.put('key', bytes, saying('AES256'))), 'AES256/AES256');
    });
  }

  it('does not read an object whose KMS key was disabled, until it is enabled again', async () => {
    const keys = test.masterKeys.registry.keys.map((key) => ({ ...key, state: 'Disabled' as const }));
    await test.put('key', Buffer.from('secret'), saying('KMS', { kmsMasterKeyId: namedKeys.enabled }));
    await test.restart({ ...test.masterKeys, registry: new KeyRegistry(keys, []) });
    assert.equal(refused(await openObject(test.context, { bucket: 'bucket', key: 'key' })), '409 KeyDisabled');
    await test.restart();
    assert.deepEqual(await test.get('key'), Buffer.from('secret'));
  });

  it('cannot be read with the data directory alone', async () => {
    await test.put('kms', Buffer.from('secret'), saying('KMS', { kmsMasterKeyId: namedKeys.enabled }));
    await test.put('oss', Buffer.from('secret'), saying('AES256'));
    await test.restart(createMasterKeys());
    await assert.rejects(test.get('kms'), DamagedKeyError);
    await assert.rejects(test.get('oss'), DamagedKeyError);
  });

  it('detects a flipped bit in any byte of what it keeps of an encrypted object', async () => {
    const bytes = randomBytes(40);
    await test.put('key', bytes, saying('AES256'));
    for (const path of await test.files()) {
      const original = await readFile(path);
      for (let at = 0; at < original.length; at += 1) {
        const flipped = Buffer.from(original);
        flipped[at]! ^= 1;
        await writeFile(path, flipped);
        await assert.rejects(test.get('key'), `${path} byte ${at}`);
      }
      await writeFile(path, original);
    }
    assert.deepEqual(await test.get('key'), bytes);
  });

  it('detects an object put in the place of another', async () => {
    await test.put('mine', randomBytes(40), saying('AES256'));
    const mine = (await test.files()).find((path) => path.endsWith('.object'));
    await test.put('yours', randomBytes(40), saying('AES256'));
    const yours = (await test.files()).find((path) => path.endsWith('.object') && path !== mine);
    assert.ok(mine !== undefined && yours !== undefined);
    await rename(yours, mine);
    await assert.rejects(test.get('mine'), DamagedRecordError);
  });

  it('detects a record that was changed and given a fitting checksum', async () => {
    await test.put('key', randomBytes(40), saying('AES256'));
    const path = (await test.files()).find((file) => file.endsWith('.object'));
    assert.ok(path !== undefined);
    const json = (await readFile(path, 'utf8')).slice(65).replace('"headers":{}', '"headers":{"x-oss-meta-a":"b"}');
    await writeFile(path, `${createHash('sha256').update(json).digest('hex')}\n${json}`);
    await assert.rejects(test.get('key'), DamagedBodyError);
  });

  it('can be made to say "encrypted" over plain bytes, as a wrong store would', async () => {
    test.context = { ...test.context, objects: { ...documentedObjects, encrypts: () => false } };
    const marker = randomBytes(64);
    assert.equal(encryptionOf(await test.put('key', marker, saying('AES256'))), 'AES256/AES256');
    assert.deepEqual(await test.get('key'), marker);
    assert.ok(await test.stores(marker));
  });
});

describe('object reading', () => {
  it('gives any range of an object of several segments', async () => {
    const test = await TestObjectContext.open();
    const bytes = randomBytes(600_000);
    await test.put('key', bytes, saying('AES256'));
    const reading = accepted(await openObject(test.context, { bucket: 'bucket', key: 'key' }));
    for (const [offset, length] of [
      [0, 1],
      [262_143, 2],
      [262_144, 262_144],
      [599_999, 1],
      [100, 0],
      [0, 600_000],
    ] as const) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of reading.read({ offset, length })) chunks.push(chunk);
      assert.deepEqual(Buffer.concat(chunks), bytes.subarray(offset, offset + length));
    }
    await reading.close();
    await reading.close();
    await test.close();
  });

  it('goes on with the old bytes when the object is replaced under it', async () => {
    const test = await TestObjectContext.open();
    const old = randomBytes(2_000_000);
    await test.put('key', old, saying('AES256'));
    const reading = accepted(await openObject(test.context, { bucket: 'bucket', key: 'key' }));
    const chunks = reading.read({ offset: 0, length: old.length });
    const first = await chunks.next();
    await test.put('key', Buffer.from('new'));
    const rest: Uint8Array[] = [];
    for await (const chunk of chunks) rest.push(chunk);
    await reading.close();
    assert.deepEqual(Buffer.concat([first.value ?? Buffer.alloc(0), ...rest]), old);
    assert.deepEqual(await test.get('key'), Buffer.from('new'));
    assert.equal((await test.files()).length, 2);
    await test.close();
  });

  it('answers NoSuchKey for a missing object', async () => {
    const test = await TestObjectContext.open();
    assert.equal(refused(await openObject(test.context, { bucket: 'bucket', key: 'none' })), '404 NoSuchKey');
    await test.close();
  });
});
