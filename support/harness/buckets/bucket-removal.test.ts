import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { removeBucket, type Removal, type RemovalOptions } from './bucket-removal.ts';
import { errorAnswer, type MinimalStore } from './testing/minimal-store.ts';
import { TestRun } from './testing/test-run.ts';

const owner = { accessKeyId: 'id', accessKeySecret: 'secret' };

describe('buckets of a run that are removed', () => {
  let run: TestRun;

  beforeEach(async () => {
    run = await TestRun.start();
  });
  afterEach(() => run.close());

  async function remove(options: RemovalOptions = {}): Promise<Removal> {
    return removeBucket(run.client, owner, await run.own('ossc-a'), options);
  }

  test('cost one request each while they are empty', async () => {
    run.store.put('ossc-a');
    assert.equal(await remove(), 'removed');
    assert.deepEqual(run.store.log, ['DELETE /ossc-a/']);
  });

  test('are emptied of objects and uploads, page by page', async () => {
    run.store.put('ossc-a', ['a', 'b', 'c', 'd', 'e', 'f', 'g'], { big: 'upload-1', bigger: 'upload-2' });
    assert.equal(await remove(), 'removed');
    assert.equal(run.store.buckets.has('ossc-a'), false);
  });

  test('are emptied of keys that no path or XML would hold as they are', async () => {
    run.store.put('ossc-a', ['a b', 'a+b', 'a%2Fb', '?x=1', '..', 'a//b', '\u{1}', '中文/😀', '&amp;']);
    assert.equal(await remove(), 'removed');
  });

  test('are gone where the store does not know them', async () => {
    assert.equal(await remove(), 'already gone');
  });

  test('are gone where the store deletes them with 200', async () => {
    run.store.misbehave = () => ({ status: 200 });
    assert.equal(await remove(), 'removed');
  });

  test('touch nothing but themselves', async () => {
    run.store.put('ossc-a', ['x']);
    run.store.put('ossc-ab', ['y']);
    await remove();
    assert.deepEqual([...run.store.buckets.keys()], ['ossc-ab']);
    assert(run.store.log.every((line) => line.includes(' /ossc-a/')));
  });

  test('need no store that knows uploads', async () => {
    run.store.put('ossc-a', ['x']);
    run.store.misbehave = (line) => (line.includes('?uploads') ? { status: 200, body: '<ListBucketResult/>' } : null);
    assert.equal(await remove(), 'removed');
  });

  for (const key of ['100%', 'a%20b', 'a+b'])
    test(`are emptied of ${key} where the store says that it encodes keys and does not`, async () => {
      run.store.put('ossc-a', [key]);
      run.store.misbehave = (line) =>
        line.startsWith('GET /ossc-a/?encoding-type') && run.store.buckets.get('ossc-a')?.objects.size === 1
          ? {
              status: 200,
              body: `<ListBucketResult><EncodingType>url</EncodingType><Contents><Key>${key}</Key></Contents></ListBucketResult>`,
            }
          : null;
      assert.equal(await remove(), 'removed');
    });

  test('are emptied of the keys that the run has used where the store lists nothing', async () => {
    run.store.put('ossc-a', ['x', 'y z']);
    run.store.misbehave = (line) =>
      line.startsWith('GET /ossc-a/?encoding-type') ? errorAnswer(501, 'NotImplemented') : null;
    assert.equal(await remove({ knownKeys: ['x', 'y z', 'never written'] }), 'removed');
  });

  test('are emptied of the keys that the run has used without a listing', async () => {
    run.store.put('ossc-a', ['x', 'y z']);
    assert.equal(await remove({ knownKeys: ['x', 'y z'] }), 'removed');
    assert.deepEqual(run.store.log.toSorted(), ['DELETE /ossc-a/', 'DELETE /ossc-a/x', 'DELETE /ossc-a/y%20z']);
  });

  test('are emptied of what is left when a key that the run has used is refused', async () => {
    run.store.put('ossc-a', ['x']);
    run.store.misbehave = (line) => (line.startsWith('DELETE /ossc-a/never') ? errorAnswer(500, 'Internal') : null);
    assert.equal(await remove({ knownKeys: ['never written'] }), 'removed');
  });

  test('may stay full for a moment after they were emptied', async () => {
    run.store.put('ossc-a');
    let refusals = 3;
    run.store.misbehave = (line) => {
      if (line !== 'DELETE /ossc-a/' || refusals === 0) return null;
      refusals -= 1;
      return errorAnswer(409, 'BucketNotEmpty');
    };
    assert.equal(await remove(), 'removed');
  });

  const refusals: readonly { title: string; misbehave: MinimalStore['misbehave']; left: RegExp }[] = [
    {
      title: 'that the store does not let go',
      misbehave: () => errorAnswer(403, 'AccessDenied'),
      left: /^DeleteBucket was answered 403 AccessDenied$/,
    },
    {
      title: 'that stay full for ever',
      misbehave: (line) => (line === 'DELETE /ossc-a/' ? errorAnswer(409, 'BucketNotEmpty') : null),
      left: /^DeleteBucket was answered 409 BucketNotEmpty$/,
    },
    {
      title: 'whose objects are not let go',
      misbehave: (line) => (line.startsWith('DELETE /ossc-a/x') ? errorAnswer(403, 'AccessDenied') : null),
      left: /^deleting what is in it was answered 403 AccessDenied$/,
    },
    {
      title: 'whose objects are not listed',
      misbehave: (line) => (line.startsWith('GET') ? errorAnswer(403, 'AccessDenied') : null),
      left: /^ListObjects was answered 403 AccessDenied$/,
    },
    {
      title: 'whose listing is of something else',
      misbehave: (line) => (line.startsWith('GET /ossc') ? { status: 200, body: '<ListPartsResult/>' } : null),
      left: /^ListObjects was answered 200 ListPartsResult$/,
    },
    {
      title: 'whose deletion just a login page answers',
      misbehave: (line) => (line.startsWith('DELETE') ? { status: 200, body: '<html/>' } : null),
      left: /^DELETE was answered 200 with an HTML page$/,
    },
    {
      title: 'where a login page answers everything',
      misbehave: () => ({ status: 200, body: '<html/>' }),
      left: /^200 with an HTML page; a control request failed too/,
    },
    {
      title: 'that a device in between does not find',
      misbehave: (line) => (line.startsWith('DELETE') ? { status: 404 } : null),
      left: /^DeleteBucket was answered 404$/,
    },
    {
      title: 'whose listing has an entry without a key',
      misbehave: (line) =>
        line.startsWith('GET') ? { status: 200, body: '<ListBucketResult><Contents/></ListBucketResult>' } : null,
      left: /^the store lists something without a key$/,
    },
    { title: 'when there is no answer', misbehave: () => 'hang up', left: /no answer/ },
  ];
  for (const { title, misbehave, left } of refusals) {
    test(`are left, with the reason, ${title}`, async () => {
      run.store.put('ossc-a', ['x']);
      run.store.misbehave = misbehave;
      const removal = await remove({ patienceMs: 200 });
      assert(typeof removal === 'object');
      assert.match(removal.left, left);
      assert(run.store.buckets.has('ossc-a'));
    });
  }

  test('are left in time by a store that lists without end', async () => {
    run.store.put('ossc-a', ['x']);
    let next = 0;
    run.store.misbehave = (line) => {
      if (line.startsWith('DELETE /ossc-a/x')) run.store.buckets.get('ossc-a')?.objects.add(`x${(next += 1)}`);
      return null;
    };
    assert.deepEqual(await remove({ patienceMs: 200 }), { left: 'DeleteBucket was answered 409 BucketNotEmpty' });
  });
});
