import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ScenarioEvidence } from '../../harness/evidence/evidence.ts';

const folder = 'evidence';

/** Replaces the files of an earlier run in `evidence/`, and nothing else there, by one file per scenario. */
export async function writeEvidence(reportsDirectory: string, evidence: readonly ScenarioEvidence[]): Promise<void> {
  const directory = join(reportsDirectory, folder);
  await mkdir(directory, { recursive: true });
  const earlier = (await readdir(directory)).filter((name) => ownName.test(name));
  await Promise.all(earlier.map((name) => rm(join(directory, name))));
  await Promise.all(
    evidence.map((one) => writeFile(join(reportsDirectory, evidencePath(one)), JSON.stringify(one, null, 1))),
  );
}

/** Files that a run writes, and those that `merge` renames because two shards use one name. */
const ownName = /^[A-Z]+-\d+-[a-z0-9-]+-\d+\.json$/u;

/** `evidence/PBE-25-put-bucket-encryption-310.json`, relative to the results file; each row of an outline has its own line. */
export function evidencePath({ clause, feature, line }: ScenarioEvidence): string {
  return `${folder}/${clause}-${basename(feature, '.feature')}-${line}.json`;
}
