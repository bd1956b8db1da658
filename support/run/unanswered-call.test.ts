import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { FaultProxy } from '../fault-proxy/fault-proxy.ts';
import { silent } from '../fault-proxy/wire-faults.ts';
import { readLedger } from '../harness/buckets/ledger.ts';
import { startReferenceTarget, type StartedTarget } from './reference-target.ts';
import { runSuite } from './run.ts';

const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;

describe('a store that never answers GetBucketInfo', () => {
  let started: StartedTarget;
  let proxy: FaultProxy;
  let reportsDirectory: string;

  before(async () => {
    started = await startReferenceTarget(style);
    proxy = await FaultProxy.start(started.target.endpoint);
    reportsDirectory = await mkdtemp(join(tmpdir(), 'unanswered-call-'));
    proxy.inject({
      fault: silent,
      matches: ({ method, target }) => method === 'GET' && target.includes('?bucketInfo'),
      from: 1,
      duration: 'always',
    });
  });
  after(async () => {
    proxy.close();
    await started.close();
    await rm(reportsDirectory, { recursive: true });
  });

  test('is blocked in what needs the call, which is named, and is judged in all the rest', async () => {
    const limits = { ...started.target.limits, answerMs: 1_000 };
    const { outcomes } = await runSuite(
      { ...started.target, endpoint: proxy.origin, limits },
      {
        selection: { clauses: ['DBE-02', 'DBE-05', 'DBE-07', 'PBE-12'], tags: null, shard: null },
        parallel: 0,
        reportsDirectory,
        formats: [],
        formatOptions: {},
      },
    );
    const unanswered =
      'GET ?bucketInfo of a bucket does not work here: got no answer (timeout, headers) to each of 3 tries of GET ?bucketInfo of a bucket, while ListBuckets was answered after each (GBI-01)';
    assert.deepEqual(
      outcomes.map(({ clause, verdict, reason }) => [clause, verdict, reason]),
      [
        ['DBE-02', 'conformant', null],
        ['DBE-05', 'conformant', null],
        ['DBE-07', 'blocked', unanswered],
        ['PBE-12', 'conformant', null],
        ['PBE-12', 'conformant', null],
      ],
    );
    assert.deepEqual(readLedger(reportsDirectory), []);
  });
});
