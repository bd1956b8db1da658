import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliProcess } from '../cli/testing/cli-process.ts';
import { readResults } from '../reporting/results/results-file.ts';
import { conclude } from './conclusion.ts';
import { filesBelow } from './output.ts';

/**
 * Replays the tracked recordings of the reference store, by one worker and by two, and records that store again over a
 * copy of them, on another day: the replays must be conformant and agree, and no byte of the copy may change.
 */
const tracked = fileURLToPath(new URL('../recordings/reference/', import.meta.url));
const anotherDay = new URL('another-day.ts', import.meta.url).href;
const renewal = 'npm run -s oss-conformance -- record --no-allure --target reference';

const place = await mkdtemp(join(tmpdir(), 'recordings-'));
const complaints: string[] = [];
try {
  const [one, two] = [await replay(0), await replay(2)];
  if (one !== two) complaints.push('a replay with two workers gives other results than one with one worker');
  complaints.push(...(await changesByRecordingAgain()));
} finally {
  await rm(place, { recursive: true });
}
conclude('recordings: ', complaints);

/** The result of a replay for each scenario. */
async function replay(workers: number): Promise<string> {
  const reports = join(place, `replay-${workers}`);
  const words = ['run', '--target', 'recordings', '--parallel', String(workers), '--reports', reports];
  const { code, stderr } = await CliProcess.run(words);
  if (code !== 0) complaints.push(`a replay with --parallel ${workers} ended with ${code}: ${stderr.trim()}`);
  const { clauses } = await readResults(join(reports, 'results.json'));
  const results = clauses.map(({ id, scenarios }) => [
    id,
    scenarios.map(({ name, line, verdict, reason, exchanges }) => [name, line, verdict, reason, exchanges]),
  ]);
  return JSON.stringify(results);
}

async function changesByRecordingAgain(): Promise<readonly string[]> {
  const copy = join(place, 'copy');
  await cp(tracked, copy, { recursive: true });
  const words = ['record', '--no-allure', '--target', 'reference', '--recordings', copy];
  const environment = { NODE_OPTIONS: `--import ${anotherDay}` };
  const { code, stderr } = await CliProcess.run([...words, '--reports', join(place, 'record')], environment);
  if (code !== 0) return [`recording ended with ${code}: ${stderr.trim()}`];
  const [before, after] = [await contentsBelow(tracked), await contentsBelow(copy)];
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  return changed.map((path) => `${path} differs from what is recorded now; renew it: ${renewal}`);
}

async function contentsBelow(directory: string): Promise<ReadonlyMap<string, string>> {
  const files = await filesBelow(directory, []);
  return new Map(files.map(({ name, content }) => [name, content]));
}
