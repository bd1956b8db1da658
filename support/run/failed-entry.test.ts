import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { ScenarioOutcome } from '../harness/verdict/run-record.ts';
import { Session } from '../harness/world/session.ts';
import { startReferenceTarget, type StartedTarget } from './reference-target.ts';
import type { RunOptions } from './run-options.ts';
import { runSuite } from './run.ts';

describe('a scenario that cannot begin by our own fault', () => {
  let started: StartedTarget;
  let directory: string;

  before(async () => {
    started = await startReferenceTarget({ region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] });
    directory = await mkdtemp(join(tmpdir(), 'failed-entry-'));
  });
  after(async () => {
    await started.close();
    await rm(directory, { recursive: true });
  });

  /** The fault that a machine without file descriptors throws, with a secret in it. */
  function noDescriptor(): Error {
    const { accessKeySecret } = started.target.principals.owner;
    return new Error(`EMFILE: too many open files, open '/${accessKeySecret}'`);
  }

  async function outcomes(tape?: RunOptions['tape']): Promise<readonly ScenarioOutcome[]> {
    const record = await runSuite(started.target, {
      selection: { clauses: ['DBE-01'], tags: null, shard: null },
      parallel: 0,
      reportsDirectory: directory,
      formats: [],
      formatOptions: {},
      ...(tape === undefined ? {} : { tape }),
    });
    return record.outcomes;
  }

  function assertNamed(all: readonly ScenarioOutcome[]): void {
    assert.ok(all.length > 0);
    for (const { verdict, reason, evidence } of all) {
      assert.equal(verdict, 'harness-error');
      assert.match(reason ?? '', /^EMFILE: too many open files, open '\/.+'$/u);
      assert.ok(reason?.includes(started.target.principals.owner.accessKeySecret) === false, 'the secret is masked');
      assert.deepEqual(evidence?.exchanges, []);
    }
  }

  test('names the fault, without its secret', async (context) => {
    context.mock.method(Session.prototype, 'quiet', () => Promise.reject(noDescriptor()));
    assertNamed(await outcomes());
  });

  test('names it while the run records, too', async (context) => {
    const open = Session.openInOrder.bind(Session);
    context.mock.method(Session, 'openInOrder', (...given: Parameters<typeof open>) => {
      if (new Error('here').stack?.includes('enterScenario') === true) throw noDescriptor();
      return open(...given);
    });
    assertNamed(await outcomes({ mode: 'record', directory: join(directory, 'recordings') }));
  });
});
