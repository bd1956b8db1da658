import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { compare } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { evidenceFolder, readEvidence } from '../evidence/evidence-folder.ts';
import { labelsOf } from '../results/results-document.ts';
import { readResults } from '../results/results-file.ts';

/** Reads results documents and the evidence beside them, and compares them. */
export async function compareFiles(paths: readonly string[]): Promise<Comparison> {
  if (paths.length < 2) throw new ConfigurationError('compare needs two or more results files');
  const documents = await Promise.all(paths.map(async (path) => ({ path, results: await readResults(path) })));
  const labels = labelsOf(documents);
  const folders = paths.map(evidenceFolder);
  const sides = documents.map(async ({ path, results }, index) => {
    const folder = evidenceFolder(path);
    // Evidence does not say of which run it is: where two documents share a folder, it could be either's.
    const isShared = folders.filter((other) => other === folder).length > 1;
    return { label: labels[index] ?? path, results, evidence: isShared ? null : await readEvidence(folder) };
  });
  return compare(await Promise.all(sides));
}
