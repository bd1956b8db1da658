import assert from 'node:assert/strict';
import { createHook } from 'node:async_hooks';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startReferenceTarget } from '../harness/target/reference-target.ts';
import { runSuite, type RunRecord } from '../harness/run/run.ts';
import type { Target } from '../harness/target/target.ts';
import { recordingsIn } from './recording-folder.ts';
import type { Recording } from './recording.ts';
import { writeSealed } from './sealed-file.ts';
import { describedTarget, standInTarget } from './stand-ins.ts';

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
let recorded: RunRecord;
let target: Target;

before(async () => {
  recorded = await recordInto(directory);
});
after(() => rmSync(place, { recursive: true }));

async function recordInto(folder: string, deviation?: string): Promise<RunRecord> {
  const manner = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;
  const started = await startReferenceTarget(manner, deviation);
  target = standInTarget(describedTarget(started.target));
  try {
    return await runOn(started.target, { mode: 'record', directory: folder });
  } finally {
    await started.close();
  }
}

function replay(folder = directory, parallel = 0): Promise<RunRecord> {
  return runOn(target, { mode: 'replay', directory: folder }, parallel);
}

function runOn(
  on: Target,
  tape: { readonly mode: 'record' | 'replay'; readonly directory: string },
  parallel = 0,
): Promise<RunRecord> {
  return runSuite(on, {
    selection: { clauses, tags: null, shard: null },
    parallel,
    reportsDirectory: place,
    formats: [],
    formatOptions: {},
    tape,
  });
}

/** What a run says, without its times. */
function told({ outcomes }: RunRecord): readonly string[] {
  return outcomes
    .map(({ clause, name, verdict, reason, evidence }) =>
      JSON.stringify([
        clause,
        name,
        verdict,
        reason,
        evidence?.exchanges.map(({ request, answer, stringToSign }) => [request, answer, stringToSign]),
      ]),
    )
    .toSorted();
}

function verdicts({ outcomes }: RunRecord): readonly string[] {
  return outcomes
    .map(({ clause, name, verdict, reason }) => `${clause} ${name}: ${verdict} ${reason ?? ''}`)
    .toSorted();
}

test('a replay comes to the verdicts of the run that was recorded, and asks as often', async () => {
  const replayed = await replay();
  assert.deepEqual(verdicts(replayed), verdicts(recorded));
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
    await replay();
    assert.deepEqual(
      outward.filter((type) => opened.has(type)),
      [],
    );
    await recordInto(join(place, 'seen'));
    assert.ok(opened.has('TCPCONNECTWRAP'));
  } finally {
    hook.disable();
  }
});

test('replays in a row, and two workers, say the same to the letter', async () => {
  const first = told(await replay());
  for (let round = 0; round < 3; round += 1) assert.deepEqual(told(await replay()), first);
  assert.deepEqual(told(await replay(directory, 2)), first);
});

test('recording the same store again writes the same bytes', async () => {
  const again = join(place, 'again');
  await recordInto(again);
  assert.deepEqual(recordingsIn(again), recordingsIn(directory));
});

/** Per clause: the recordings of it, and what its rule reads in their answers. */
const read: readonly (readonly [clause: string, read: string])[] = [
  ['AUTH-39', 'RequestTimeTooSkewed'],
  ['GBE-10', 'NoSuchServerSideEncryptionRule'],
  ['OBJ-22', 'x-oss-server-side-encryption: AES256'],
];

test('a byte changed in an answer turns the clause that reads it, and no other', async () => {
  const changed = join(place, 'changed');
  for (let round = 0; round < 6; round += 1) {
    // In each round other clauses, and another byte of what they read.
    const turned = read.filter((_, at) => (round + at) % 2 === 0);
    cpSync(directory, changed, { recursive: true });
    for (const [clause, text] of turned) changeByte(changed, clause, text, text.length - 1 - (round % 6));
    const { outcomes } = await replay(changed);
    const failing = new Set(outcomes.filter(({ verdict }) => verdict === 'nonconformant').map(({ clause }) => clause));
    assert.deepEqual([...failing].toSorted(), turned.map(([clause]) => clause).toSorted());
    const verdictsOfOthers = outcomes.filter(({ clause }) => !failing.has(clause)).map(({ verdict }) => verdict);
    assert.ok(verdictsOfOthers.every((verdict) => verdict === 'conformant' || verdict === 'observed'));
  }
});

/** Changes one byte of a text, wherever an answer in the recordings of a clause has it, and seals them anew. */
function changeByte(folder: string, clause: string, text: string, at: number): void {
  const other = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
  for (const [path, written] of recordingsIn(folder)) {
    if (!path.includes(`/${clause}-`) || !written.includes(text)) continue;
    // What stands there was just recorded.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    const { digest: _, ...recording } = JSON.parse(written) as Recording;
    const exchanges = recording.exchanges.map((exchange) => ({
      ...exchange,
      answer: JSON.parse(JSON.stringify(exchange.answer).replaceAll(text, other)),
    }));
    writeSealed(folder, path, { ...recording, exchanges });
  }
}

test('a store that has changed differs from its old recordings in what has changed', async () => {
  const later = join(place, 'later');
  await recordInto(later, 'no-rule-is-400');
  const [before, after] = [verdicts(await replay()), verdicts(await replay(later))];
  const differing = after.filter((line) => !before.includes(line));
  assert.ok(differing.length > 0 && differing.every((line) => line.startsWith('GBE-10')), differing.join('\n'));
});
