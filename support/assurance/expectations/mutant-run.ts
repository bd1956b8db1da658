import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalogue } from '../../harness/catalogue/catalogue.ts';
import { openParameters } from '../../run/run.ts';
import { runScenarios } from '../../run/scenarios.ts';
import type { Target } from '../../harness/target/target.ts';
import type { ReasonedVerdict } from '../../harness/verdict/verdict.ts';
import { writeFeature, type MutableScenario } from './mutable-scenario.ts';

/** Runs are split into batches, because a run keeps much data for each scenario until its end. */
const batch = 400;

/** Runs scenarios that are in no feature file and returns their verdicts in the same order. */
export async function runMutants(
  catalogue: Catalogue,
  target: Target,
  scenarios: readonly MutableScenario[],
): Promise<readonly ReasonedVerdict[]> {
  const directory = await mkdtemp(join(tmpdir(), 'oss-conformance-mutants-'));
  try {
    const verdicts: ReasonedVerdict[] = [];
    for (let start = 0; start < scenarios.length; start += batch)
      verdicts.push(...(await runBatch(catalogue, target, scenarios.slice(start, start + batch), directory)));
    return verdicts;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function runBatch(
  catalogue: Catalogue,
  target: Target,
  scenarios: readonly MutableScenario[],
  directory: string,
): Promise<readonly ReasonedVerdict[]> {
  const path = join(directory, 'mutants.feature');
  await writeFile(path, writeFeature(scenarios));
  const parameters = await openParameters(catalogue, target, { parallel: 0, reportsDirectory: directory });
  const outcomes = await runScenarios(catalogue, parameters, {
    selection: { clauses: [], tags: null, shard: null, paths: [path] },
    parallel: 0,
    reportsDirectory: directory,
    formats: [],
    formatOptions: {},
  });
  const byName = new Map(outcomes.map(({ name, verdict, reason }) => [name, { verdict, reason }]));
  return scenarios.map(
    (_, index) => byName.get(String(index)) ?? { verdict: 'harness-error', reason: 'the mutant did not run' },
  );
}
