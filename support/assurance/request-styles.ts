import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliProcess } from '../cli/testing/cli-process.ts';
import type { Addressing, SignatureVersion } from '../harness/target/target.ts';
import { ServedStore } from '../reference-store/client-tests/served-store.ts';
import { readResults } from '../reporting/results/results-file.ts';
import type { Results } from '../reporting/results/results.ts';
import { conclude } from './conclusion.ts';

/**
 * Judges `serve`, in its own process, with each signature version and each addressing style. Every run must end with
 * 0, conformant and complete, and all must give the same verdict on every scenario.
 */

const signatureVersions: readonly SignatureVersion[] = ['v1', 'v4'];
const addressings: readonly Addressing[] = ['path', 'virtual'];

const place = await mkdtemp(join(tmpdir(), 'request-styles-'));
const store = await ServedStore.start();
const complaints: string[] = [];
try {
  let first: readonly string[] | null = null;
  for (const signature of signatureVersions)
    for (const addressing of addressings) {
      const style = `${signature}, ${addressing} style`;
      const reports = join(place, style);
      const spoken = ['--signature', signature, '--addressing', addressing];
      const { code, stderr } = await CliProcess.run([
        'run',
        '--target',
        store.targetFile,
        ...spoken,
        '--reports',
        reports,
      ]);
      if (code !== 0) complaints.push(`${style}: the run ended with ${code}: ${stderr.trim()}`);
      const results = await readResults(join(reports, 'results.json'));
      if (!results.complete) complaints.push(`${style}: the run is not complete`);
      const words = verdictsOf(results);
      first ??= words;
      complaints.push(...differences(first, words).map((difference) => `${style}: ${difference}`));
    }
} finally {
  await store.stop();
  await rm(place, { recursive: true });
}
conclude(`request styles: ${signatureVersions.length * addressings.length} runs, `, complaints);

function verdictsOf({ clauses }: Results): readonly string[] {
  return clauses.flatMap(({ id, scenarios }) =>
    scenarios.map(({ name, line, verdict }) => `${id}, line ${line} "${name}" is ${verdict}`),
  );
}

function differences(expected: readonly string[], got: readonly string[]): readonly string[] {
  const known = new Set(expected);
  return got.filter((words) => !known.has(words));
}
