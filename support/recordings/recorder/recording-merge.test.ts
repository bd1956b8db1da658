import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { writeDocument } from '../format/document.ts';
import { readRecording } from '../format/recording-file.ts';
import type { RecordedScenario, Recording } from '../format/recording.ts';
import { recordingOf } from '../testing/sample-recording.ts';
import { discardUnmerged, mergeRecordings, unmergedIn, type MergeCounts } from './recording-merge.ts';

type Scenario = Partial<Omit<RecordedScenario, 'digest'>>;

const path = 'f/PBE-25.json';
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'recording-merge-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** A suite with one clause, of scenarios with these titles. */
function suiteOf(titles: readonly string[]): Parameters<typeof mergeRecordings>[1] {
  const scenarios = titles.map((name) => ({ name, line: 1, needs: [] }));
  return { clauses: [{ id: 'PBE-25', feature: 'features/f/a.feature', scenarios }], subResources: [] };
}

/** Merges what a run recorded: each scenario in its own file. */
function record(titles: readonly string[], scenarios: readonly Scenario[]): MergeCounts {
  for (const [at, scenario] of scenarios.entries())
    writeDocument(unmergedIn(directory), `f/${at}.json`, recordingOf(scenario));
  return mergeRecordings(directory, suiteOf(titles));
}

function titles(): readonly string[] | undefined {
  return readRecording(directory, path)?.scenarios.map(({ title }) => title);
}

function bytes(): readonly [string, number] {
  return [readFileSync(join(directory, path), 'utf8'), statSync(join(directory, path)).ino];
}

const [a, b]: readonly [Scenario, Scenario] = [
  { title: 'A', steps: 'a1' },
  { title: 'B', steps: 'b1' },
];

test('the scenarios of a clause are merged into one file, whatever the order in which they ended', () => {
  assert.deepEqual(record(['A', 'B'], [b, a]), { written: 2, unchanged: 0, removed: 0 });
  assert.deepEqual(titles(), ['A', 'B']);
  assert.ok(!existsSync(unmergedIn(directory)));
});

test('recording the same answers on another day in another order leaves the file alone', () => {
  record(['A', 'B'], [a, b]);
  const before = bytes();
  const later = [b, a].map((scenario) => ({ ...scenario, date: '2027-03-04' }));
  assert.deepEqual(record(['B', 'A'], later), { written: 0, unchanged: 2, removed: 0 });
  assert.deepEqual(bytes(), before);
});

test('a new title changes one line', () => {
  record(['A', 'B'], [a, b]);
  const [before] = bytes();
  const counts = record(['Z', 'B'], [{ ...a, title: 'Z', date: '2027-03-04' }, b]);
  assert.deepEqual(counts, { written: 1, unchanged: 1, removed: 0 });
  assert.equal(bytes()[0], before.replace('"title": "A"', '"title": "Z"'));
});

test('another answer replaces the recording of its scenario only, with its date', () => {
  record(['A', 'B'], [a, b]);
  const counts = record(['A', 'B'], [{ ...a, exchanges: [], date: '2027-03-04' }]);
  assert.deepEqual(counts, { written: 1, unchanged: 1, removed: 0 });
  const read = readRecording(directory, path)?.scenarios.map(({ date, exchanges }) => [date, exchanges.length]);
  assert.deepEqual(read, [
    ['2027-03-04', 0],
    ['2026-01-02', 1],
  ]);
});

test('a scenario that was not recorded this time stays, one that the suite no longer has is removed', () => {
  record(['A', 'B'], [a, b]);
  assert.deepEqual(record(['A'], []), { written: 0, unchanged: 1, removed: 1 });
  assert.deepEqual(titles(), ['A']);
  assert.deepEqual(record([], []), { written: 0, unchanged: 0, removed: 1 });
  assert.ok(!existsSync(join(directory, path)));
});

test('an edited scenario is replaced, though its digest is that of the new one', () => {
  record(['A', 'B'], [a, b]);
  const [before] = bytes();
  writeFileSync(join(directory, path), before.replace('"A: b"', '"A: c"'));
  assert.deepEqual(record(['A', 'B'], [a, b]), { written: 1, unchanged: 1, removed: 0 });
  assert.equal(bytes()[0], before);
});

test('a file that cannot be used stays until its clause is recorded again', () => {
  record(['A'], [a]);
  const [before] = bytes();
  writeFileSync(join(directory, path), before.slice(0, 100));
  assert.deepEqual(record(['A'], []), { written: 0, unchanged: 0, removed: 0 });
  assert.equal(bytes()[0], before.slice(0, 100));
  assert.deepEqual(record(['A'], [a]), { written: 1, unchanged: 0, removed: 0 });
  assert.equal(bytes()[0], before);
});

test('scenarios of another target do not stay with those of this one', () => {
  const own = recordingOf(b);
  const other: Recording = { ...own, provenance: { ...own.provenance, target: 'another store' } };
  writeDocument(directory, path, other);
  record(['A', 'B'], [a]);
  assert.deepEqual(titles(), ['A']);
});

test('recordings of other clauses and of older versions are removed, other files stay', () => {
  mkdirSync(join(directory, 'g'));
  writeDocument(directory, 'g/PBE-99.json', recordingOf(a));
  writeFileSync(join(directory, 'g/PBE-25-a-1.json'), '{"schema": "oss-conformance/recording/1"}');
  writeFileSync(join(directory, 'g/mine.json'), '{}');
  assert.deepEqual(record(['A'], [a]), { written: 1, unchanged: 0, removed: 2 });
  assert.ok(existsSync(join(directory, 'g/mine.json')) && !existsSync(join(directory, 'g/PBE-99.json')));
});

test('what a killed run left is not merged into the next', () => {
  writeDocument(unmergedIn(directory), 'f/left.json', recordingOf(b));
  discardUnmerged(directory);
  record(['A', 'B'], [a]);
  assert.deepEqual(titles(), ['A']);
});
