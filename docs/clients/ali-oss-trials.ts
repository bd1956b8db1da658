import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type OSS from 'ali-oss';
import { aliOssMultipartTrials } from './ali-oss-multipart-trials.ts';
import { aliOssUrlTrials } from './ali-oss-url-trials.ts';
import type { Trial } from './trial.ts';

const content = Buffer.from('内容 content');

const reading: readonly Trial<OSS>[] = [
  {
    method: 'get',
    operation: 'GetObject',
    async use(client, { key }) {
      const { res } = await client.put(key, content, { meta: { author: 'alice' } });
      assert.deepEqual((await client.get(key)).content, content);
      assert.equal((await client.get(key, { headers: { Range: 'bytes=2-4' } })).res.status, 206);
      const unchanged = { 'If-None-Match': res.headers['etag'] ?? '' };
      assert.equal((await client.get(key, { headers: unchanged })).res.status, 304);
      await assert.rejects(client.get(`${key}-none`), { code: 'NoSuchKey', status: 404 });
    },
  },
  {
    method: 'getStream',
    operation: 'GetObject',
    async use(client, { key }) {
      await client.put(key, content);
      assert.deepEqual(await buffer((await client.getStream(key)).stream), content);
    },
  },
  {
    method: 'head',
    operation: 'HeadObject',
    async use(client, { key }) {
      await client.put(key, content, { meta: { author: 'alice' } });
      assert.deepEqual((await client.head(key)).meta, { author: 'alice' });
      await assert.rejects(client.head(`${key}-none`), { code: 'NoSuchKey', status: 404 });
    },
  },
  {
    method: 'getObjectMeta',
    operation: 'GetObjectMeta',
    async use(client, { key }) {
      await client.put(key, content);
      assert.equal((await client.getObjectMeta(key)).res.headers['content-length'], String(content.length));
    },
  },
  {
    method: 'getACL',
    operation: 'GetObjectACL',
    async use(client, { key }) {
      await client.put(key, content);
      assert.equal((await client.getACL(key)).acl, 'default');
    },
  },
];

const writing: readonly Trial<OSS>[] = [
  {
    method: 'put',
    operation: 'PutObject',
    async use(client, { key }) {
      await client.put(key, content, { meta: { author: 'alice' }, mime: 'text/plain' });
      const { content: got, res } = await client.get(key);
      assert.deepEqual([got, res.headers['content-type']], [content, 'text/plain']);
      const forbidding = { 'x-oss-forbid-overwrite': 'true' };
      await assert.rejects(client.put(key, content, { headers: forbidding }), { code: 'FileAlreadyExists' });
    },
  },
  {
    method: 'putStream',
    operation: 'PutObject',
    async use(client, { key }) {
      await client.putStream(key, Readable.from([content.subarray(0, 3), content.subarray(3)]));
      assert.deepEqual((await client.get(key)).content, content);
    },
  },
  {
    method: 'append',
    operation: 'AppendObject',
    async use(client, { key }) {
      const { nextAppendPosition } = await client.append(key, content);
      await client.append(key, content, { position: Number(nextAppendPosition) });
      assert.deepEqual((await client.get(key)).content, Buffer.concat([content, content]));
      await assert.rejects(client.append(key, content, { position: 1 }), { code: 'PositionNotEqualToLength' });
    },
  },
  {
    method: 'copy',
    operation: 'CopyObject',
    async use(client, { key }) {
      const source = `${key}/a b+中%41`;
      await client.put(source, content, { meta: { author: 'alice' } });
      await client.copy(key, source);
      const { content: got, res } = await client.get(key);
      assert.deepEqual([got, res.headers['x-oss-meta-author']], [content, 'alice']);
      await assert.rejects(client.copy(key, `${key}-none`), { code: 'NoSuchKey', status: 404 });
    },
  },
  {
    method: 'putMeta',
    operation: 'CopyObject',
    async use(client, { key }) {
      await client.put(key, content, { meta: { author: 'alice' } });
      await client.putMeta(key, { author: 'bob' });
      assert.deepEqual((await client.head(key)).meta, { author: 'bob' });
      assert.deepEqual((await client.get(key)).content, content);
    },
  },
  {
    method: 'putACL',
    operation: 'PutObjectACL',
    async use(client, { key }) {
      await client.put(key, content);
      await client.putACL(key, 'public-read');
      assert.equal((await client.getACL(key)).acl, 'public-read');
    },
  },
  {
    method: 'delete',
    operation: 'DeleteObject',
    async use(client, { key }) {
      await client.put(key, content);
      await client.delete(key);
      await client.delete(key);
      await assert.rejects(client.head(key), { code: 'NoSuchKey', status: 404 });
    },
  },
  {
    method: 'deleteMulti',
    operation: 'DeleteMultipleObjects',
    async use(client, { key }) {
      await client.put(`${key}/<&>`, content);
      const names = [`${key}/<&>`, `${key}/none`];
      assert.deepEqual(
        (await client.deleteMulti(names)).deleted.map(({ Key }) => Key),
        names,
      );
      assert.deepEqual((await client.deleteMulti(names, { quiet: true })).deleted, []);
    },
  },
];

const listing: readonly Trial<OSS>[] = [
  {
    method: 'list',
    operation: 'ListObjects',
    async use(client, { key }) {
      await putThree(client, key);
      const first = await client.list({ prefix: `${key}/`, 'max-keys': 2 });
      const second = await client.list({ prefix: `${key}/`, marker: first.nextMarker ?? '' });
      assert.deepEqual([first.objects.length, second.objects.length], [2, 1]);
      assert.deepEqual((await client.list({ prefix: `${key}/`, delimiter: '/' })).prefixes, [`${key}/b/`]);
    },
  },
  {
    method: 'listV2',
    operation: 'ListObjectsV2',
    async use(client, { key }) {
      await putThree(client, key);
      const first = await client.listV2({ prefix: `${key}/`, 'max-keys': 2 });
      const token = first.nextContinuationToken ?? '';
      const second = await client.listV2({ prefix: `${key}/`, 'continuation-token': token });
      assert.deepEqual([first.keyCount, second.keyCount], [2, 1]);
    },
  },
  ...(['getBucketVersions', 'listObjectVersions'] as const).map((method): Trial<OSS> => ({
    method,
    operation: 'ListObjectVersions',
    async use(client, { key }) {
      await putThree(client, key);
      const { objects } = await client[method]({ prefix: `${key}/` });
      assert.deepEqual(
        objects.map(({ versionId }) => versionId),
        ['null', 'null', 'null'],
      );
    },
  })),
];

/** Those that need operations of other families, which the reference store does not have. */
const others: readonly Trial<OSS>[] = [
  {
    method: 'putObjectTagging',
    operation: 'PutObjectTagging',
    use: async (client, { key }) => {
      await client.put(key, content);
      await client.putObjectTagging(key, { colour: 'red' });
    },
  },
  {
    method: 'getObjectTagging',
    operation: 'GetObjectTagging',
    use: async (client, { key }) => {
      await client.put(key, content);
      await client.getObjectTagging(key);
    },
  },
  {
    method: 'deleteObjectTagging',
    operation: 'DeleteObjectTagging',
    use: async (client, { key }) => {
      await client.put(key, content);
      await client.deleteObjectTagging(key);
    },
  },
  {
    method: 'putSymlink',
    operation: 'PutSymlink',
    use: async (client, { key }) => {
      await client.putSymlink(`${key}-link`, key);
    },
  },
  {
    method: 'getSymlink',
    operation: 'GetSymlink',
    use: async (client, { key }) => {
      await client.getSymlink(`${key}-link`);
    },
  },
  {
    method: 'restore',
    operation: 'RestoreObject',
    use: async (client, { key }) => {
      await client.put(key, content);
      await client.restore(key);
    },
  },
  {
    method: 'processObjectSave',
    operation: 'PostProcess',
    use: async (client, { key }) => {
      await client.put(key, content);
      // ali-oss returns what an error says as well.
      const { res } = await client.processObjectSave(key, `${key}-processed`, 'image/resize,w_1');
      assert.equal(res.status, 200, `answered ${res.status}`);
    },
  },
  {
    method: 'postAsyncFetch',
    operation: 'PutAsyncFetchTask',
    use: async (client, { key }) => {
      await client.postAsyncFetch(key, 'http://127.0.0.1/');
    },
  },
  {
    method: 'getAsyncFetch',
    operation: 'GetAsyncFetchTask',
    use: async (client) => {
      await client.getAsyncFetch('1');
    },
  },
];

export const aliOssTrials: readonly Trial<OSS>[] = [
  ...reading,
  ...writing,
  ...listing,
  ...aliOssMultipartTrials,
  ...aliOssUrlTrials,
  ...others,
];

/** Two names with a common prefix, one without. */
async function putThree(client: OSS, key: string): Promise<void> {
  for (const name of ['a', 'b/1', 'c']) await client.put(`${key}/${name}`, content);
}
