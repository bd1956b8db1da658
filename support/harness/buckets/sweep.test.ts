import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { errorAnswer } from './testing/minimal-store.ts';
import { TestRun } from './testing/test-run.ts';
import { Ledger, readLedger } from './ledger.ts';
import { sweep } from './sweep.ts';
import type { Target } from '../target/target.ts';
import { testTarget } from '../target/testing/test-target.ts';

const owner = { accessKeyId: 'id', accessKeySecret: 'secret' };

function targetAt(endpoint: string): Target {
  return testTarget(owner, { endpoint });
}

describe('buckets that runs left behind', () => {
  let run: TestRun;

  beforeEach(async () => {
    run = await TestRun.start();
  });
  afterEach(() => run.close());

  test('are those of the ledger and no other, however alike the names', async () => {
    for (const name of ['ossc-a', 'ossc-b', 'ossc-other', 'ossc-deleted']) run.store.put(name, ['x']);
    await run.ledger.intend('ossc-a');
    await run.own('ossc-b');
    await run.own('ossc-gone');
    run.ledger.deleted(await run.own('ossc-deleted'));
    await run.ledger.intend('ossc-other');
    await run.ledger.refused('ossc-other');
    assert.deepEqual(await sweep(targetAt(run.endpoint), run.client, run.directory), {
      removed: ['ossc-a', 'ossc-b'],
      alreadyGone: ['ossc-gone'],
      left: [],
      elsewhere: [],
    });
    assert.deepEqual([...run.store.buckets.keys()], ['ossc-other', 'ossc-deleted']);
    assert.deepEqual(readLedger(run.directory), []);
  });

  test('stay in the ledger, and are named, when the store keeps them', async () => {
    run.store.put('ossc-a', ['x']);
    run.store.put('ossc-b');
    await run.own('ossc-a');
    await run.own('ossc-b');
    run.store.misbehave = (line) => (line.includes('/ossc-a/') ? errorAnswer(403, 'AccessDenied') : null);
    const { removed, left } = await sweep(targetAt(run.endpoint), run.client, run.directory);
    assert.deepEqual(removed, ['ossc-b']);
    assert.deepEqual(left, [{ bucket: 'ossc-a', why: 'DeleteBucket was answered 403 AccessDenied' }]);
    assert.deepEqual(
      readLedger(run.directory).map(({ bucket }) => bucket.name),
      ['ossc-a'],
    );
  });

  test('of another endpoint are left alone, and the endpoint is named', async () => {
    run.store.put('ossc-a');
    const place = {
      endpoint: 'https://oss-cn-beijing.aliyuncs.com',
      region: 'cn-beijing',
      addressing: 'virtual',
    } as const;
    const elsewhere = Ledger.open(run.directory, 'run-2', place);
    await elsewhere.intend('ossc-a');
    elsewhere.close();
    const { elsewhere: endpoints } = await sweep(targetAt(run.endpoint), run.client, run.directory);
    assert.deepEqual(endpoints, [place.endpoint]);
    assert.deepEqual(run.store.log, []);
    assert.equal(readLedger(run.directory).length, 1);
  });

  test('are none without a ledger', async () => {
    const empty = join(run.directory, 'none');
    assert.deepEqual(await sweep(targetAt(run.endpoint), run.client, empty), {
      removed: [],
      alreadyGone: [],
      left: [],
      elsewhere: [],
    });
    assert.equal(readFileSync(join(empty, 'ledger.jsonl'), 'utf8'), '');
  });
});
