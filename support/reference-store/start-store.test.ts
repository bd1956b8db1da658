import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get as getOverTls } from 'node:https';
import { connect as connectPlainly } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { connect } from 'node:tls';
import OSS from 'ali-oss';
import { startStore, type TestStore } from './start-store.ts';

function clientOf({ endpoint, region, principals }: TestStore): OSS {
  // With a host name, ali-oss signs for the bucket in the path; with an address it does not.
  const url = endpoint.replace('127.0.0.1', 'localhost');
  const client = new OSS({
    ...principals.owner,
    endpoint: url,
    region: `oss-${region}`,
    sldEnable: true,
    authorizationV4: true,
  });
  client.useBucket('photos');
  return client;
}

test('a store has its buckets from the start, and again after a reset, without their objects', async () => {
  await using store = await startStore({ buckets: ['photos'] });
  const client = clientOf(store);
  await client.put('a.txt', Buffer.from('a'));
  await client.putBucket('more');
  await store.reset();
  assert.deepEqual((await client.listV2({})).objects ?? [], []);
  const { buckets } = await client.listBuckets({});
  assert.deepEqual(
    (buckets ?? []).map(({ name }) => name),
    ['photos'],
  );
});

test('the end of the block ends the store', async () => {
  let endpoint: string;
  {
    await using store = await startStore();
    ({ endpoint } = store);
    assert.equal((await fetch(`${endpoint}/_/ready`)).status, 200);
  }
  await assert.rejects(fetch(`${endpoint}/_/ready`));
});

test('a store with TLS presents a certificate of its own authority', async () => {
  await using store = await startStore({ tls: true });
  assert.ok(store.ca !== null && store.endpoint.startsWith('https:'));
  assert.equal(await readiness(store), 200);
});

test('over TLS too, a caller that closes its sending side is answered', async () => {
  await using store = await startStore({ tls: true, buckets: ['photos'] });
  const { ca, endpoint } = store;
  const options = { host: '127.0.0.1', port: Number(new URL(endpoint).port), allowHalfOpen: true };
  const socket = connect({ ...options, ...(ca === null ? {} : { ca }) });
  const head = 'POST /photos HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n';
  socket.end(`${head}Content-Length: 100\r\n\r\n--b`);
  assert.match(await text(socket), /^HTTP\/1\.1 400 /u);
});

for (const tls of [false, true])
  test(`a store ${tls ? 'with' : 'without'} TLS ends while a caller says nothing`, { timeout: 20_000 }, async () => {
    const store = await startStore({ tls });
    // Over TLS, it never begins its handshake.
    const silent = connectPlainly(Number(new URL(store.endpoint).port), '127.0.0.1');
    const ended = once(silent, 'close');
    await once(silent, 'connect');
    // The store accepts connections in their order: it has this one when it has answered the next.
    assert.equal(await readiness(store), 200);
    await store.close();
    await ended;
  });

test('a bucket name that OSS does not allow is refused in a sentence', async () => {
  await assert.rejects(startStore({ buckets: ['Photos'] }), /^InvalidBucketNameError: "Photos" is no bucket name: /u);
});

function readiness({ ca, endpoint }: TestStore): Promise<number | undefined> {
  if (ca === null) return fetch(`${endpoint}/_/ready`).then(({ status }) => status);
  return new Promise((resolve, reject) => {
    getOverTls(`${endpoint}/_/ready`, { ca, agent: false }, ({ statusCode }) => resolve(statusCode)).on(
      'error',
      reject,
    );
  });
}
