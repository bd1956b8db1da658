import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { namedKeys } from '../kms/key-registry.ts';
import { appendObject } from './object-append.ts';
import type { Conditions } from './conditions.ts';
import { copyObject } from './object-copy.ts';
import type { ObjectCopy } from './object-copy.ts';
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

const unconditional: Conditions = {
  ifMatch: undefined,
  ifNoneMatch: undefined,
  ifModifiedSince: undefined,
  ifUnmodifiedSince: undefined,
};

function copy(changes: Partial<ObjectCopy> = {}): ObjectCopy {
  return {
    source: { bucket: 'bucket', key: 'source' },
    conditions: unconditional,
    target: { bucket: 'bucket', key: 'target' },
    headers: null,
    traits: {},
    encryption: nothingSaid,
    forbidOverwrite: false,
    ...changes,
  };
}

describe('copy object', () => {
  let test: TestObjectContext;
  const bytes = randomBytes(600_000);

  beforeEach(async () => {
    test = await TestObjectContext.open();
  });

  afterEach(async () => {
    await test.close();
  });

  // OBJ-18, OBJ-19
  for (const source of [nothingSaid, saying('AES256'), saying('KMS', { kmsDataEncryption: 'SM4' })]) {
    for (const [requested, expected] of [
      [nothingSaid, 'none'],
      [saying('AES256'), 'AES256/AES256'],
      [saying('KMS'), 'KMS/AES256 with key id'],
    ] as const) {
      it(`of an object encrypted with ${source.algorithm} is encrypted with ${expected} when that is asked`, async () => {
        await test.put('source', bytes, source);
        const record = accepted(await copyObject(test.context, copy({ encryption: requested })));
        assert.equal(encryptionOf(record), expected);
        assert.deepEqual(await test.get('target'), bytes);
      });
    }
  }

  it('follows the rule of the bucket it goes to, not of the one it comes from', async () => {
    test.setRule(rule('KMS'));
    test.setRule(rule('SM4'), 'other');
    await test.put('source', bytes);
    const target = { bucket: 'other', key: 'target' };
    assert.equal(encryptionOf(accepted(await copyObject(test.context, copy({ target })))), 'SM4/SM4');
    assert.deepEqual(await test.get('target', 'other'), bytes);
  });

  it('onto itself encrypts an object that was not', async () => {
    await test.put('source', bytes);
    assert.ok(await test.stores(bytes.subarray(0, 64)));
    const target = { bucket: 'bucket', key: 'source' };
    accepted(await copyObject(test.context, copy({ target, encryption: saying('AES256') })));
    assert.deepEqual(await test.get('source'), bytes);
    assert.equal(await test.stores(bytes.subarray(0, 64)), false);
  });

  it('keeps the headers of the source, or takes new ones', async () => {
    const target = { bucket: 'bucket', key: 'source' };
    await test.put('source', bytes);
    const headers = { 'x-oss-meta-author': 'alice' };
    assert.deepEqual(accepted(await copyObject(test.context, copy({ target, headers }))).headers, headers);
    assert.deepEqual(accepted(await copyObject(test.context, copy())).headers, headers);
  });

  it('of an appendable object is a normal one, but onto itself it stays appendable and as encrypted as it was', async () => {
    const address = { bucket: 'bucket', key: 'source' };
    const append = { address, position: 0, headers: {}, traits: {}, encryption: saying('KMS'), body: bodyOf(bytes) };
    accepted(await appendObject(test.context, append));
    const elsewhere = accepted(await copyObject(test.context, copy({ encryption: saying('SM4') })));
    assert.equal(`${elsewhere.type} ${encryptionOf(elsewhere)}`, 'Normal SM4/SM4');
    const headers = { 'x-oss-meta-a': 'b' };
    const itself = accepted(
      await copyObject(test.context, copy({ target: address, headers, encryption: saying('SM4') })),
    );
    assert.equal(`${itself.type} ${encryptionOf(itself)}`, 'Appendable KMS/AES256 with key id');
    assert.deepEqual(itself.headers, headers);
    assert.deepEqual(await test.get('source'), bytes);
  });

  it('refuses what it must, and leaves nothing', async () => {
    const source = await test.put('source', Buffer.from('x'));
    const before = await test.files();
    const later = new Date(source.lastModified + 1000).toUTCString();
    const earlier = new Date(source.lastModified - 1000).toUTCString();
    const refusals: [Partial<ObjectCopy>, string][] = [
      [{ source: { bucket: 'bucket', key: 'none' } }, '404 NoSuchKey'],
      [{ encryption: saying('DES') }, '400 InvalidEncryptionAlgorithmError'],
      [{ encryption: saying('KMS', { kmsMasterKeyId: namedKeys.disabled }) }, '409 KeyDisabled'],
      [{ target: { bucket: 'bucket', key: 'source' }, forbidOverwrite: true }, '409 FileAlreadyExists'],
      [{ conditions: { ...unconditional, ifMatch: '"OTHER"' } }, '412 PreconditionFailed'],
      [{ conditions: { ...unconditional, ifUnmodifiedSince: earlier } }, '412 PreconditionFailed'],
    ];
    for (const [changes, expected] of refusals) {
      assert.equal(refused(await copyObject(test.context, copy(changes))), expected);
    }
    for (const condition of [{ ifNoneMatch: `"${source.etag}"` }, { ifModifiedSince: later }]) {
      const conditions = { ...unconditional, ...condition };
      assert.equal(await copyObject(test.context, copy({ conditions })), 'not modified');
    }
    assert.deepEqual(await test.files(), before);
  });
});
