import { writeFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ScenarioEvidence } from '../../harness/evidence/evidence.ts';
import { decisiveExchange } from './decisive-exchange.ts';

const folder = 'evidence';

/** The folder `evidence/` of a run. Each scenario is written when it ends, so that a long run needs no more memory. */
export class EvidenceFiles {
  readonly #reportsDirectory: string;

  private constructor(reportsDirectory: string) {
    this.#reportsDirectory = reportsDirectory;
  }

  /** Removes the files of an earlier run, and nothing else there. */
  static async open(reportsDirectory: string): Promise<EvidenceFiles> {
    const directory = join(reportsDirectory, folder);
    await mkdir(directory, { recursive: true });
    await removeEvidence(directory);
    return new EvidenceFiles(reportsDirectory);
  }

  /** Writes the evidence of a scenario. Returns what the results and the page show of it: its decisive exchange. */
  keep(evidence: ScenarioEvidence): ScenarioEvidence {
    writeFileSync(join(this.#reportsDirectory, evidencePath(evidence)), JSON.stringify(evidence, null, 1));
    const decisive = decisiveExchange(evidence.exchanges);
    return { ...evidence, exchanges: decisive === null ? [] : [decisive] };
  }
}

/** Removes the files that a run or a merge wrote into that folder, and nothing else there. */
export async function removeEvidence(directory: string): Promise<void> {
  const earlier = (await readdir(directory)).filter((name) => ownName.test(name));
  await Promise.all(earlier.map((name) => rm(join(directory, name))));
}

/**
 * Files that a run writes, and those that `merge` renames because two shards use one name. A user's own feature may have
 * any name.
 */
const ownName = /^[A-Z]+-\d+-.+-\d+\.json$/u;

/** `evidence/PBE-25-put-bucket-encryption-310.json`, relative to the results file; each row of an outline has its own line. */
export function evidencePath({ clause, feature, line }: ScenarioEvidence): string {
  return `${folder}/${clause}-${basename(feature, '.feature')}-${line}.json`;
}
