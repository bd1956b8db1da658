import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { OssClient } from '../../client/client.ts';
import { errorAnswer, MinimalStore } from './testing/minimal-store.ts';
import { Ledger, readLedger, type OwnBucket } from './ledger.ts';
import { sweep } from './sweep.ts';
import { defaultLimits, type Target } from '../target/target.ts';

const owner = { accessKeyId: 'id', accessKeySecret: 'secret' };

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
    ca: null,
    userAgent: null,
  };
}

describe('buckets that runs left behind', () => {
  let store: MinimalStore;
  let endpoint: string;
  let directory: string;
  let client: OssClient;
  let ledger: Ledger;

  beforeEach(async () => {
    store = new MinimalStore();
    endpoint = await store.listen();
    directory = mkdtempSync(join(tmpdir(), 'sweep-'));
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

  test('are those of the ledger and no other, however alike the names', async () => {
    for (const name of ['ossc-a', 'ossc-b', 'ossc-other', 'ossc-deleted']) store.put(name, ['x']);
    await ledger.intend('ossc-a');
    await own('ossc-b');
    await own('ossc-gone');
    ledger.deleted(await own('ossc-deleted'));
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
    store.misbehave = (line) => (line.includes('/ossc-a/') ? errorAnswer(403, 'AccessDenied') : null);
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
