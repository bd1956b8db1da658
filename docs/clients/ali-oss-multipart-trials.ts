import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type OSS from 'ali-oss';
import type { Place, Trial } from './trial.ts';

/** The smallest part that is not the last. */
const partSize = 100 * 1024;
const content = Buffer.alloc(2 * partSize + 7, 'multipart');

export const aliOssMultipartTrials: readonly Trial<OSS>[] = [
  {
    method: 'multipartUpload',
    operation: 'CompleteMultipartUpload',
    async use(client, { key }) {
      await client.multipartUpload(key, content, { partSize });
      assert.deepEqual((await client.get(key)).content, content);
    },
  },
  {
    method: 'multipartUploadCopy',
    operation: 'UploadPartCopy',
    async use(client, { bucket, key }) {
      await client.put(`${key}-source`, content);
      const source = { sourceKey: `${key}-source`, sourceBucketName: bucket };
      await client.multipartUploadCopy(key, source, { partSize });
      assert.deepEqual((await client.get(key)).content, content);
    },
  },
  {
    method: 'initMultipartUpload',
    operation: 'InitiateMultipartUpload',
    async use(client, { key }) {
      assert.match((await client.initMultipartUpload(key)).uploadId, /./u);
    },
  },
  { method: 'uploadPart', operation: 'UploadPart', use: uploadTwoParts },
  { method: 'completeMultipartUpload', operation: 'CompleteMultipartUpload', use: uploadTwoParts },
  {
    method: 'uploadPartCopy',
    operation: 'UploadPartCopy',
    async use(client, { bucket, key }) {
      await client.put(`${key}-source`, content);
      const source = { sourceKey: `${key}-source`, sourceBucketName: bucket };
      const { uploadId } = await client.initMultipartUpload(key);
      const { res } = await client.uploadPartCopy(key, uploadId, 1, '0-99', source);
      await client.completeMultipartUpload(key, uploadId, [{ number: 1, etag: res.headers['etag'] ?? '' }]);
      assert.deepEqual((await client.get(key)).content, content.subarray(0, 100));
    },
  },
  {
    method: 'abortMultipartUpload',
    operation: 'AbortMultipartUpload',
    async use(client, { key }) {
      const { uploadId } = await client.initMultipartUpload(key);
      await client.abortMultipartUpload(key, uploadId);
      await assert.rejects(client.listParts(key, uploadId), { code: 'NoSuchUpload', status: 404 });
    },
  },
  {
    method: 'listParts',
    operation: 'ListParts',
    async use(client, { key }) {
      const { uploadId } = await client.initMultipartUpload(key);
      // ali-oss returns a single part as such, not in a list.
      await withFile(async (file) => {
        await client.uploadPart(key, uploadId, 1, file, 0, 7);
        await client.uploadPart(key, uploadId, 2, file, 7, 15);
      });
      const { parts } = await client.listParts(key, uploadId);
      assert.deepEqual(
        parts.map(({ Size }) => Size),
        ['7', '8'],
      );
    },
  },
  {
    method: 'listUploads',
    operation: 'ListMultipartUploads',
    async use(client, { key }) {
      const { uploadId } = await client.initMultipartUpload(key);
      const { uploads } = await client.listUploads({ prefix: key, 'max-uploads': 10 });
      assert.deepEqual(
        uploads.map((upload) => upload.uploadId),
        [uploadId],
      );
    },
  },
];

async function uploadTwoParts(client: OSS, { key }: Place): Promise<void> {
  const { uploadId } = await client.initMultipartUpload(key);
  await withFile(async (file) => {
    const first = await client.uploadPart(key, uploadId, 1, file, 0, partSize);
    const second = await client.uploadPart(key, uploadId, 2, file, partSize, content.length);
    const parts = [first, second].map(({ etag }, at) => ({ number: at + 1, etag }));
    await client.completeMultipartUpload(key, uploadId, parts);
  });
  assert.deepEqual((await client.get(key)).content, content);
}

/** uploadPart takes parts from a file. */
async function withFile(use: (file: string) => Promise<unknown>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ali-oss-part-'));
  const file = join(folder, 'content');
  await writeFile(file, content);
  await use(file).finally(() => rm(folder, { recursive: true }));
}
