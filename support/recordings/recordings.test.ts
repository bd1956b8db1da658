import assert from 'node:assert/strict';
import { createHook } from 'node:async_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { RunRecord } from '../harness/verdict/run-record.ts';
import { recordingsIn } from './format/recording-folder.ts';
import { RecordedRun, resultsOf, verdictsOf } from './testing/recorded-run.ts';

/**
 * Whole runs, recorded and replayed: every way in which a request goes out and an answer is read. The full suite is
 * recorded and replayed by CI.
 */
const clauses = [
  'AUTH-39', // dates that are off
  'ENV-14', // raw sockets
  'GBE-10',
  'OBJ-22', // signed forms, ids that the store makes up
  'READ-06',
];

const place = mkdtempSync(join(tmpdir(), 'recordings-'));
const directory = join(place, 'recordings');
const run = new RecordedRun(clauses, place);
let recorded: RunRecord;

before(async () => {
  recorded = await run.record(directory);
});
after(() => rmSync(place, { recursive: true }));

test('a replay comes to the verdicts of the run that was recorded, and asks as often', async () => {
  const replayed = await run.replay(directory);
  assert.deepEqual(verdictsOf(replayed), verdictsOf(recorded));
  assert.ok(recorded.outcomes.every(({ verdict }) => verdict === 'conformant' || verdict === 'observed'));
  assert.deepEqual(
    replayed.outcomes.map(({ evidence }) => evidence?.exchanges.length),
    recorded.outcomes.map(({ evidence }) => evidence?.exchanges.length),
  );
});

const outward = ['TCPCONNECTWRAP', 'PIPECONNECTWRAP', 'GETADDRINFOREQWRAP', 'UDPWRAP'];

test('a replay opens no connection and resolves no name', async () => {
  const opened = new Set<string>();
  const hook = createHook({ init: (_id, type) => void opened.add(type) }).enable();
  try {
    await run.replay(directory);
    assert.deepEqual(
      outward.filter((type) => opened.has(type)),
      [],
    );
    await run.record(join(place, 'seen'));
    assert.ok(opened.has('TCPCONNECTWRAP'));
  } finally {
    hook.disable();
  }
});

test('replays in a row say the same to the letter', async () => {
  const first = resultsOf(await run.replay(directory));
  assert.deepEqual(resultsOf(await run.replay(directory)), first);
});

test('recording the same store again writes the same bytes', async () => {
  const again = join(place, 'again');
  await run.record(again);
  assert.deepEqual(recordingsIn(again), recordingsIn(directory));
});

test('a store that has changed differs from its old recordings in what has changed', async () => {
  const later = join(place, 'later');
  await run.record(later, 'no-rule-is-400');
  const [before, after] = [verdictsOf(await run.replay(directory)), verdictsOf(await run.replay(later))];
  const differing = after.filter((line) => !before.includes(line));
  assert.ok(differing.length > 0 && differing.every((line) => line.startsWith('GBE-10')), differing.join('\n'));
});
