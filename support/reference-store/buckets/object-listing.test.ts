import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refusal } from '../errors/refusal.ts';
import type { Answer } from '../http/answer.ts';
import { route } from '../http/routing.ts';
import { storeRequest } from '../testing/store-request.ts';
import { childrenNamed } from '../xml/element.ts';
import { readXmlDocument } from '../xml/reading.ts';
import type { XmlElement } from '../xml/element.ts';
import { principalNamed } from '../store-principals.ts';
import { documentedBuckets } from './behaviour.ts';
import type { ObjectSummary } from './bucket-contents.ts';
import { BucketsInMemory } from './buckets-in-memory.ts';
import { documentedListings } from './listings-behaviour.ts';
import { bucketOperations } from './operations.ts';

const keys = ['a', 'a b&c', 'a/1', 'a/2', 'b/1', 'b/2/3', 'c', 'é'];

function summary(key: string): ObjectSummary {
  return { key, lastModified: new Date(0), etag: 'E', type: 'Normal', size: 3, storageClass: 'Standard' };
}

async function answerTo(query: string): Promise<Answer | Refusal> {
  const operations = bucketOperations({
    repository: new BucketsInMemory(),
    contents: { isEmpty: () => false, objects: () => keys.map(summary) },
    region: 'cn-hangzhou',
    clock: () => new Date(),
    buckets: documentedBuckets,
    listings: documentedListings,
    settings: [],
  });
  const request = storeRequest({ method: 'GET', target: `/bkt?${query}` });
  const operation = route(request, { scope: 'bucket', bucket: 'bkt' }, operations);
  assert.ok(!(operation instanceof Refusal) && operation.scope === 'bucket');
  return operation.run({ request, principal: principalNamed('owner'), body: new Uint8Array(), bucket: 'bkt' });
}

async function list(query: string): Promise<XmlElement> {
  const answer = await answerTo(query);
  assert.ok(!(answer instanceof Refusal) && answer.body instanceof Uint8Array);
  return readXmlDocument(answer.body);
}

function text(root: XmlElement, name: string): string | undefined {
  return childrenNamed(root, name)[0]?.text;
}

function names(root: XmlElement): readonly string[] {
  return root.children
    .filter(({ name }) => name === 'Contents' || name === 'CommonPrefixes')
    .map((entry) => entry.children[0]?.text ?? '');
}

describe('ListObjects', () => {
  for (const [query, expected, next] of [
    ['', keys, undefined],
    ['prefix=a', ['a', 'a b&c', 'a/1', 'a/2'], undefined],
    ['delimiter=/', ['a', 'a b&c', 'a/', 'b/', 'c', 'é'], undefined],
    ['delimiter=/&prefix=b/', ['b/1', 'b/2/'], undefined],
    ['max-keys=3', ['a', 'a b&c', 'a/1'], 'a/1'],
    ['max-keys=3&delimiter=/', ['a', 'a b&c', 'a/'], 'a/'],
    ['marker=a/&delimiter=/', ['b/', 'c', 'é'], undefined],
    ['marker=c', ['é'], undefined],
    ['max-keys=8', keys, undefined],
    ['encoding-type=url&prefix=a', ['a', 'a%20b%26c', 'a%2F1', 'a%2F2'], undefined],
  ] as const)
    it(`lists ${expected.join(' | ')} for ${query || 'no parameters'}`, async () => {
      const root = await list(query);
      assert.deepEqual(names(root), expected);
      assert.equal(text(root, 'NextMarker'), next);
      assert.equal(text(root, 'IsTruncated'), String(next !== undefined));
    });

  it('goes through everything, page by page, without repeating a name', async () => {
    for (const delimiter of ['', '/']) {
      const all = names(await list(`delimiter=${delimiter}`));
      const seen: string[] = [];
      let marker: string | undefined = '';
      while (marker !== undefined) {
        const page: XmlElement = await list(`max-keys=1&delimiter=${delimiter}&marker=${encodeURIComponent(marker)}`);
        seen.push(...names(page));
        marker = text(page, 'NextMarker');
      }
      assert.deepEqual(seen, all);
    }
  });
});

describe('ListObjectsV2', () => {
  it('goes on from its continuation token', async () => {
    const first = await list('list-type=2&max-keys=5');
    assert.deepEqual([names(first), text(first, 'KeyCount')], [keys.slice(0, 5), '5']);
    const token = text(first, 'NextContinuationToken') ?? '';
    const second = await list(`list-type=2&continuation-token=${encodeURIComponent(token)}`);
    assert.deepEqual([names(second), text(second, 'IsTruncated')], [keys.slice(5), 'false']);
    assert.equal(text(second, 'ContinuationToken'), token);
    assert.deepEqual([text(first, 'StartAfter'), text(first, 'ContinuationToken')], [undefined, undefined]);
  });

  it('issues tokens that url encoding does not change', async () => {
    for (let size = 1; size < keys.length; size += 1) {
      const token = text(await list(`list-type=2&max-keys=${size}`), 'NextContinuationToken') ?? '';
      assert.match(token, /^[\w-]+$/u);
    }
  });

  it('starts after a name next to an empty token', async () => {
    const page = await list('list-type=2&start-after=b/1&continuation-token=');
    assert.deepEqual([names(page), text(page, 'StartAfter')], [['b/2/3', 'c', 'é'], 'b/1']);
  });

  it('refuses a token that it did not issue: 400 InvalidArgument', async () => {
    for (const token of ['b/1', 'Yi8x', '****', 'AAAA']) {
      const refusal = await answerTo(`list-type=2&continuation-token=${encodeURIComponent(token)}`);
      assert.ok(refusal instanceof Refusal, token);
      assert.deepEqual([refusal.status, refusal.code, refusal.ec], [400, 'InvalidArgument', '0015-00000404']);
    }
  });

  it('starts after a name', async () => {
    assert.deepEqual(names(await list('list-type=2&start-after=b/1')), ['b/2/3', 'c', 'é']);
  });
});

describe('the limits of both listings', () => {
  for (const query of [
    `prefix=${'k'.repeat(1024)}`,
    `prefix=${encodeURIComponent('中'.repeat(342))}`,
    `marker=${'k'.repeat(1024)}`,
    `list-type=2&start-after=${'k'.repeat(1024)}`,
    'delimiter=//',
    'max-keys=1001',
    'max-keys=0',
    'max-keys=ten',
    'encoding-type=base64',
  ])
    it(`refuses ${query.slice(0, 30)}: 400 InvalidArgument`, async () => {
      const refusal = await answerTo(query);
      assert.ok(refusal instanceof Refusal);
      assert.deepEqual([refusal.status, refusal.code], [400, 'InvalidArgument']);
    });

  for (const query of [
    `prefix=${'k'.repeat(1023)}`,
    `prefix=${encodeURIComponent('中'.repeat(341))}`,
    `marker=${'z'.repeat(1023)}`,
    `list-type=2&start-after=${'z'.repeat(1023)}`,
    'prefix=none&delimiter=%E4%B8%AD',
  ])
    it(`accepts ${query.slice(0, 30)}`, async () => {
      assert.equal((await list(query)).name, 'ListBucketResult');
    });
});

describe('ListObjectVersions', () => {
  it('shows every object as the latest, and only, version of itself', async () => {
    const root = await list('versions&prefix=a/');
    assert.equal(root.name, 'ListVersionsResult');
    const versions = childrenNamed(root, 'Version');
    assert.deepEqual(
      versions.map((version) => ['Key', 'VersionId', 'IsLatest', 'Size'].map((name) => text(version, name))),
      [
        ['a/1', 'null', 'true', '3'],
        ['a/2', 'null', 'true', '3'],
      ],
    );
    assert.deepEqual(childrenNamed(root, 'DeleteMarker'), []);
  });

  it('goes on from its key marker', async () => {
    const first = await list('versions&max-keys=5&delimiter=/');
    assert.deepEqual(
      ['IsTruncated', 'NextKeyMarker', 'NextVersionIdMarker'].map((name) => text(first, name)),
      ['true', 'c', 'null'],
    );
    const second = await list('versions&key-marker=c&version-id-marker=null');
    assert.deepEqual(
      childrenNamed(second, 'Version').map((version) => text(version, 'Key')),
      ['é'],
    );
    assert.equal(text(second, 'KeyMarker'), 'c');
  });
});
