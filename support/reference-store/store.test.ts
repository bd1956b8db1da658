import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startReferenceStore } from './store.ts';
import { StoreUnderTest, ruleDocument } from './testing/store-under-test.ts';

describe('a reference store', () => {
  let store: StoreUnderTest;

  before(async () => {
    store = await StoreUnderTest.start();
    await store.ask('PUT', '/bkt');
  });
  after(() => store.close());

  it('has separate keys for every principal', async () => {
    const other = await startReferenceStore();
    await other.close();
    const keys = [store.store, other].flatMap(({ principals }) => Object.values(principals));
    assert.equal(new Set(keys.flatMap(({ accessKeyId, accessKeySecret }) => [accessKeyId, accessKeySecret])).size, 28);
  });

  it('does not start with one key for two principals', async () => {
    const key = { accessKeyId: 'same', accessKeySecret: 'x' };
    await assert.rejects(startReferenceStore({ principals: { owner: key, outsider: key } }), /same is given twice/);
  });

  it('does not start on a port that is taken', async () => {
    await assert.rejects(startReferenceStore({ port: store.port }), /EADDRINUSE/);
  });

  it('may be closed twice', async () => {
    const other = await startReferenceStore();
    await Promise.all([other.close(), other.close()]);
    await other.close();
  });

  it('gives every answer its own id, the same in header and document', async () => {
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => store.ask('GET', '/bkt?encryption', { as: null })),
    );
    const ids = replies.map((reply) => reply.header('x-oss-request-id') ?? '');
    assert.equal(new Set(ids).size, 20);
    for (const [index, id] of ids.entries()) {
      assert.match(id, /^[0-9A-F]{24}$/);
      assert.ok(Math.abs(Number.parseInt(id.slice(0, 8), 16) - Date.now() / 1000) < 60);
      assert.equal(replies[index]?.text('RequestId'), id);
    }
  });

  it('sends the common headers with success and refusal', async () => {
    for (const target of ['/bkt', '/bkt?encryption']) {
      const reply = await store.ask('GET', target);
      assert.equal(reply.header('server'), 'AliyunOSS');
      assert.match(reply.header('x-oss-server-time') ?? '', /^\d+$/);
      assert.equal(new Date(reply.header('date') ?? '').toUTCString(), reply.header('date'));
      assert.equal(reply.header('content-type'), 'application/xml');
      assert.equal(reply.header('content-length'), String(Buffer.byteLength(reply.body)));
    }
  });

  it('names the host of the request, and where the error is explained', async () => {
    const headers = [['Host', 'bkt.oss-cn-hangzhou.aliyuncs.com']] as const;
    const reply = await store.ask('GET', '/?encryption', { headers });
    assert.equal(reply.text('HostId'), 'bkt.oss-cn-hangzhou.aliyuncs.com');
    assert.equal(reply.text('RecommendDoc'), `https://api.aliyun.com/troubleshoot?q=${reply.text('EC')}`);
  });

  it('names its own endpoint to a caller at that of another region', async () => {
    const at = async (host: string, target = '/?encryption'): Promise<string> =>
      (await store.ask('GET', target, { headers: [['Host', host]] })).outcome;
    const found = '404 NoSuchServerSideEncryptionRule';
    for (const host of ['oss-cn-hangzhou', 'oss-cn-hangzhou-internal', 'oss-accelerate', 'oss'])
      assert.equal(await at(`bkt.${host}.aliyuncs.com`), found, host);
    for (const host of ['oss-cn-beijing', 'oss-cn-hangzhou-2', 'oss-cn-beijing-internal'])
      assert.equal(await at(`bkt.${host}.aliyuncs.com`), '403 AccessDenied', host);
    assert.equal(await at('bkt.oss-cn-beijing.aliyuncs.com', '/?bucketInfo'), '200');
    const reply = await store.ask('GET', '/bkt', { headers: [['Host', 'oss-cn-beijing.aliyuncs.com']] });
    assert.deepEqual([reply.text('Bucket'), reply.text('Endpoint')], ['bkt', 'oss-cn-hangzhou.aliyuncs.com']);
  });

  it('escapes what the caller put into the error document', async () => {
    const reply = await store.ask('GET', '/%3Ca%3E&%00%22?encryption');
    assert.equal(reply.outcome, '400 InvalidBucketName');
    assert.equal(reply.text('BucketName'), '<a>&\ufffd"');
  });

  it('answers 500 InternalError when it fails inside, and goes on', async (context) => {
    context.mock.method(console, 'error', () => {});
    const broken = await StoreUnderTest.start({
      deviation: {
        deviate: () => ({
          authorize() {
            throw new Error('broken inside');
          },
        }),
      },
    });
    for (const _ of [1, 2]) {
      const reply = await broken.ask('GET', '/');
      assert.equal(reply.outcome, '500 InternalError');
      assert.doesNotMatch(reply.body, /broken inside/);
    }
    await broken.close();
  });
});

describe('the request log', () => {
  it('shows each request, its principal and its outcome', async () => {
    const store = await StoreUnderTest.start();
    await store.ask('PUT', '/bkt');
    const body = ruleDocument('<SSEAlgorithm>AES256</SSEAlgorithm>');
    const reply = await store.ask('PUT', '/bkt?encryption=', { as: 'delegate', body });
    await store.ask('GET', '/bkt?encryption', { as: null });
    const forged = { ...store.store.principals.owner, accessKeySecret: 'guessed' };
    await store.ask('DELETE', '/bkt', { as: forged });
    const log = store.store.requestLog.map(({ method, path, action, status, principal }) =>
      [method, path, action, status, principal].join(' '),
    );
    assert.deepEqual(log, [
      'PUT /bkt PutBucket 200 owner',
      'PUT /bkt?encryption= PutBucketEncryption 200 delegate',
      'GET /bkt?encryption GetBucketEncryption 403 anonymous',
      'DELETE /bkt DeleteBucket 403 ',
    ]);
    const put = store.store.requestLog[1];
    assert.equal(put?.requestId, reply.header('x-oss-request-id'));
    assert.deepEqual(put?.body, Buffer.from(body));
    assert.ok(put?.headers.some(([name]) => name === 'Authorization'));
    await store.close();
  });

  it('keeps the latest two thousand requests', async () => {
    const store = await StoreUnderTest.start();
    for (let index = 0; index < 2_050; index += 50)
      await Promise.all(Array.from({ length: 50 }, (_, more) => store.ask('GET', `/n-${index + more}`, { as: null })));
    assert.equal(store.store.requestLog.length, 2_000);
    await store.close();
  });
});
