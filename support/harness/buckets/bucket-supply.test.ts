import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { OssClient } from '../../client/client.ts';
import { BucketSupply } from './bucket-supply.ts';
import { Conversation } from '../conversation/conversation.ts';
import { errorAnswer, MinimalStore, type MinimalAnswer } from './testing/minimal-store.ts';
import { Inconclusive } from '../verdict/finding.ts';
import { Ledger, readLedger } from './ledger.ts';
import { poll } from '../read-after-write/polling.ts';

const owner = { accessKeyId: 'id', accessKeySecret: 'secret' };

describe('the buckets of a run', () => {
  let store: MinimalStore;
  let directory: string;
  let client: OssClient;
  let supply: BucketSupply;

  beforeEach(async () => {
    store = new MinimalStore();
    const endpoint = await store.listen();
    directory = mkdtempSync(join(tmpdir(), 'supply-'));
    client = new OssClient({ endpoint, region: 'cn-hangzhou', addressing: 'path', signature: 'v4' });
    const ledger = Ledger.open(directory, 'run-1', { endpoint, region: 'cn-hangzhou', addressing: 'path' });
    supply = new BucketSupply({ client, owner, ledger, prefix: 'ossc-run-0', limit: 1, patienceMs: 1_000 });
    store.misbehave = created;
  });
  afterEach(async () => {
    await client.close();
    await store.close();
    rmSync(directory, { recursive: true });
  });

  /** For a run of its own. */
  function another(
    options: Partial<ConstructorParameters<typeof BucketSupply>[0]> & {
      readonly prefix: string;
      readonly limit: number;
    },
  ): BucketSupply {
    const ledger = Ledger.open(directory, 'run-2', { endpoint: 'http://x', region: '', addressing: 'path' });
    return new BucketSupply({ client, owner, ledger, patienceMs: 1_000, ...options });
  }

  function created(request: string): MinimalAnswer | null {
    const name = /^PUT \/([^/]+)\/$/u.exec(request)?.[1];
    if (name === undefined) return null;
    store.put(name);
    return { status: 200 };
  }

  function create(): Promise<unknown> {
    return supply.create(new Conversation(client, owner));
  }

  function leftInLedger(): readonly string[] {
    return readLedger(directory).map(({ bucket }) => bucket.name);
  }

  test('are removed, unused ones too, and are never more than allowed', async () => {
    supply = another({ prefix: 'ossc-more-0', limit: 3 });
    const bucket = await supply.fresh(new Conversation(client, owner));
    supply.release(bucket);
    assert.deepEqual(await supply.drain(), []);
    assert.equal(store.log.filter((line) => line.startsWith('PUT')).length, 3);
    assert.deepEqual([...store.buckets.keys()], []);
    assert.deepEqual(leftInLedger(), []);
  });

  test('go even when the store never said that it had made them', async () => {
    store.misbehave = (request) => (created(request) === null ? null : 'hang up');
    await assert.rejects(create(), Inconclusive);
    assert.deepEqual(await supply.drain(), []);
    assert.deepEqual([...store.buckets.keys()], []);
    assert.deepEqual(leftInLedger(), []);
  });

  test('are named, and stay in the ledger, when the store does not answer any more', async () => {
    store.misbehave = (request) => {
      created(request);
      return 'hang up';
    };
    await assert.rejects(create(), Inconclusive);
    const [line = '', ...others] = await supply.drain();
    assert.match(line, /^ossc-run-0-1: no answer \(reset, headers\); a control request failed too/u);
    assert.deepEqual(others, []);
    assert.deepEqual(leftInLedger(), ['ossc-run-0-1']);
  });

  test('are never those that the store refused to make', async () => {
    store.misbehave = (request) => (request.startsWith('PUT') ? errorAnswer(409, 'BucketAlreadyExists') : null);
    await assert.rejects(create(), Inconclusive);
    assert.deepEqual(await supply.drain(), []);
    assert.deepEqual(store.log, ['PUT /ossc-run-0-1/']);
    assert.deepEqual(leftInLedger(), []);
  });

  test('are created ahead again as soon as the limit allows, and are removed for one with its own headers', async () => {
    const conversation = new Conversation(client, owner);
    supply = another({ prefix: 'ossc-room-0', limit: 2 });
    let most = 0;
    store.misbehave = (request) => {
      const answer = created(request);
      most = Math.max(most, store.buckets.size);
      return answer;
    };
    const first = await supply.fresh(conversation);
    supply.release(first);
    await poll(
      async () => store.log.filter((line) => line.startsWith('PUT')).length,
      (made) => made === 3,
      5_000,
    );
    assert.equal(store.buckets.has(first.name), false);
    const second = await supply.fresh(conversation);
    await supply.create(conversation, { headers: [['x-oss-acl', 'private']] });
    assert.ok(store.buckets.has(second.name));
    assert.equal(most, 2);
    await supply.drain();
  });

  test('are waited for briefly once the store has let go of none, and tried again at the end', async () => {
    supply = another({ prefix: 'ossc-stay-0', limit: 1, patienceMs: 400, ahead: false });
    let letsGo = false;
    store.misbehave = (request) =>
      request.startsWith('DELETE') && !letsGo ? errorAnswer(409, 'BucketNotEmpty') : created(request);
    const deletionsOf = (name: string): number => store.log.filter((line) => line === `DELETE /${name}/`).length;
    const names = [];
    for (let index = 0; index < 4; index += 1) {
      const bucket = await supply.create(new Conversation(client, owner));
      supply.release(bucket);
      await supply.quiet();
      names.push(bucket.name);
    }
    const [first = '', , third = '', fourth = ''] = names;
    assert(deletionsOf(third) < deletionsOf(first));
    assert.deepEqual(leftInLedger(), names);
    letsGo = true;
    const left = await supply.drain();
    assert.deepEqual(
      left,
      names.slice(0, 2).map((name) => `${name}: DeleteBucket was answered 409 BucketNotEmpty`),
    );
    assert.equal(store.buckets.has(third) || store.buckets.has(fourth), false);
    assert.deepEqual(leftInLedger(), names.slice(0, 2));
  });

  test('are made again when they could not be made ahead', async () => {
    supply = another({ prefix: 'ossc-again-0', limit: 2 });
    store.misbehave = (request) =>
      request.startsWith('PUT /ossc-again-0-2') ? errorAnswer(403, 'AccessDenied') : created(request);
    const names = [];
    for (let index = 0; index < 2; index += 1) names.push((await supply.fresh(new Conversation(client, owner))).name);
    assert.deepEqual(names, ['ossc-again-0-1', 'ossc-again-0-3']);
    await supply.drain();
  });

  test('that cannot be written down as removed are a fault that shows when all are removed, not before', async (context) => {
    const ledger = Ledger.open(directory, 'run-3', { endpoint: 'http://x', region: '', addressing: 'path' });
    context.mock.method(ledger, 'deleted', () => {
      throw new Error('no space left on device');
    });
    supply = another({ prefix: 'ossc-full-0', limit: 2, ahead: false, ledger });
    for (let index = 0; index < 2; index += 1) supply.release(await supply.create(new Conversation(client, owner)));
    await poll(
      async () => store.buckets.size,
      (size) => size === 0,
      5_000,
    );
    await assert.rejects(supply.drain(), /^Error: no space left on device$/u);
  });
});
