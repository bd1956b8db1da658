import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startDroppingGateway } from '../reference-store/incompatible-servers/dropping-gateway.ts';
import { startEmulator } from '../reference-store/incompatible-servers/emulator.ts';
import type { IncompatibleServer } from '../reference-store/incompatible-servers/incompatible-server.ts';
import { startSilentMock } from '../reference-store/incompatible-servers/silent-mock.ts';
import { readLedger } from '../harness/buckets/ledger.ts';
import { startReferenceTarget } from './reference-target.ts';
import { runSuite } from './run.ts';
import type { RunRecord } from '../harness/verdict/run-record.ts';
import type { Target } from '../harness/target/target.ts';
import type { Verdict } from '../harness/verdict/verdict.ts';

/** Whole runs, in this process, without reports, against stores whose right verdict is known. */

const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;
let reportsDirectory = '';

before(async () => {
  reportsDirectory = await mkdtemp(join(tmpdir(), 'run-test-'));
});
after(async () => {
  await rm(reportsDirectory, { recursive: true, force: true });
});

async function runOn(target: Target, clauses: readonly string[] = [], parallel = 0): Promise<RunRecord> {
  return runSuite(target, {
    selection: { clauses, tags: null, shard: null },
    parallel,
    reportsDirectory,
    formats: [],
    formatOptions: {},
  });
}

function verdictsIn({ outcomes }: RunRecord): readonly Verdict[] {
  return [...new Set(outcomes.map(({ verdict }) => verdict))].toSorted();
}

// `npm start` is V4 in path style; support/assurance/request-styles.ts runs the whole suite in every style.
test('the reference store is conformant in another request style: V1, virtual-hosted', async () => {
  const { target, close } = await startReferenceTarget({ ...style, signature: 'v1', addressing: 'virtual' });
  const record = await runOn(target, ['AUTH-01', 'CLI-01', 'DBE-02', 'ENV-02', 'GET-01', 'PBE-25', 'PUT-01']);
  await close();
  assert.deepEqual(
    record.outcomes.filter(({ verdict }) => !['conformant', 'observed', 'unsupported'].includes(verdict)),
    [],
  );
});

test('nothing is left behind, and every bucket was written down first', async () => {
  assert.deepEqual(readLedger(reportsDirectory), []);
});

test('two workers say the same as one', async () => {
  const { target, close } = await startReferenceTarget(style);
  const record = await runOn(target, ['GBE-10', 'PBE-25', 'DBE-01'], 2);
  await close();
  assert.deepEqual(verdictsIn(record), ['conformant']);
  assert.equal(record.outcomes.length, 12);
});

test('what a target declares absent is unsupported, by name', async () => {
  const { target, close } = await startReferenceTarget({ ...style, without: ['kms', 'sm4'] });
  const record = await runOn(target, ['PBE-06', 'PBE-09']);
  await close();
  const unsupported = record.outcomes.filter(({ verdict }) => verdict === 'unsupported');
  assert.deepEqual(
    [...new Set(unsupported.map(({ reason }) => reason))],
    ['the target declares that it lacks kms', 'the target declares that it lacks kms, sm4'],
  );
  assert.deepEqual(verdictsIn(record), ['conformant', 'unsupported']);
});

test('what needs a principal that was not given is untested', async () => {
  const { target, close } = await startReferenceTarget(style);
  const record = await runOn({ ...target, principals: { owner: target.principals.owner } }, ['PBE-23', 'PBE-24']);
  await close();
  assert.deepEqual(
    record.outcomes.map(({ verdict, reason }) => [verdict, reason]),
    [
      ['untested', 'this run was given no keys of the outsider'],
      ['conformant', null],
      ['untested', 'this run was given no keys of the delegate'],
    ],
  );
});

const incompatibleServers: readonly (readonly [
  what: string,
  start: () => Promise<IncompatibleServer>,
  broken: string,
  reason: RegExp,
])[] = [
  ['a store that ignores the sub-resource', startEmulator, 'ENV-27', /got 200 ListBucketResult/u],
  [
    'a store that never answers it',
    startSilentMock,
    'GBE-01',
    /got no answer \(timeout, headers\) to each of 3 tries/u,
  ],
  [
    'a store that drops the connection',
    startDroppingGateway,
    'GBE-01',
    /got no answer \(reset, headers\) to each of 3 tries/u,
  ],
];

for (const [what, start, broken, reason] of incompatibleServers)
  test(`${what} breaks ${broken} alone, which blocks the rest, and loses no bucket`, async () => {
    const { target: pattern, close } = await startReferenceTarget(style);
    await close();
    const server = await start();
    const { endpoint, principals } = server;
    const target: Target = {
      ...pattern,
      endpoint,
      principals,
      signature: 'v1',
      limits: { ...pattern.limits, answerMs: 150 },
    };
    const record = await runOn(target, ['PBE-25', 'GBE-10', 'DBE-01', broken]);
    await server.close();
    for (const outcome of record.outcomes) {
      const isBroken = outcome.clause === broken;
      assert.equal(outcome.verdict, isBroken ? 'nonconformant' : 'blocked', `${outcome.clause} ${outcome.reason}`);
      assert.equal(outcome.blockedBy, isBroken ? undefined : broken);
      assert.match(outcome.reason ?? '', reason);
    }
    assert.deepEqual(new Set(record.outcomes.map(({ clause }) => clause)).size, 4);
    assert.deepEqual(
      server.requests.filter((line) => /^(?:PUT|DELETE) .*\?encryption/u.test(line)),
      [],
    );
  });
