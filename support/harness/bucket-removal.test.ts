import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { OssClient } from '../client/client.ts';
import { removeBucket, type Removal } from './bucket-removal.ts';
import { Ledger, readLedger, type OwnBucket } from './ledger.ts';
import { sweep } from './sweep.ts';
import { defaultLimits, type Target } from './target.ts';

const owner = { accessKeyId: 'id', accessKeySecret: 'secret' };

interface StoredBucket {
  readonly objects: Set<string>;
  /** Upload ids by key. */
  readonly uploads: Map<string, string>;
}

interface FakeAnswer {
  readonly status: number;
  readonly body?: string;
}

/** Just enough of a store to be emptied. `misbehave` answers first; `null` leaves the request to the store. */
class FakeStore {
  readonly buckets = new Map<string, StoredBucket>();
  readonly log: string[] = [];
  misbehave: (request: string) => FakeAnswer | 'hang up' | null = () => null;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const line = `${request.method} ${request.url}`;
      this.log.push(line);
      request.resume();
      const answer = this.misbehave(line) ?? this.#answer(request.method ?? '', request.url ?? '');
      if (answer === 'hang up') request.destroy();
      else response.writeHead(answer.status).end(answer.body);
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => void this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    assert(typeof address === 'object' && address !== null);
    return `http://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => void this.#server.close(resolve));
  }

  put(name: string, objects: readonly string[] = [], uploads: Record<string, string> = {}): void {
    this.buckets.set(name, { objects: new Set(objects), uploads: new Map(Object.entries(uploads)) });
  }

  #answer(method: string, url: string): FakeAnswer {
    // Not a URL, which would resolve the dots in a key.
    const [pathname = '', query = ''] = url.split('?', 2);
    const searchParams = new URLSearchParams(query);
    const [, name = '', ...rest] = pathname.split('/');
    const key = decodeURIComponent(rest.join('/'));
    const bucket = this.buckets.get(name);
    if (name === '') return { status: 200, body: '<ListAllMyBucketsResult/>' };
    if (bucket === undefined) return error(404, 'NoSuchBucket');
    if (method === 'GET') return searchParams.has('uploads') ? listUploads(bucket) : listObjects(bucket);
    if (key === '') return this.#deleteBucket(name, bucket);
    const uploadId = searchParams.get('uploadId');
    if (uploadId === null) bucket.objects.delete(key);
    else if (bucket.uploads.get(key) === uploadId) bucket.uploads.delete(key);
    else return error(404, 'NoSuchUpload');
    return { status: 204 };
  }

  #deleteBucket(name: string, { objects, uploads }: StoredBucket): FakeAnswer {
    if (objects.size + uploads.size > 0) return error(409, 'BucketNotEmpty');
    this.buckets.delete(name);
    return { status: 204 };
  }
}

function error(status: number, code: string): FakeAnswer {
  return { status, body: `<Error><Code>${code}</Code></Error>` };
}

/** Pages of three, so that a test need not fill a bucket with a hundred objects. */
function listObjects({ objects }: StoredBucket): FakeAnswer {
  const contents = [...objects].slice(0, 3).map((key) => `<Contents><Key>${encodeURIComponent(key)}</Key></Contents>`);
  return {
    status: 200,
    body: `<ListBucketResult><EncodingType>url</EncodingType>${contents.join('')}</ListBucketResult>`,
  };
}

function listUploads({ uploads }: StoredBucket): FakeAnswer {
  const entries = [...uploads].map(([key, id]) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId></Upload>`);
  return { status: 200, body: `<ListMultipartUploadsResult>${entries.join('')}</ListMultipartUploadsResult>` };
}

function targetAt(endpoint: string): Target {
  return {
    name: 'fake',
    kind: 'endpoint',
    endpoint,
    region: 'cn-hangzhou',
    addressing: 'path',
    signature: 'v4',
    capabilities: ['v4'],
    principals: { owner },
    sts: null,
    kms: null,
    atRest: null,
    expected: [],
    limits: defaultLimits,
  };
}

describe('buckets of a run', () => {
  let store: FakeStore;
  let endpoint: string;
  let directory: string;
  let client: OssClient;
  let ledger: Ledger;

  beforeEach(async () => {
    store = new FakeStore();
    endpoint = await store.listen();
    directory = mkdtempSync(join(tmpdir(), 'removal-'));
    client = new OssClient({ endpoint, region: 'cn-hangzhou', addressing: 'path', signature: 'v4' });
    ledger = Ledger.open(directory, 'run-1', { endpoint, region: 'cn-hangzhou', addressing: 'path' });
  });
  afterEach(async () => {
    ledger.close();
    await client.close();
    await store.close();
    rmSync(directory, { recursive: true });
  });

  async function own(name: string): Promise<OwnBucket> {
    await ledger.intend(name);
    return ledger.created(name);
  }

  async function remove(patienceMs?: number): Promise<Removal> {
    return removeBucket(client, owner, await own('ossc-a'), patienceMs);
  }

  describe('when they are removed', () => {
    test('cost one request each while they are empty', async () => {
      store.put('ossc-a');
      assert.equal(await remove(), 'removed');
      assert.deepEqual(store.log, ['DELETE /ossc-a/']);
    });

    test('are emptied of objects and uploads, page by page', async () => {
      store.put('ossc-a', ['a', 'b', 'c', 'd', 'e', 'f', 'g'], { big: 'upload-1', bigger: 'upload-2' });
      assert.equal(await remove(), 'removed');
      assert.equal(store.buckets.has('ossc-a'), false);
    });

    test('are emptied of keys that no path or XML would hold as they are', async () => {
      store.put('ossc-a', ['a b', 'a+b', 'a%2Fb', '?x=1', '..', 'a//b', '\u{1}', '中文/😀', '&amp;']);
      assert.equal(await remove(), 'removed');
    });

    test('are gone where the store does not know them', async () => {
      assert.equal(await remove(), 'already gone');
    });

    test('are gone where the store deletes them with 200', async () => {
      store.misbehave = () => ({ status: 200 });
      assert.equal(await remove(), 'removed');
    });

    test('touch nothing but themselves', async () => {
      store.put('ossc-a', ['x']);
      store.put('ossc-ab', ['y']);
      await remove();
      assert.deepEqual([...store.buckets.keys()], ['ossc-ab']);
      assert(store.log.every((line) => line.includes(' /ossc-a/')));
    });

    test('need no store that knows uploads', async () => {
      store.put('ossc-a', ['x']);
      store.misbehave = (line) => (line.includes('?uploads') ? { status: 200, body: '<ListBucketResult/>' } : null);
      assert.equal(await remove(), 'removed');
    });

    test('may stay full for a moment after they were emptied', async () => {
      store.put('ossc-a');
      let refusals = 3;
      store.misbehave = (line) => {
        if (line !== 'DELETE /ossc-a/' || refusals === 0) return null;
        refusals -= 1;
        return error(409, 'BucketNotEmpty');
      };
      assert.equal(await remove(), 'removed');
    });

    const refusals: readonly { title: string; misbehave: FakeStore['misbehave']; left: RegExp }[] = [
      {
        title: 'that the store does not let go',
        misbehave: () => error(403, 'AccessDenied'),
        left: /^DeleteBucket was answered 403 AccessDenied$/,
      },
      {
        title: 'that stay full for ever',
        misbehave: (line) => (line === 'DELETE /ossc-a/' ? error(409, 'BucketNotEmpty') : null),
        left: /^DeleteBucket was answered 409 BucketNotEmpty$/,
      },
      {
        title: 'whose objects are not let go',
        misbehave: (line) => (line.startsWith('DELETE /ossc-a/x') ? error(403, 'AccessDenied') : null),
        left: /^deleting what is in it was answered 403 AccessDenied$/,
      },
      {
        title: 'whose objects are not listed',
        misbehave: (line) => (line.startsWith('GET') ? error(403, 'AccessDenied') : null),
        left: /^ListObjects was answered 403 AccessDenied$/,
      },
      {
        title: 'whose listing is of something else',
        misbehave: (line) => (line.startsWith('GET') ? { status: 200, body: '<html/>' } : null),
        left: /^ListObjects was answered 200 html$/,
      },
      {
        title: 'whose listing has an entry without a key',
        misbehave: (line) =>
          line.startsWith('GET') ? { status: 200, body: '<ListBucketResult><Contents/></ListBucketResult>' } : null,
        left: /^the store lists something without a key$/,
      },
      {
        title: 'whose listing cannot be decoded',
        misbehave: (line) =>
          line.startsWith('GET')
            ? {
                status: 200,
                body: '<ListBucketResult><EncodingType>url</EncodingType><Contents><Key>%</Key></Contents></ListBucketResult>',
              }
            : null,
        left: /^the store lists a key that cannot be decoded$/,
      },
      { title: 'when nobody answers', misbehave: () => 'hang up', left: /no answer/ },
    ];
    for (const { title, misbehave, left } of refusals) {
      test(`are left, with the reason, ${title}`, async () => {
        store.put('ossc-a', ['x']);
        store.misbehave = misbehave;
        const removal = await remove(200);
        assert(typeof removal === 'object');
        assert.match(removal.left, left);
        assert(store.buckets.has('ossc-a'));
      });
    }

    test('are left in time by a store that lists without end', async () => {
      store.put('ossc-a', ['x']);
      let next = 0;
      store.misbehave = (line) => {
        if (line.startsWith('DELETE /ossc-a/x')) store.buckets.get('ossc-a')?.objects.add(`x${(next += 1)}`);
        return null;
      };
      assert.deepEqual(await remove(200), { left: 'DeleteBucket was answered 409 BucketNotEmpty' });
    });
  });

  describe('when they are swept', () => {
    test('are those of the ledger and no other, however alike the names', async () => {
      for (const name of ['ossc-a', 'ossc-b', 'ossc-other', 'ossc-deleted']) store.put(name, ['x']);
      await ledger.intend('ossc-a');
      await own('ossc-b');
      await own('ossc-gone');
      await ledger.deleted(await own('ossc-deleted'));
      await ledger.intend('ossc-other');
      await ledger.refused('ossc-other');
      assert.deepEqual(await sweep(targetAt(endpoint), client, directory), {
        removed: ['ossc-a', 'ossc-b'],
        alreadyGone: ['ossc-gone'],
        left: [],
        elsewhere: [],
      });
      assert.deepEqual([...store.buckets.keys()], ['ossc-other', 'ossc-deleted']);
      assert.deepEqual(readLedger(directory), []);
    });

    test('stay in the ledger, and are named, when the store keeps them', async () => {
      store.put('ossc-a', ['x']);
      store.put('ossc-b');
      await own('ossc-a');
      await own('ossc-b');
      store.misbehave = (line) => (line.includes('/ossc-a/') ? error(403, 'AccessDenied') : null);
      const { removed, left } = await sweep(targetAt(endpoint), client, directory);
      assert.deepEqual(removed, ['ossc-b']);
      assert.deepEqual(left, [{ bucket: 'ossc-a', why: 'DeleteBucket was answered 403 AccessDenied' }]);
      assert.deepEqual(
        readLedger(directory).map(({ bucket }) => bucket.name),
        ['ossc-a'],
      );
    });

    test('of another endpoint are left alone, and the endpoint is named', async () => {
      store.put('ossc-a');
      const place = {
        endpoint: 'https://oss-cn-beijing.aliyuncs.com',
        region: 'cn-beijing',
        addressing: 'virtual',
      } as const;
      const elsewhere = Ledger.open(directory, 'run-2', place);
      await elsewhere.intend('ossc-a');
      elsewhere.close();
      const { elsewhere: endpoints } = await sweep(targetAt(endpoint), client, directory);
      assert.deepEqual(endpoints, [place.endpoint]);
      assert.deepEqual(store.log, []);
      assert.equal(readLedger(directory).length, 1);
    });

    test('are none where there is no ledger', async () => {
      const empty = join(directory, 'none');
      assert.deepEqual(await sweep(targetAt(endpoint), client, empty), {
        removed: [],
        alreadyGone: [],
        left: [],
        elsewhere: [],
      });
      assert.equal(readFileSync(join(empty, 'ledger.jsonl'), 'utf8'), '');
    });
  });
});
