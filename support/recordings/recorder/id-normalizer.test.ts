import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Answer } from '../../client/exchange.ts';
import type { HeaderPair, WireRequest } from '../../client/request.ts';
import { IdNormalizer } from './id-normalizer.ts';

const request: WireRequest = { origin: 'http://store.example', method: 'GET', path: '/b/', headers: [], body: null };

function answer(headers: readonly HeaderPair[], body = ''): Answer {
  return { status: 200, headers, body: Buffer.from(body) };
}

function placeholderOf(id: string): string | undefined {
  const ids = new IdNormalizer();
  ids.learn(request, answer([['x-oss-request-id', id]]), request);
  return new Map(ids.pairs).get(id);
}

const shapes: readonly (readonly [id: string, placeholder: string | undefined])[] = [
  ['5C1B138A109F4E405B2D8AEF', '000000000000000000000001'],
  ['5c1b138a109f4e405b2d8aef', 'aaaaaaaaaaaaaaaaaaaaaaa1'],
  ['9468da86-3509-4f8d-a61e-6eab1eac0001', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaa1'],
  ['123456789012', '000000000001'],
  ['Zm9vYmFyYmF6', 'xxxxxxxxxxx1'],
  ['Zm9v+mFy/mF6==', 'xxxxxxxxxxx1=='],
  ['short', undefined],
];

for (const [id, placeholder] of shapes)
  test(`the placeholder of ${id} has its length and alphabet`, () => {
    assert.equal(placeholderOf(id), placeholder);
  });

const places: readonly (readonly [what: string, given: Answer, id: string])[] = [
  ['a request id in a header', answer([['X-Oss-Request-Id', 'AAAABBBB']]), 'AAAABBBB'],
  ['a request id in a document', answer([], '<Error><RequestId>AAAABBBB</RequestId></Error>'), 'AAAABBBB'],
  ['an upload id', answer([], '<R><UploadId>AAAABBBB</UploadId></R>'), 'AAAABBBB'],
  ['an entity tag', answer([['ETag', '"AAAABBBB"']]), 'AAAABBBB'],
  ['a key that the store chose', answer([['x-oss-server-side-encryption-key-id', 'aaaa-bbbb']]), 'aaaa-bbbb'],
  ['the owner of a bucket', answer([], '<Owner><ID>1000000000000001</ID></Owner>'), '1000000000000001'],
  [
    'a request id in x-oss-err',
    answer([['x-oss-err', Buffer.from('<Error><RequestId>AAAABBBB</RequestId></Error>').toString('base64')]]),
    'AAAABBBB',
  ],
  [
    'the digest of what the store would have signed',
    answer(
      [],
      `<StringToSign>OSS4-HMAC-SHA256\n20260101T000000Z\n20260101/r/oss/aliyun_v4_request\n${'ab'.repeat(32)}</StringToSign>`,
    ),
    'ab'.repeat(32),
  ],
];

for (const [what, given, id] of places)
  test(`${what} has a placeholder`, () => {
    const ids = new IdNormalizer();
    ids.learn(request, given, request);
    assert.ok(new Map(ids.pairs).has(id));
  });

test('the same id has the same placeholder, another one another', () => {
  const ids = new IdNormalizer();
  for (const id of ['AAAABBBB', 'CCCCDDDD', 'AAAABBBB'])
    ids.learn(request, answer([['x-oss-request-id', id]]), request);
  assert.deepEqual(
    [...ids.pairs],
    [
      ['AAAABBBB', '00000001'],
      ['CCCCDDDD', '00000002'],
    ],
  );
});

test('what the client has sent is no id of the store: a chosen key, the MD5 of an object', () => {
  const body = Buffer.from('<KMSMasterKeyID>test-key-0001</KMSMasterKeyID>');
  const md5 = createHash('md5').update(body).digest('hex').toUpperCase();
  const ids = new IdNormalizer();
  ids.learn({ ...request, method: 'PUT', body }, answer([['ETag', `"${md5}"`]], Buffer.from(body).toString()), request);
  assert.deepEqual([...ids.pairs], []);
});

test('a signature that is encoded in the URL is no id of the store', () => {
  const ids = new IdNormalizer();
  const refused = answer([], '<SignatureProvided>a+b/cdefghi=</SignatureProvided>');
  ids.learn({ ...request, path: '/b/?Signature=a%2Bb%2Fcdefghi%3D' }, refused, request);
  assert.deepEqual([...ids.pairs], []);
});

function refusal(digest: string, id: string): Answer {
  return answer(
    [['x-oss-request-id', id]],
    `<StringToSign>OSS4-HMAC-SHA256\n20260101T000000Z\n20260101/r/oss/aliyun_v4_request\n${digest}</StringToSign>`,
  );
}

/** The placeholders for two digests, and for the id that comes after them. */
function placeholdersOf(second: string): readonly (string | undefined)[] {
  const first = 'ab'.repeat(32);
  const ids = new IdNormalizer();
  ids.learn(request, refusal(first, 'AAAABBBB'), request);
  ids.learn(request, refusal(second, 'CCCCDDDD'), request);
  const pairs = new Map(ids.pairs);
  return [pairs.get(first), pairs.get(second), pairs.get('CCCCDDDD')];
}

test('two digests that the store computes of one request have the same placeholder, because their difference is chance', () => {
  assert.deepEqual(placeholdersOf('cd'.repeat(32)), placeholdersOf('ab'.repeat(32)));
});
