import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliProcess } from '../cli/testing/cli-process.ts';
import { ServedStore } from '../reference-store/client-tests/served-store.ts';
import { readResults } from '../reporting/results/results-file.ts';
import type { Results } from '../reporting/results/results.ts';
import { conclude } from './conclusion.ts';

/**
 * Judges `serve`, in its own process, in every way that clients speak to it: each signature version, each addressing
 * style, and TLS at `BUCKET.localhost` with the data on disk. Every run must end with 0, conformant and complete, and all
 * must give the same verdict on every scenario.
 */

interface Way {
  readonly name: string;
  readonly store: ServedStore;
  /** Options of `run`. */
  readonly words: readonly string[];
}

await using place = await mkdtempDisposable(join(tmpdir(), 'request-styles-'));
await using plain = await ServedStore.start();
await using secure = await ServedStore.start('--tls', '--data', join(place.path, 'data'));
const ways: readonly Way[] = [
  ...['v1', 'v4'].flatMap((signature) =>
    ['path', 'virtual'].map((addressing) => ({
      name: `${signature}, ${addressing} style`,
      store: plain,
      words: ['--signature', signature, '--addressing', addressing],
    })),
  ),
  {
    name: 'v4, virtual-hosted style at localhost, TLS, data on disk',
    store: secure,
    words: ['--endpoint', `https://localhost:${secure.port}`, '--addressing', 'virtual'],
  },
];

const complaints: string[] = [];
let first: readonly string[] | null = null;
for (const { name, store, words } of ways) {
  const reports = join(place.path, name);
  const { code, stderr } = await CliProcess.run(['run', '--target', store.targetFile, ...words, '--reports', reports]);
  if (code !== 0) complaints.push(`${name}: the run ended with ${code}: ${stderr.trim()}`);
  const results = await readResults(join(reports, 'results.json'));
  if (!results.complete) complaints.push(`${name}: the run is not complete`);
  const verdicts = verdictsOf(results);
  first ??= verdicts;
  complaints.push(...differences(first, verdicts).map((difference) => `${name}: ${difference}`));
}
conclude(`request styles: ${ways.length} runs, `, complaints);

function verdictsOf({ clauses }: Results): readonly string[] {
  return clauses.flatMap(({ id, scenarios }) =>
    scenarios.map(({ name, line, verdict }) => `${id}, line ${line} "${name}" is ${verdict}`),
  );
}

function differences(expected: readonly string[], got: readonly string[]): readonly string[] {
  const known = new Set(expected);
  return got.filter((words) => !known.has(words));
}
