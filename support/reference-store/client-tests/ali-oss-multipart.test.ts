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

const partSize = 100 * 1024;
const content = Buffer.from(Array.from({ length: 2 * partSize + 17 }, (_, index) => index % 251));

for (const style of requestStyles) {
  describe(`ali-oss, ${style.signature}, ${style.addressing} style, with multipart uploads`, () => {
    const bucket = `parts-${style.signature}-${style.addressing}`;
    let client: OSS;
    before(async () => {
      client = aliOss(store, store.target.principals.owner, style);
      await client.putBucket(bucket);
      client.useBucket(bucket);
    });

    it('uploads an object in parts, several at a time, encrypted as asked for at the beginning', async () => {
      const headers = { 'x-oss-server-side-encryption': 'AES256' };
      const done = await client.multipartUpload('whole', content, { partSize, parallel: 3, headers });
      const got = await client.get('whole');
      assert.deepEqual(got.content, content);
      assert.equal(got.res.headers['x-oss-server-side-encryption'], 'AES256');
      assert.equal(got.res.headers['etag'], done.etag);
    });

    it('copies an object in parts', async () => {
      await client.put('source', content);
      await client.multipartUploadCopy('copied', { sourceKey: 'source', sourceBucketName: bucket }, { partSize });
      assert.deepEqual((await client.get('copied')).content, content);
    });

    it('lists uploads and parts until they are completed or aborted', async () => {
      const { uploadId } = await client.initMultipartUpload('unfinished');
      const { uploads } = await client.listUploads({ prefix: 'unfinished' });
      assert.deepEqual(
        uploads.map((upload) => [upload.name, upload.uploadId]),
        [['unfinished', uploadId]],
      );
      assert.deepEqual((await client.listParts('unfinished', uploadId)).parts, []);
      assert.equal((await client.abortMultipartUpload('unfinished', uploadId)).res.status, 204);
      assert.deepEqual((await client.listUploads({ prefix: 'unfinished' })).uploads, []);
    });
  });
}
