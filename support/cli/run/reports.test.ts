import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { loadCatalogue, type Catalogue } from '../../harness/catalogue/catalogue.ts';
import { testTarget } from '../../harness/target/testing/test-target.ts';
import type { RunRecord } from '../../harness/verdict/run-record.ts';
import { writeReports } from './reports.ts';

let folder: string;
let catalogue: Catalogue;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-reports-'));
  catalogue = await loadCatalogue();
});
after(() => rm(folder, { recursive: true }));

/** A run in which one clause failed. */
function failedRun(): RunRecord {
  const clause = catalogue.clauses.find(({ id }) => id === 'PBE-25');
  const [scenario] = clause?.scenarios ?? [];
  assert.ok(scenario !== undefined && clause?.feature);
  const outcome = {
    clause: clause.id,
    feature: clause.feature,
    name: scenario.name,
    line: scenario.line,
    durationMs: 1,
    verdict: 'nonconformant',
    reason: 'expected 400, got 200',
    exchanges: 0,
    evidence: null,
  } as const;
  const target = testTarget({ accessKeyId: 'id', accessKeySecret: 'secret' }, { endpoint: 'http://127.0.0.1:9' });
  return { target, catalogue, started: new Date(), durationMs: 1, outcomes: [outcome] };
}

/** Writes the reports of that run. Returns the exit code and what stands on standard error. */
async function report(
  context: TestContext,
  name: string,
  more: { readonly writeExpected?: string } = {},
): Promise<readonly [code: number, told: string]> {
  // The summary is text; what the test runner writes meanwhile is not, and must pass.
  const write = process.stdout.write.bind(process.stdout);
  context.mock.method(process.stdout, 'write', (given: string | Uint8Array) =>
    typeof given === 'string' ? true : write(given),
  );
  const told: string[] = [];
  context.mock.method(process.stderr, 'write', (text: string) => told.push(text) > 0);
  const reports = join(folder, name);
  const code = await writeReports(failedRun(), { reports, ...more }, { provenance: undefined, allure: null });
  context.mock.restoreAll();
  return [code, told.join('').replaceAll(folder, '')];
}

/** Says that the run is a step of a workflow; never the one that these tests are a part of. */
function inGithub(context: TestContext, summary: string): void {
  const before = { ...process.env };
  Object.assign(process.env, { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary });
  context.after(() => {
    for (const name of ['GITHUB_ACTIONS', 'GITHUB_STEP_SUMMARY']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  });
}

describe('a run that has judged keeps its exit code', () => {
  test('where the summary of its step cannot be written, and says so in one line', async (context) => {
    inGithub(context, join(folder, 'nowhere', 'summary.md'));
    assert.deepEqual(await report(context, 'summary'), [
      1,
      'GITHUB_STEP_SUMMARY /nowhere/summary.md: cannot be written (ENOENT); the verdict stays as it is\n',
    ]);
  });

  test('where its expected entries cannot be written, and says so in one line', async (context) => {
    inGithub(context, join(folder, 'summary.md'));
    const writeExpected = join(folder, 'a-folder');
    await mkdir(writeExpected);
    assert.deepEqual(await report(context, 'expected', { writeExpected }), [
      1,
      '--write-expected /a-folder: cannot be written (EISDIR); the verdict stays as it is\n',
    ]);
  });

  test('where both are written, and says nothing', async (context) => {
    const [summary, writeExpected] = [join(folder, 'summary.md'), join(folder, 'expected.yaml')];
    inGithub(context, summary);
    assert.deepEqual(await report(context, 'both', { writeExpected }), [1, '']);
    assert.match(await readFile(summary, 'utf8'), /PBE-25/u);
    assert.match(await readFile(writeExpected, 'utf8'), /PBE-25/u);
  });
});
