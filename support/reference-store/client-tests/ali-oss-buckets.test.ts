import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type OSS from 'ali-oss';
import { aliOss, requestStyles } from './ali-oss-client.ts';
import { ServedStore } from './served-store.ts';

let store: ServedStore;
before(async () => {
  store = await ServedStore.start();
});
after(() => store.stop());

for (const style of requestStyles) {
  describe(`ali-oss, ${style.signature}, ${style.addressing} style, with buckets`, () => {
    const bucket = `bucket-${style.signature}-${style.addressing}`;
    let client: OSS;
    before(async () => {
      client = aliOss(store, store.target.principals.owner, style);
      await client.putBucket(bucket);
      client.useBucket(bucket);
    });

    it('creates one twice without complaint, in the storage class it asks for', async () => {
      const cool = `${bucket}-cool`;
      for (let times = 0; times < 2; times += 1)
        assert.equal((await client.putBucket(cool, { storageClass: 'IA' })).res.status, 200);
      assert.equal((await client.getBucketInfo(cool)).bucket.StorageClass, 'IA');
      assert.equal((await client.deleteBucket(cool)).res.status, 204);
    });

    it('reads the settings of a new bucket', async () => {
      assert.equal((await client.getBucketInfo(bucket)).bucket.Name, bucket);
      assert.equal((await client.getBucketLocation(bucket)).location, 'oss-cn-hangzhou');
      assert.equal((await client.getBucketACL(bucket)).acl, 'private');
      assert.equal((await client.getBucketVersioning(bucket)).versionStatus, undefined);
      assert.deepEqual((await client.getBucketVersions({})).objects, []);
      assert.deepEqual((await client.listUploads({})).uploads, []);
      const { policy, status } = await client.getBucketPolicy(bucket);
      assert.deepEqual([policy, status], [null, 404]);
    });

    it('sets, reads and deletes the encryption rule', async () => {
      assert.equal((await client.putBucketEncryption(bucket, { SSEAlgorithm: 'AES256' })).status, 200);
      assert.deepEqual((await client.getBucketEncryption(bucket)).encryption, { SSEAlgorithm: 'AES256' });
      const rule = { SSEAlgorithm: 'KMS', KMSMasterKeyID: store.target.kms.keyId };
      assert.equal((await client.putBucketEncryption(bucket, rule)).status, 200);
      const { encryption, status } = await client.getBucketEncryption(bucket);
      assert.deepEqual([encryption, status], [rule, 200]);
      assert.equal((await client.getBucketInfo(bucket)).bucket.ServerSideEncryptionRule?.['SSEAlgorithm'], 'KMS');
      assert.equal((await client.deleteBucketEncryption(bucket)).status, 204);
      await assert.rejects(client.getBucketEncryption(bucket), {
        name: 'NoSuchServerSideEncryptionRuleError',
        status: 404,
      });
    });

    it('acts with the session credentials of STS', async () => {
      const temporary = aliOss(store, store.target.sts.valid, style);
      assert.equal((await temporary.getBucketInfo(bucket)).bucket.Name, bucket);
      await assert.rejects(aliOss(store, store.target.sts.expired, style).getBucketInfo(bucket), {
        name: 'SecurityTokenExpiredError',
        status: 403,
      });
    });
  });
}

for (const style of requestStyles.filter(({ addressing }) => addressing === 'path'))
  describe(`ali-oss, ${style.signature}, listing buckets`, () => {
    it('goes through its own, page by page, by prefix', async () => {
      const client = aliOss(store, store.target.principals.owner, style);
      const names = ['a', 'b', 'c'].map((letter) => `listed-${style.signature}-${letter}`);
      for (const name of names) await client.putBucket(name);
      const seen: string[] = [];
      let from: { marker?: string } | null = {};
      while (from !== null) {
        // An empty marker is left out, because ali-oss signs it under V4 with an equals sign, against AUTH-21.
        const page = await client.listBuckets({ prefix: `listed-${style.signature}`, 'max-keys': 2, ...from });
        seen.push(...(page.buckets ?? []).map(({ name }) => name));
        assert.equal(page.isTruncated, page.nextMarker !== null);
        from = page.nextMarker === null ? null : { marker: page.nextMarker };
      }
      assert.deepEqual(seen, names);
    });
  });
