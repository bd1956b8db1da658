import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ScenarioEvidence } from '../harness/evidence/evidence.ts';

/** Empties `evidence/` of an earlier run and writes one file per scenario. */
export async function writeEvidence(reportsDirectory: string, evidence: readonly ScenarioEvidence[]): Promise<void> {
  const directory = join(reportsDirectory, 'evidence');
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await Promise.all(evidence.map((one) => writeFile(join(directory, fileName(one)), JSON.stringify(one, null, 1))));
}

/** `PBE-25-put-bucket-encryption-310.json`: a row of an outline has a line of its own. */
function fileName({ clause, feature, line }: ScenarioEvidence): string {
  return `${clause}-${basename(feature, '.feature')}-${line}.json`;
}
