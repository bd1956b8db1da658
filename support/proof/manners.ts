import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CliProcess } from '../cli/testing/cli-process.ts';
import type { Addressing, SignatureVersion } from '../harness/target/target.ts';
import { readResults } from '../reporting/results-file.ts';
import type { Results } from '../reporting/results.ts';

/**
 * Judges `serve`, in a process of its own as any store is, by each signature in each style of addressing. Every run must
 * end with 0, conformant and complete, and all must say the same of every scenario.
 */

const signatureVersions: readonly SignatureVersion[] = ['v1', 'v4'];
const addressings: readonly Addressing[] = ['path', 'virtual'];

/** Far above what a process takes to start. */
const patienceMs = 30_000;

const place = await mkdtemp(join(tmpdir(), 'manners-'));
const target = join(place, 'target.yaml');
const store = new CliProcess(['serve', '--write-target', target]);
const complaints: string[] = [];
try {
  await appearance(target);
  let first: readonly string[] | null = null;
  for (const signature of signatureVersions)
    for (const addressing of addressings) {
      const manner = `${signature}, ${addressing} style`;
      const reports = join(place, manner);
      const spoken = ['--signature', signature, '--addressing', addressing];
      const { code, stderr } = await CliProcess.run(['run', '--target', target, ...spoken, '--reports', reports]);
      if (code !== 0) complaints.push(`${manner}: the run ended with ${code}: ${stderr.trim()}`);
      const results = await readResults(join(reports, 'results.json'));
      if (!results.complete) complaints.push(`${manner}: the run is not complete`);
      const words = verdictsOf(results);
      first ??= words;
      complaints.push(...differences(first, words).map((difference) => `${manner}: ${difference}`));
    }
} finally {
  store.signal('SIGTERM');
  await store.ended;
  await rm(place, { recursive: true });
}
for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
process.stdout.write(
  `manners: ${signatureVersions.length * addressings.length} runs, ${complaints.length} complaints\n`,
);
process.exitCode = complaints.length === 0 ? 0 : 1;

/** Waits until a file is there. Throws an Error where it does not come. */
async function appearance(path: string): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const isThere = await stat(path).then(
      ({ size }) => size > 0,
      () => false,
    );
    if (isThere) return;
    if (performance.now() > deadline) throw new Error('the store did not start');
    await pause(20);
  }
}

function verdictsOf({ clauses }: Results): readonly string[] {
  return clauses.flatMap(({ id, scenarios }) =>
    scenarios.map(({ name, line, verdict }) => `${id}, line ${line} "${name}" is ${verdict}`),
  );
}

function differences(expected: readonly string[], got: readonly string[]): readonly string[] {
  const known = new Set(expected);
  return got.filter((words) => !known.has(words));
}
