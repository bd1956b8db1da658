import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { evidenceFiles, evidenceFolder } from '../evidence/evidence-folder.ts';
import { merge } from './merge.ts';
import { readResults, writeResultsFile } from '../results/results-file.ts';
import type { Results } from '../results/results.ts';

/** Merges the shards into the file `out` and copies their evidence into the folder beside it. */
export async function mergeFiles(paths: readonly string[], out: string): Promise<Results> {
  const shards = await Promise.all(paths.map(async (path) => ({ path, results: await readResults(path) })));
  const merged = merge(shards);
  try {
    await writeResultsFile(out, merged);
    await copyEvidence([...new Set(paths.map(evidenceFolder))], evidenceFolder(out));
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      throw new ConfigurationError(`${out}: cannot be written (${String(error.code)})`);
    }
    throw error;
  }
  return merged;
}

async function copyEvidence(sources: readonly string[], destination: string): Promise<void> {
  // What already stands in the output's own folder keeps its name; a shard may have been written there.
  const taken = new Set(sources.includes(destination) ? await evidenceFiles(destination) : []);
  for (const source of sources.filter((folder) => folder !== destination)) {
    const names = await evidenceFiles(source);
    if (names.length > 0) await mkdir(destination, { recursive: true });
    for (const name of names) {
      const free = freeName(name, taken);
      taken.add(free);
      await copyFile(join(source, name), join(destination, free));
    }
  }
}

/** Evidence is found by what it holds, so two shards that chose one name lose nothing by a second. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const stem = name.slice(0, -'.json'.length);
  for (let number = 2; ; number += 1) {
    const candidate = `${stem}-${number}.json`;
    if (!taken.has(candidate)) return candidate;
  }
}
