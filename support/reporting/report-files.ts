import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScenarioEvidence } from '../harness/evidence/evidence.ts';
import { badgeJson, badgeSvg } from './ci/badge.ts';
import { junitXml } from './ci/junit.ts';
import type { DocumentedClause } from './page/page-content.ts';
import { page } from './page/page.ts';
import { writeResults } from './results/results-file.ts';
import type { Results } from './results/results.ts';

const names = ['results.json', 'index.html', 'junit.xml', 'badge.svg', 'badge.json'] as const;

/** The content of a reports folder for one run. */
export interface Report {
  readonly results: Results;
  readonly evidence: readonly ScenarioEvidence[];
  /** The catalogue, which the page is built on. */
  readonly clauses: readonly DocumentedClause[];
}

/** Writes every report that needs no other program. Returns the paths that people open. */
export async function writeReportFiles(
  directory: string,
  { results, evidence, clauses }: Report,
): Promise<{ readonly results: string; readonly page: string }> {
  await mkdir(directory, { recursive: true });
  const texts = [
    ['index.html', page({ clauses, sides: [{ label: results.target.name, results, evidence }] })],
    ['junit.xml', junitXml(results)],
    ['badge.svg', badgeSvg(results)],
    ['badge.json', badgeJson(results)],
  ] as const satisfies readonly (readonly [(typeof names)[number], string])[];
  const [path] = await Promise.all([
    writeResults(directory, results),
    ...texts.map(([name, text]) => writeFile(join(directory, name), text)),
  ]);
  return { results: path, page: join(directory, 'index.html') };
}

/** Removes the reports of an earlier run: a run without a verdict must not leave those of another. */
export async function removeReportFiles(directory: string): Promise<void> {
  await Promise.all(names.map((name) => rm(join(directory, name), { force: true })));
}
