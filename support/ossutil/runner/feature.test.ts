import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startReferenceTarget, type StartedTarget } from '../../run/reference-target.ts';
import { runSuite } from '../../run/run.ts';
import type { ScenarioOutcome } from '../../harness/verdict/run-record.ts';

/** The feature's verdicts on programs that are known to be correct or wrong, each run as a process. */

const programs = fileURLToPath(new URL('../test-programs/', import.meta.url));
const wrongOnes = (await readdir(programs)).filter((file) => file.endsWith('.sh'));

let reportsDirectory = '';
let store: StartedTarget;

before(async () => {
  // A program may look up Node in the environment, which must find the Node of this process.
  process.env['PATH'] = `${dirname(process.execPath)}:${process.env['PATH']}`;
  reportsDirectory = await mkdtemp(join(tmpdir(), 'ossutil-feature-'));
  store = await startReferenceTarget({ region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] });
});
after(async () => {
  await store.close();
  await rm(reportsDirectory, { recursive: true, force: true });
});

async function judged(program: string, clauses: readonly string[]): Promise<readonly ScenarioOutcome[]> {
  const { outcomes } = await runSuite(store.target, {
    selection: { clauses, tags: null, shard: null },
    parallel: 0,
    reportsDirectory,
    program: join(programs, program),
    formats: [],
    formatOptions: {},
  });
  return outcomes;
}

for (const file of wrongOnes)
  test(`the program ${file} is caught`, async () => {
    const text = await readFile(join(programs, file), 'utf8');
    const [clause = '', mistake = '', caughtAs = ''] = ['clause', 'mistake', 'caught as'].map(
      (name) => new RegExp(`^# ${name}: (.*)$`, 'm').exec(text)?.[1],
    );
    const outcomes = await judged(file, [clause]);
    const seen = outcomes.map(({ verdict, reason }) => `${verdict}: ${reason}`);
    assert.ok(
      seen.some((words) => words.startsWith('nonconformant: ') && words.includes(caughtAs)),
      `${mistake} Seen: ${seen.join('; ')}`,
    );
    assert.deepEqual(
      outcomes.filter(({ verdict }) => verdict !== 'nonconformant' && verdict !== 'conformant'),
      [],
    );
  });

test('a right program of the second version keeps its own rules, and is not judged by those of the first', async () => {
  const second = ['CLI-29', 'CLI-29', 'CLI-30', 'CLI-31', 'CLI-32', 'CLI-32', 'CLI-33'];
  const outcomes = await judged('second-version.ts', ['CLI-18', ...new Set(second), 'CLI-34']);
  assert.deepEqual(
    outcomes.map(({ clause, verdict, reason }) => [clause, verdict, reason]),
    [
      ['CLI-18', 'unsupported', 'the program has the command line of ossutil 2.x, not of 1.x'],
      ...second.map((id) => [id, 'conformant', null]),
      ['CLI-34', 'observed', 'the exit code 1'],
    ],
  );
});
