import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { RuleProposal } from '../bucket-encryption/encryption-rule.ts';
import { leastPartBytes, type ChosenPart } from './chosen-parts.ts';
import { abortUpload, completeUpload, initiateUpload, uploadPart } from './multipart-upload.ts';
import type { UploadAddress } from './multipart-upload.ts';
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

const address = { bucket: 'bucket', key: 'big' };

describe('multipart upload', () => {
  let test: TestObjectContext;

  beforeEach(async () => {
    test = await TestObjectContext.open();
  });

  afterEach(async () => {
    await test.close();
  });

  async function initiate(encryption: RuleProposal = nothingSaid): Promise<UploadAddress> {
    const { uploadId } = accepted(
      await initiateUpload(test.context, address, { headers: { 'x-oss-meta-a': 'b' }, traits: {} }, encryption),
    );
    return { ...address, uploadId };
  }

  async function part(upload: UploadAddress, partNumber: number, bytes: Uint8Array): Promise<ChosenPart> {
    const stored = accepted(await uploadPart(test.context, upload, partNumber, bodyOf(bytes)));
    return { partNumber, etag: stored.part.etag };
  }

  // OBJ-21
  for (const [said, expected] of [
    [nothingSaid, 'none'],
    [saying('AES256'), 'AES256/AES256'],
    [saying('SM4'), 'SM4/SM4'],
    [saying('KMS'), 'KMS/AES256 with key id'],
    [saying('KMS', { kmsDataEncryption: 'SM4' }), 'KMS/SM4 with key id'],
  ] as const) {
    it(`encrypts every part and the object with ${expected} when the initiation says so`, async () => {
      const upload = await initiate(said);
      test.setRule(rule('AES256'));
      const bytes = [randomBytes(300_000), randomBytes(leastPartBytes), randomBytes(1)] as const;
      const first = accepted(await uploadPart(test.context, upload, 1, bodyOf(bytes[0])));
      assert.equal(encryptionOf(first.upload), expected);
      const chosen = [
        { partNumber: 1, etag: first.part.etag },
        await part(upload, 20, bytes[1]),
        await part(upload, 10_000, bytes[2]),
      ];
      await test.restart();
      const record = accepted(await completeUpload(test.context, upload, chosen, false));
      assert.equal(encryptionOf(record), expected);
      assert.equal(record.type, 'Multipart');
      assert.deepEqual(record.headers, { 'x-oss-meta-a': 'b' });
      assert.deepEqual(await test.get('big'), Buffer.concat(bytes));
      assert.equal(await test.stores(bytes[0].subarray(0, 64)), expected === 'none');
      assert.equal((await test.files()).length, 4);
    });
  }

  it('follows the rule in force at its initiation', async () => {
    test.setRule(rule('SM4'));
    const upload = await initiate();
    test.setRule(null);
    const chosen = [await part(upload, 1, Buffer.from('x'))];
    assert.equal(encryptionOf(accepted(await completeUpload(test.context, upload, chosen, false))), 'SM4/SM4');
  });

  it('takes the last upload of a part and forgets those it is completed without', async () => {
    const upload = await initiate(saying('AES256'));
    await part(upload, 1, Buffer.from('old'));
    const chosen = [await part(upload, 1, Buffer.from('new'))];
    await part(upload, 2, Buffer.from('unused'));
    accepted(await completeUpload(test.context, upload, chosen, false));
    assert.deepEqual(await test.get('big'), Buffer.from('new'));
    assert.equal((await test.files()).length, 2);
  });

  it('refuses a completion that is wrong, and can then be completed rightly', async () => {
    const upload = await initiate();
    const small = await part(upload, 1, Buffer.from('small'));
    const large = await part(upload, 2, randomBytes(leastPartBytes));
    const last = await part(upload, 3, Buffer.from('last'));
    const wrong: [ChosenPart[], string][] = [
      [[last, large], '400 InvalidPartOrder'],
      [[large, large], '400 InvalidPartOrder'],
      [[small, large, last], '400 EntityTooSmall'],
      [[large, { partNumber: 4, etag: last.etag }], '400 InvalidPart'],
      [[large, { partNumber: 3, etag: small.etag }], '400 InvalidPart'],
    ];
    for (const [chosen, expected] of wrong) {
      assert.equal(refused(await completeUpload(test.context, upload, chosen, false)), expected);
    }
    const lower = { ...last, etag: last.etag.toLowerCase() };
    const record = accepted(await completeUpload(test.context, upload, [large, lower], false));
    assert.equal(record.size, leastPartBytes + 4);
  });

  it('is gone once it is completed or aborted, and for any other key', async () => {
    const upload = await initiate();
    const foreign = { ...upload, key: 'other' };
    assert.equal(refused(await uploadPart(test.context, foreign, 1, bodyOf(Buffer.from('x')))), '404 NoSuchUpload');
    const chosen = [await part(upload, 1, Buffer.from('x'))];
    assert.equal(refused(await abortUpload(test.context, foreign)), '404 NoSuchUpload');
    assert.equal(await abortUpload(test.context, upload), null);
    assert.equal(refused(await uploadPart(test.context, upload, 1, bodyOf(Buffer.from('x')))), '404 NoSuchUpload');
    assert.equal(refused(await completeUpload(test.context, upload, chosen, false)), '404 NoSuchUpload');
    assert.equal(refused(await abortUpload(test.context, upload)), '404 NoSuchUpload');
    assert.deepEqual(await test.files(), []);
  });

  it('checks Content-MD5 of a part and names the part by its MD5', async () => {
    const upload = await initiate();
    const bytes = Buffer.from('part');
    const md5 = createHash('md5').update(bytes).digest();
    const wrong = bodyOf(Buffer.from('trap'), md5.toString('base64'));
    assert.equal(refused(await uploadPart(test.context, upload, 1, wrong)), '400 InvalidDigest');
    const right = accepted(await uploadPart(test.context, upload, 1, bodyOf(bytes, md5.toString('base64'))));
    assert.equal(right.part.etag, md5.toString('hex').toUpperCase());
  });

  it('does not overwrite where that is forbidden, and stays open', async () => {
    await test.put('big', Buffer.from('there'));
    const upload = await initiate();
    const chosen = [await part(upload, 1, Buffer.from('x'))];
    assert.equal(refused(await completeUpload(test.context, upload, chosen, true)), '409 FileAlreadyExists');
    accepted(await completeUpload(test.context, upload, chosen, false));
  });
});
