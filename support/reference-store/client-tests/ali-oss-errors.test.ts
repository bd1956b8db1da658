import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type OSS from 'ali-oss';
import type { RequestError } from 'ali-oss';
import { aliOss, type RequestStyle } from './ali-oss-client.ts';
import { ServedStore } from './served-store.ts';

let store: ServedStore;
before(async () => {
  store = await ServedStore.start();
});
after(() => store.stop());

for (const signature of ['v1', 'v4'] as const) {
  describe(`the error that ali-oss, ${signature}, throws`, () => {
    const style: RequestStyle = { signature, addressing: 'path' };
    const bucket = `errors-${signature}`;
    let owner: OSS;
    before(async () => {
      owner = aliOss(store, store.target.principals.owner, style);
      await owner.putBucket(bucket);
      owner.useBucket(bucket);
      await owner.put('there', Buffer.from('content'));
    });

    const outsider = (): OSS => aliOss(store, store.target.principals.outsider, style).useBucket(bucket);
    const withKeys = (accessKeyId: string, accessKeySecret: string): OSS =>
      aliOss(store, { accessKeyId, accessKeySecret }, style).useBucket(bucket);

    const table: readonly (readonly [title: string, name: string, status: number, act: () => Promise<unknown>])[] = [
      ['for a missing bucket', 'NoSuchBucketError', 404, () => owner.getBucketInfo('not-there')],
      ['for a rule of a missing bucket', 'NoSuchBucketError', 404, () => owner.getBucketEncryption('not-there')],
      ['for a missing rule', 'NoSuchServerSideEncryptionRuleError', 404, () => owner.getBucketEncryption(bucket)],
      [
        'for an unknown algorithm',
        'InvalidEncryptionAlgorithmErrorError',
        400,
        () => owner.putBucketEncryption(bucket, { SSEAlgorithm: 'DES' }),
      ],
      [
        'for a KMS key with AES256',
        'InvalidArgumentError',
        400,
        () => owner.putBucketEncryption(bucket, { SSEAlgorithm: 'AES256', KMSMasterKeyID: 'k' }),
      ],
      ["for another account's bucket", 'AccessDeniedError', 403, () => outsider().getBucketInfo(bucket)],
      ["for another account's rule", 'AccessDeniedError', 403, () => outsider().deleteBucketEncryption(bucket)],
      ["for another account's bucket name", 'BucketAlreadyExistsError', 409, () => outsider().putBucket(bucket)],
      ['for a bucket that is not empty', 'BucketNotEmptyError', 409, () => owner.deleteBucket(bucket)],
      ['for unknown keys', 'InvalidAccessKeyIdError', 403, () => withKeys('LTAInobody', 'x').getBucketInfo(bucket)],
      [
        'for a wrong secret',
        'SignatureDoesNotMatchError',
        403,
        () => withKeys(store.target.principals.owner.accessKeyId, 'wrong').getBucketInfo(bucket),
      ],
      ['for a missing object', 'NoSuchKeyError', 404, () => owner.get('not-there')],
      ['for the head of one', 'NoSuchKeyError', 404, () => owner.head('not-there')],
      [
        'for a condition that does not hold',
        'PreconditionFailedError',
        412,
        () => owner.get('there', { headers: { 'If-Match': '"0"' } }),
      ],
      [
        'for an append at another position than the end',
        'PositionNotEqualToLengthError',
        409,
        async () => {
          await owner.append('grown', Buffer.from('12345'));
          await owner.append('grown', Buffer.from('6'), { position: 3 });
        },
      ],
      [
        'for an append to an object of another type',
        'ObjectNotAppendableError',
        409,
        () => owner.append('there', Buffer.from('1')),
      ],
      [
        'for the wrong digest of a body',
        'InvalidDigestError',
        400,
        () => owner.put('digest', Buffer.from('1'), { headers: { 'Content-MD5': '1B2M2Y8AsgTpgAmY7PhCfg==' } }),
      ],
      ['for a missing upload', 'NoSuchUploadError', 404, () => owner.abortMultipartUpload('there', '0')],
      [
        'for parts that were never sent',
        'InvalidPartError',
        400,
        async () => {
          const { uploadId } = await owner.initMultipartUpload('partial');
          await owner.completeMultipartUpload('partial', uploadId, [{ number: 1, etag: '"0"' }]);
        },
      ],
      [
        'for encryption headers on a read',
        'InvalidArgumentError',
        400,
        () => owner.get('there', { headers: { 'x-oss-server-side-encryption': 'AES256' } }),
      ],
    ];

    for (const [title, name, status, act] of table)
      it(`${title} is ${name}`, async () => {
        await assert.rejects(act(), (error: RequestError) => {
          assert.deepEqual([error.name, error.status], [name, status]);
          assert.match(error.requestId, /^[0-9A-F]{24}$/);
          return true;
        });
      });

    it('for the head of what one may not see comes from x-oss-err', async () => {
      await assert.rejects(outsider().head('there'), { name: 'AccessDeniedError', status: 403, code: 'AccessDenied' });
    });
  });
}
