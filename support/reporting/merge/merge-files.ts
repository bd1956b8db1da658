import { copyFile, cp, mkdir, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { CatalogueEntry } from '../../harness/catalogue/catalogue.ts';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { evidenceFiles, evidenceFolder, readEvidence } from '../evidence/evidence-folder.ts';
import { removeEvidence } from '../evidence/evidence-writing.ts';
import { writeReportFiles } from '../report-files.ts';
import { readResults } from '../results/results-file.ts';
import type { Results } from '../results/results.ts';
import { allureResultsFolder } from '../allure/allure-results.ts';
import { merge } from './merge.ts';

/**
 * Merges the reports of shards, given as reports folders or as their `results.json`, into the folder `out`: the report
 * files, the evidence, and what an Allure report is built from. Replaces those of an earlier merge. Throws a `ConfigurationError` for files that cannot be
 * read, written or merged.
 */
export async function mergeReports(
  given: readonly string[],
  out: string,
  clauses: readonly CatalogueEntry[],
): Promise<Results> {
  const paths = await Promise.all(given.map(resultsIn));
  const shards = await Promise.all(paths.map(async (path) => ({ path, results: await readResults(path) })));
  const results = merge(shards);
  const evidence = join(out, 'evidence');
  try {
    await copyEvidence([...new Set(paths.map(evidenceFolder))], evidenceFolder(join(out, 'results.json')));
    await writeReportFiles(out, { results, evidence: await readEvidence(evidence), clauses });
    await copyAllureResults([...new Set(paths.map((path) => resolve(dirname(path))))], resolve(out));
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      throw new ConfigurationError(`${out}: cannot be written (${String(error.code)})`);
    }
    throw error;
  }
  return results;
}

/** Allure's file names are unique; the copies of an earlier merge are removed first. */
async function copyAllureResults(shards: readonly string[], out: string): Promise<void> {
  const destination = allureResultsFolder(out);
  if (!shards.includes(out)) await rm(destination, { recursive: true, force: true });
  for (const shard of shards.filter((folder) => folder !== out)) {
    const source = allureResultsFolder(shard);
    if (!(await isDirectory(source))) continue;
    // The history of a shard is not that of the whole run.
    await cp(source, destination, { recursive: true, filter: (path) => basename(path) !== 'history' });
  }
}

async function resultsIn(path: string): Promise<string> {
  // A missing folder is reported when it is read.
  return (await isDirectory(path)) ? join(path, 'results.json') : path;
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** A shard may have been written into the output's own folder: its files stay, under their names. */
async function copyEvidence(sources: readonly string[], destination: string): Promise<void> {
  await mkdir(destination, { recursive: true });
  const own = await realpath(destination);
  const isShard = await Promise.all(sources.map(async (source) => (await realPathOf(source)) === own));
  if (!isShard.includes(true)) await removeEvidence(destination);
  const taken = new Set(await evidenceFiles(destination));
  for (const source of sources.filter((_, index) => isShard[index] !== true)) {
    for (const name of await evidenceFiles(source)) {
      const free = freeName(name, taken);
      taken.add(free);
      await copyFile(join(source, name), join(destination, free));
    }
  }
}

/** `null` if nothing is there: a shard may have no evidence. */
async function realPathOf(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch {
    return null;
  }
}

/** Shards of one run never use the same name; files that do are from elsewhere, and are kept. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const stem = name.slice(0, -'.json'.length);
  for (let number = 2; ; number += 1) {
    const candidate = `${stem}-${number}.json`;
    if (!taken.has(candidate)) return candidate;
  }
}
