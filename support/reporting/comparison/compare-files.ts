import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { evidenceFolder, readEvidence } from '../evidence/evidence-folder.ts';
import { readResults } from '../results/results-file.ts';
import type { Results } from '../results/results.ts';
import type { Side } from './comparison.ts';

/** Reads results documents to compare, each with its evidence. Throws a `ConfigurationError` for fewer than two. */
export async function readSides(paths: readonly string[]): Promise<readonly Side[]> {
  if (paths.length < 2) throw new ConfigurationError('compare needs two or more results files');
  return readDocuments(paths);
}

/** Reads results documents and the evidence next to each. */
export async function readDocuments(paths: readonly string[]): Promise<readonly Side[]> {
  const documents = await Promise.all(paths.map(async (path) => ({ path, results: await readResults(path) })));
  const labels = labelsOf(documents);
  const folders = paths.map(evidenceFolder);
  const sides = documents.map(async ({ path, results }, index) => {
    const folder = evidenceFolder(path);
    // Evidence does not name its run: if two documents share a folder, it could belong to either.
    const isShared = folders.filter((other) => other === folder).length > 1;
    return { label: labels[index] ?? path, results, evidence: isShared ? null : await readEvidence(folder) };
  });
  return Promise.all(sides);
}

/** The targets' names, with the file if the name alone does not distinguish two documents. */
function labelsOf(documents: readonly { readonly path: string; readonly results: Results }[]): string[] {
  return documents.map(({ path, results: { target } }) => {
    const namesakes = documents.filter(({ results }) => results.target.name === target.name);
    return namesakes.length > 1 ? `${target.name} (${path})` : target.name;
  });
}
