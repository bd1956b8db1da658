import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { MeasuredStoreWords } from '../../testing/measured-store.ts';
import { ObjectClient } from '../testing/object-client.ts';

const program = fileURLToPath(new URL('../../testing/measured-store.ts', import.meta.url));
const mebibyte = 1024 ** 2;
const size = 64 * mebibyte;
const atOnce = 4;
/** The memory that the store may use in addition to an idle store: less than two objects. */
const limit = 100 * mebibyte;

const principals = {
  owner: { accessKeyId: 'owner', accessKeySecret: 'secret' },
  delegate: { accessKeyId: 'delegate', accessKeySecret: 'secret' },
  outsider: { accessKeyId: 'outsider', accessKeySecret: 'secret' },
};

describe('four objects of 64 MiB at once', () => {
  let child: ChildProcess;
  let client: ObjectClient<{ endpoint: string; principals: typeof principals; close(): Promise<void> }>;
  let endpoint = '';
  let idle = 0;

  before(async () => {
    child = fork(program, [JSON.stringify(principals)]);
    const words = await nextWords();
    assert.ok('endpoint' in words);
    ({ endpoint } = words);
    client = ObjectClient.of({ endpoint, principals, close: async () => {} });
    await client.send('PUT', '/bkt');
    await client.send('PUT', '/bkt/small', { headers: { 'x-oss-server-side-encryption': 'AES256' }, body: 'small' });
    await client.send('GET', '/bkt/small');
    idle = (await memory()).residentBytes;
  });

  after(async () => {
    await client.close();
    const exit = once(child, 'exit');
    child.disconnect();
    await exit;
  });

  it(`are uploaded, encrypted, within ${limit / mebibyte} MiB`, async () => {
    const headers = { 'x-oss-server-side-encryption': 'AES256', 'Content-Length': String(size) };
    const statuses = await eachOf(async (path) => {
      const sending = request(endpoint + path, { method: 'PUT', headers: signed('PUT', path, headers) });
      const [[answer]] = await Promise.all([once(sending, 'response'), pipeline(Readable.from(pieces()), sending)]);
      answer.resume();
      return answer.statusCode;
    });
    assert.deepEqual(statuses, Array(atOnce).fill(200));
    await assertSmall();
  });

  it(`are downloaded, decrypted, within ${limit / mebibyte} MiB`, async () => {
    const lengths = await eachOf(async (path) => {
      const sending = request(endpoint + path, { headers: signed('GET', path, {}) }).end();
      const [answer] = await once(sending, 'response');
      let length = 0;
      for await (const chunk of answer) length += chunk.length;
      return length;
    });
    assert.deepEqual(lengths, Array(atOnce).fill(size));
    await assertSmall();
  });

  function signed(method: string, path: string, headers: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(client.under.sign(method, path, Object.entries(headers), principals.owner));
  }

  async function assertSmall(): Promise<void> {
    const above = (await memory()).peakBytes - idle;
    assert.ok(
      above < limit,
      `${Math.round(above / mebibyte)} MiB above the ${Math.round(idle / mebibyte)} MiB at rest`,
    );
  }

  async function memory(): Promise<Extract<MeasuredStoreWords, { peakBytes: number }>> {
    child.send('how much?');
    const words = await nextWords();
    assert.ok('peakBytes' in words);
    return words;
  }

  async function nextWords(): Promise<MeasuredStoreWords> {
    const ended = new AbortController();
    child.once('exit', () => ended.abort(new Error('the store ended')));
    const [words] = await once(child, 'message', { signal: ended.signal });
    return words;
  }
});

function eachOf<T>(transfer: (path: string) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: atOnce }, (_, index) => transfer(`/bkt/large-${index}`)));
}

/** The same chunk repeatedly, so that the test itself does not hold an object. */
function* pieces(): Iterable<Buffer> {
  const piece = Buffer.alloc(64 * 1024, 'some bytes of an object ');
  for (let sent = 0; sent < size; sent += piece.length) yield piece;
}
