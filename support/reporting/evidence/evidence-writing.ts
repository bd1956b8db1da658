import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ScenarioEvidence } from '../../harness/evidence/evidence.ts';

/** Empties `evidence/` of what an earlier run wrote there, and of nothing else, and writes one file per scenario. */
export async function writeEvidence(reportsDirectory: string, evidence: readonly ScenarioEvidence[]): Promise<void> {
  const directory = join(reportsDirectory, 'evidence');
  await mkdir(directory, { recursive: true });
  const earlier = (await readdir(directory)).filter((name) => ownName.test(name));
  await Promise.all(earlier.map((name) => rm(join(directory, name))));
  await Promise.all(evidence.map((one) => writeFile(join(directory, fileName(one)), JSON.stringify(one, null, 1))));
}

/** What `fileName` makes, and what merging makes of it where two shards chose one name. */
const ownName = /^[A-Z]+-\d+-[a-z0-9-]+-\d+\.json$/u;

/** `PBE-25-put-bucket-encryption-310.json`: a row of an outline has a line of its own. */
function fileName({ clause, feature, line }: ScenarioEvidence): string {
  return `${clause}-${basename(feature, '.feature')}-${line}.json`;
}
