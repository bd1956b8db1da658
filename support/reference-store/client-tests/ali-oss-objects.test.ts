import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import type OSS from 'ali-oss';
import { aliOss, requestStyles } from './ali-oss-client.ts';
import { ServedStore } from './served-store.ts';

let store: ServedStore;
before(async () => {
  store = await ServedStore.start();
});
after(() => store.stop());

/** Names that are written differently in a path, in a header, in a document and in a string to sign. */
const oddName = "a b/中+文 %41~*'()!&=.txt";

for (const style of requestStyles) {
  describe(`ali-oss, ${style.signature}, ${style.addressing} style, with objects`, () => {
    const bucket = `objects-${style.signature}-${style.addressing}`;
    let client: OSS;
    before(async () => {
      client = aliOss(store, store.target.principals.owner, style);
      await client.putBucket(bucket);
      client.useBucket(bucket);
    });

    it('puts one and gets it back, by any name, with its metadata', async () => {
      const content = Buffer.from('内容 content');
      await client.put(oddName, content, { meta: { author: 'alice' }, mime: 'text/plain' });
      const got = await client.get(oddName);
      assert.deepEqual(got.content, content);
      assert.equal(got.res.headers['content-type'], 'text/plain');
      assert.deepEqual((await client.head(oddName)).meta, { author: 'alice' });
      assert.equal((await client.getObjectMeta(oddName)).res.headers['content-length'], String(content.length));
      await client.delete(oddName);
    });

    it('streams one of unknown length in chunks, and streams it back', async () => {
      const content = Buffer.alloc(300_000, 'streamed');
      await client.putStream('streamed', Readable.from([content.subarray(0, 7), content.subarray(7)]));
      const { stream } = await client.getStream('streamed');
      assert.deepEqual(await buffer(stream), content);
    });

    it('gets a range, and nothing where nothing changed', async () => {
      const { res } = await client.put('ranged', Buffer.from('0123456789'));
      const part = await client.get('ranged', { headers: { Range: 'bytes=2-4' } });
      assert.deepEqual([part.res.status, part.content.toString()], [206, '234']);
      const unchanged = await client.head('ranged', { headers: { 'If-None-Match': res.headers['etag'] ?? '' } });
      assert.equal(unchanged.status, 304);
    });

    it('shows the encryption that the bucket or the request asks for', async () => {
      const header = 'x-oss-server-side-encryption';
      const put = await client.put('asked', Buffer.from('1'), { headers: { [header]: 'KMS' } });
      assert.equal(put.res.headers[header], 'KMS');
      await client.putBucketEncryption(bucket, { SSEAlgorithm: 'AES256' });
      assert.equal((await client.put('ruled', Buffer.from('1'))).res.headers[header], 'AES256');
      assert.equal((await client.get('ruled')).res.headers[header], 'AES256');
      await client.deleteBucketEncryption(bucket);
      assert.equal((await client.put('plain', Buffer.from('1'))).res.headers[header], undefined);
    });

    it('copies one, also with another encryption', async () => {
      await client.put('original', Buffer.from('copied'));
      const copied = await client.copy('copies/it is', 'original', {
        headers: { 'x-oss-server-side-encryption': 'AES256' },
      });
      assert.equal(copied.res.headers['x-oss-server-side-encryption'], 'AES256');
      assert.equal((await client.get('copies/it is')).content.toString(), 'copied');
    });

    it('appends where the object ends', async () => {
      const first = await client.append('grown', Buffer.from('12345'));
      assert.equal(first.nextAppendPosition, '5');
      await client.append('grown', Buffer.from('678'), { position: 5 });
      assert.equal((await client.get('grown')).content.toString(), '12345678');
    });

    it('lists all of them page by page, in both versions, and folders by a delimiter', async () => {
      const names = ['list/a', 'list/b/1', 'list/b/2', 'list/c'];
      for (const name of names) await client.put(name, Buffer.from(name));
      const first = await client.list({ prefix: 'list/', 'max-keys': 3 });
      const second = await client.list({ prefix: 'list/', 'max-keys': 3, marker: first.nextMarker ?? '' });
      assert.deepEqual(namesIn(first, second), names);
      const firstOfV2 = await client.listV2({ prefix: 'list/', 'max-keys': 3 });
      const secondOfV2 = await client.listV2({
        prefix: 'list/',
        'continuation-token': firstOfV2.nextContinuationToken ?? '',
      });
      assert.deepEqual(namesIn(firstOfV2, secondOfV2), names);
      assert.deepEqual([firstOfV2.keyCount, secondOfV2.keyCount], [3, 1]);
      const folder = await client.list({ prefix: 'list/', delimiter: '/' });
      assert.deepEqual([folder.prefixes, namesIn(folder)], [['list/b/'], ['list/a', 'list/c']]);
      const versions = await client.getBucketVersions({ prefix: 'list/', maxKeys: 2 });
      assert.deepEqual(
        versions.objects.map(({ name, versionId, isLatest }) => [name, versionId, isLatest]),
        [
          ['list/a', 'null', true],
          ['list/b/1', 'null', true],
        ],
      );
      assert.equal(versions.isTruncated, true);
    });

    it('deletes several at once, missing ones too', async () => {
      await client.put('several/1', Buffer.from('1'));
      const { deleted } = await client.deleteMulti(['several/1', 'several/<&>', 'several/none']);
      assert.deepEqual(
        deleted.map(({ Key }) => Key),
        ['several/1', 'several/<&>', 'several/none'],
      );
      assert.deepEqual(namesIn(await client.list({ prefix: 'several/' })), []);
      assert.deepEqual((await client.deleteMulti(['several/none'], { quiet: true })).deleted, []);
    });
  });
}

for (const { signature } of requestStyles.filter(({ addressing }) => addressing === 'path'))
  describe(`a URL that ali-oss signed by ${signature}`, () => {
    const bucket = `urls-${signature}`;
    let client: OSS;
    const signed = async (method: string, name: string): Promise<string> =>
      signature === 'v1'
        ? client.signatureUrl(name, { expires: 60, method })
        : client.signatureUrlV4(method, 60, {}, name);
    before(async () => {
      client = aliOss(store, store.target.principals.owner, { signature, addressing: 'path' });
      await client.putBucket(bucket);
      client.useBucket(bucket);
    });

    it('puts and gets an object without other credentials', async () => {
      const put = await fetch(await signed('PUT', oddName), { method: 'PUT', body: new Uint8Array([1, 2, 3]) });
      assert.equal(put.status, 200);
      const got = await fetch(await signed('GET', oddName));
      assert.deepEqual(new Uint8Array(await got.arrayBuffer()), new Uint8Array([1, 2, 3]));
    });

    it('is good for its method and its object alone', async () => {
      await client.put('one', Buffer.from('1'));
      await client.put('two', Buffer.from('2'));
      const url = await signed('GET', 'one');
      assert.equal((await fetch(url)).status, 200);
      assert.equal((await fetch(url, { method: 'DELETE' })).status, 403);
      assert.equal((await fetch(url.replace('/one?', '/two?'))).status, 403);
    });
  });

function namesIn(...pages: readonly { readonly objects: readonly { readonly name: string }[] }[]): string[] {
  return pages.flatMap(({ objects }) => objects.map(({ name }) => name));
}
