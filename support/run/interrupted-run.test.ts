import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Inconclusive } from '../harness/verdict/finding.ts';
import { readLedger } from '../harness/buckets/ledger.ts';
import { startReferenceTarget, type StartedTarget } from './reference-target.ts';
import { runSuite } from './run.ts';
import type { RunRecord } from '../harness/verdict/run-record.ts';
import type { ScenarioListener } from './scenario-collector.ts';

const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;

describe('a run that is interrupted', () => {
  let started: StartedTarget;
  let reportsDirectory: string;

  before(async () => {
    started = await startReferenceTarget(style);
    reportsDirectory = await mkdtemp(join(tmpdir(), 'interrupted-run-'));
  });
  after(async () => {
    await started.close();
    await rm(reportsDirectory, { recursive: true, force: true });
  });

  function run(signal: AbortSignal, scenarioFinished: ScenarioListener['scenarioFinished']): Promise<RunRecord> {
    return runSuite(started.target, {
      selection: { clauses: [], tags: '@DBE-01 or @DBE-02 or @DBE-04 or @DBE-05 or @DBE-06', shard: null },
      parallel: 0,
      reportsDirectory,
      formats: [],
      formatOptions: {},
      listener: { scenarioStarted: () => undefined, scenarioFinished },
      signal,
    });
  }

  test('ends what it has begun, begins nothing more, and leaves nothing', async () => {
    const interruption = new AbortController();
    const { outcomes } = await run(interruption.signal, () => interruption.abort());
    // A scenario that began before the signal arrived is played to its end.
    assert.ok(outcomes.length >= 1 && outcomes.length <= 2, `${outcomes.length} scenarios`);
    assert.deepEqual([...new Set(outcomes.map(({ verdict }) => verdict))], ['conformant']);
    assert.deepEqual(readLedger(reportsDirectory), []);
  });

  test('before it has judged anything says that it can say nothing', async () => {
    await assert.rejects(
      run(AbortSignal.abort(), () => assert.fail('a scenario was played')),
      (error) => error instanceof Inconclusive && error.message === 'interrupted before anything was judged',
    );
    assert.deepEqual(readLedger(reportsDirectory), []);
  });

  test('is not interrupted by the signal of the last one', async () => {
    const { outcomes } = await run(new AbortController().signal, () => undefined);
    assert.ok(outcomes.length > 8, `${outcomes.length} scenarios`);
  });
});
