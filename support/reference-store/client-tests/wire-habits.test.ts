import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { requestBytes } from '../../client/raw-socket.ts';
import type { HeaderPair, OssRequest } from '../../client/request.ts';
import { httpDate, isoBasicDate } from '../../client/signature/dates.ts';
import { signV1Header } from '../../client/signature/v1.ts';
import { signV4Header } from '../../client/signature/v4.ts';
import { rawExchange } from '../testing/raw-exchange.ts';
import { StoreUnderTest } from '../testing/store-under-test.ts';

/** How a client's encryption requests differ from those of other clients (facts.md 12.1). */
interface Habit {
  readonly client: string;
  readonly does: string;
  readonly signature: 'v1' | 'v4';
  readonly method: 'PUT' | 'GET' | 'DELETE';
  /** Everything after the bucket, e.g. `?encryption`. */
  readonly query?: '?encryption' | '?encryption=';
  /** In the order they are sent; `Host` goes before them, `Content-Length` and `Authorization` after them. */
  readonly headers?: (body: string) => readonly HeaderPair[];
  readonly body?: string;
  /** The signed request on the wire. */
  readonly written?: (bytes: string) => string;
}

const wrapped = (settings: string): string =>
  `<ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault>${settings}</ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>`;
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const aes256 = '<SSEAlgorithm>AES256</SSEAlgorithm>';
const md5 = (body: string): string => createHash('md5').update(body).digest('base64');
const now = new Date('2026-11-22T12:06:43Z');
const date: HeaderPair = ['Date', httpDate(now)];
const xml: HeaderPair = ['Content-Type', 'application/xml'];

const habits: readonly Habit[] = [
  {
    client: 'ossutil 1.7.19',
    does: 'sends text/plain, no Content-MD5 and no XML declaration',
    signature: 'v1',
    method: 'PUT',
    headers: () => [['Content-Type', 'text/plain; charset=utf-8'], date],
    body: wrapped(aes256),
  },
  {
    client: 'ossutil 1.7.19',
    does: 'signs the text of Date as the timestamp of V4, without x-oss-date',
    signature: 'v4',
    method: 'PUT',
    headers: () => [['Content-Type', 'text/plain; charset=utf-8'], date],
    body: wrapped(aes256),
  },
  {
    client: 'Go SDK V2 1.5.1',
    does: 'sends Content-MD5 and Content-Type with GET, and both dates',
    signature: 'v4',
    method: 'GET',
    headers: () => [xml, ['Content-MD5', md5('')], ['X-Oss-Date', isoBasicDate(now)], date],
  },
  {
    client: 'Go SDK V2 1.5.1',
    does: 'sends Content-MD5 and Content-Type with DELETE',
    signature: 'v4',
    method: 'DELETE',
    headers: () => [xml, ['Content-MD5', md5('')], ['X-Oss-Date', isoBasicDate(now)], date],
  },
  {
    client: 'Go SDK V2 1.5.1',
    does: 'writes KMSDataEncryption after KMSMasterKeyID, without an XML declaration',
    signature: 'v4',
    method: 'PUT',
    headers: (body) => [xml, ['Content-MD5', md5(body)], ['X-Oss-Date', isoBasicDate(now)], date],
    body: wrapped(
      '<SSEAlgorithm>KMS</SSEAlgorithm><KMSMasterKeyID>key-1</KMSMasterKeyID><KMSDataEncryption>SM4</KMSDataEncryption>',
    ),
  },
  {
    client: 'Python SDK V2 1.3.2',
    does: 'sends Content-MD5 and Content-Type with GET, without Date',
    signature: 'v4',
    method: 'GET',
    headers: () => [xml, ['Content-MD5', md5('')], ['x-oss-date', isoBasicDate(now)]],
  },
  {
    client: 'Python SDK V2 1.3.2',
    does: 'writes KMSMasterKeyID before SSEAlgorithm',
    signature: 'v4',
    method: 'PUT',
    headers: (body) => [xml, ['Content-MD5', md5(body)], ['x-oss-date', isoBasicDate(now)]],
    body: declaration + wrapped('<KMSMasterKeyID>key-1</KMSMasterKeyID><SSEAlgorithm>KMS</SSEAlgorithm>'),
  },
  {
    client: 'Python oss2 2.19.1',
    does: 'sends no Content-Type',
    signature: 'v1',
    method: 'PUT',
    headers: () => [date],
    body: wrapped(aes256),
  },
  {
    client: 'Python oss2 2.19.1',
    does: 'writes a space before Signature= in the Authorization of V4',
    signature: 'v4',
    method: 'PUT',
    headers: () => [['x-oss-date', isoBasicDate(now)], date],
    body: wrapped(aes256),
    written: (bytes) => bytes.replace(',Signature=', ', Signature='),
  },
  {
    client: 'Java SDK 3.18.4',
    does: 'sends an empty KMSMasterKeyID with AES256, without Content-Type',
    signature: 'v1',
    method: 'PUT',
    headers: () => [date],
    body: wrapped(`${aes256}<KMSMasterKeyID></KMSMasterKeyID>`),
  },
  {
    client: 'npm ali-oss 6.23.0',
    does: 'writes encryption=, and x-oss-date in the form of Date instead of it, twice signed',
    signature: 'v1',
    method: 'PUT',
    query: '?encryption=',
    headers: (body) => [['x-oss-date', httpDate(now)], xml, ['content-md5', md5(body)]],
    body: declaration + wrapped(aes256),
  },
  {
    client: 'npm ali-oss 6.23.0',
    does: 'writes encryption= and signs encryption under V4, without Date',
    signature: 'v4',
    method: 'GET',
    query: '?encryption=',
    headers: () => [['x-oss-date', isoBasicDate(now)]],
  },
  {
    client: 'npm ali-oss 6.23.0',
    does: 'writes encryption= when it deletes, too',
    signature: 'v1',
    method: 'DELETE',
    query: '?encryption=',
    headers: () => [['x-oss-date', httpDate(now)]],
  },
  {
    client: 'npm @alicloud/oss-client 1.1.4',
    does: 'sends the document in chunks',
    signature: 'v1',
    method: 'PUT',
    headers: () => [xml, date, ['Transfer-Encoding', 'chunked']],
    body: declaration + wrapped(aes256),
    written: (bytes) => {
      const start = bytes.indexOf('\r\n\r\n') + 4;
      return bytes.slice(0, start) + chunked(bytes.slice(start));
    },
  },
];

describe('what real clients send for encryption is accepted', () => {
  let store: StoreUnderTest;
  before(async () => {
    store = await StoreUnderTest.start({ clock: () => now });
    await store.ask('PUT', '/bkt');
  });
  after(() => store.close());

  const statuses = { PUT: 200, GET: 200, DELETE: 204 } as const;

  for (const addressing of ['path', 'virtual'] as const)
    for (const habit of habits)
      it(`${habit.client} ${habit.does} (${habit.signature}, ${addressing} style)`, async () => {
        await store.putRule('bkt', '<SSEAlgorithm>SM4</SSEAlgorithm>');
        const reply = await rawExchange(store.port, written(habit, addressing), { until: isWhole });
        assert.equal(Number(reply.text.split(' ')[1]), statuses[habit.method], reply.text);
        assert.equal(await algorithm(), algorithmAfter(habit));
      });

  it('and one byte changed in what was signed is refused', async () => {
    for (const habit of habits) {
      const bytes = written(habit, 'path').replace('encryption', 'encryptioN');
      const reply = await rawExchange(store.port, bytes, { until: isWhole });
      assert.match(reply.text, /^HTTP\/1\.1 403 /, `${habit.client} ${habit.does}`);
    }
  });

  function written(
    { signature, method, query = '?encryption', headers, body = '', written: touch }: Habit,
    addressing: 'path' | 'virtual',
  ): string {
    const host = `127.0.0.1:${store.port}`;
    const request: OssRequest = {
      method,
      bucket: 'bkt',
      query: [['encryption']],
      headers: [['Host', addressing === 'path' ? host : `bkt.${host}`], ...(headers?.(body) ?? [])],
    };
    const { owner } = store.store.principals;
    const signed =
      signature === 'v1'
        ? signV1Header(request, owner, { at: now })
        : signV4Header(request, owner, { at: now, region: store.store.region });
    const isChunked = request.headers.some(([name]) => name === 'Transfer-Encoding');
    const length: HeaderPair[] = body === '' || isChunked ? [] : [['Content-Length', String(Buffer.byteLength(body))]];
    const bytes = requestBytes({
      origin: store.store.endpoint,
      method,
      path: `${addressing === 'path' ? '/bkt/' : '/'}${query}`,
      headers: [...request.headers, ...length, ...signed.headers],
      body: Buffer.from(body),
    }).toString('latin1');
    return touch?.(bytes) ?? bytes;
  }

  async function algorithm(): Promise<string | undefined> {
    const reply = await store.ask('GET', '/bkt?encryption');
    return reply.status === 200 ? reply.text('ApplyServerSideEncryptionByDefault', 'SSEAlgorithm') : undefined;
  }
});

function algorithmAfter({ method, body = '' }: Habit): string | undefined {
  if (method === 'DELETE') return undefined;
  return method === 'GET' ? 'SM4' : /<SSEAlgorithm>(\w+)</.exec(body)?.[1];
}

/** In two chunks: the second may come in a separate packet. */
function chunked(body: string): string {
  const half = Math.floor(body.length / 2);
  const chunks = [body.slice(0, half), body.slice(half), ''];
  return chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('');
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  const length = Number(/^content-length: (\d+)/im.exec(text)?.[1] ?? 0);
  return end >= 0 && text.length >= end + 4 + length;
}
