import { createRequire } from 'node:module';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Ajv } from 'ajv';
import type { MutantResult, MutantStatus, MutationTestResult } from 'mutation-testing-report-schema/api';
import type { Fate, TriedMutant } from './fate.ts';
import type { InstrumentedStore } from './mutants.ts';

/** The statuses that the report schema knows. It has none for a failed set-up, which is no verdict either. */
const statuses: Readonly<Record<Fate, MutantStatus>> = {
  killed: 'Killed',
  survived: 'Survived',
  'not reached': 'NoCoverage',
  'set-up failed': 'RuntimeError',
  crashed: 'RuntimeError',
  'timed out': 'Timeout',
};

/** The results in the schema of mutation-testing-report-schema, which other tools show. */
export function mutationReport({ sources }: InstrumentedStore, tried: readonly TriedMutant[]): MutationTestResult {
  const byFile = Map.groupBy(tried, ({ mutant }) => mutant.file);
  const files = sources.map(
    ({ file, source }) =>
      [
        `support/reference-store/${file}`,
        { language: 'typescript', source, mutants: (byFile.get(file) ?? []).map(mutantResult) },
      ] as const,
  );
  return { schemaVersion: '2.0', thresholds: { high: 95, low: 80 }, files: Object.fromEntries(files) };
}

function mutantResult({ mutant, fate, why, durationMs }: TriedMutant): MutantResult {
  return {
    id: mutant.id,
    mutatorName: mutant.mutator,
    replacement: mutant.replacement,
    location: { start: mutant.start, end: mutant.end },
    status: statuses[fate],
    duration: Math.round(durationMs),
    ...(why === null ? {} : { statusReason: fate === 'set-up failed' ? `set-up failed: ${why}` : why }),
  };
}

/** Writes the report. Throws an Error where it does not follow its schema. */
export async function writeMutationReport(path: string, report: MutationTestResult): Promise<void> {
  const schemaPath = createRequire(import.meta.url).resolve(
    'mutation-testing-report-schema/mutation-testing-report-schema.json',
  );
  const ajv = new Ajv({ strict: false, formats: { uri: true } });
  const follows = ajv.compile<MutationTestResult>(JSON.parse(await readFile(schemaPath, 'utf8')));
  if (!follows(report)) throw new Error(`the mutation report breaks its schema: ${ajv.errorsText(follows.errors)}`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(report)}\n`);
}
