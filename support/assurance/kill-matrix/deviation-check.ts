import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadCatalogue, type CatalogueEntry } from '../../harness/catalogue/catalogue.ts';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { killMatrix, type DeclaredDeviation, type DeviationRun, type KillMatrix } from './kill-matrix.ts';
import { loadProgramDeviation, programDeviationNames } from '../../ossutil/deviation.ts';
import { runDeviations, type PlannedDeviation } from './deviation-runs.ts';
import { suggestion } from '../../harness/target/nearest.ts';
import { deviationNames, loadDeviation } from '../../reference-store/deviation.ts';
import { refreshPage, writeKillMatrix } from './kill-matrix-files.ts';
import { killMatrixPage } from './kill-matrix-page.ts';
import { printableLine } from '../../harness/evidence/printable.ts';

/** The options of `deviations`, as commander parses them. */
export interface DeviationsFlags {
  readonly only?: readonly string[];
  readonly oneIn?: number;
  readonly reports: string;
}

/**
 * Runs the suite against the deviations, writes the matrix and prints every breach. Returns the process exit code: 0
 * only for a matrix without a breach.
 */
export async function checkDeviations({ only, oneIn = 1, reports }: DeviationsFlags): Promise<number> {
  const names = chosenNames(only).filter((name) => isInSample(name, oneIn));
  const isComplete = only === undefined && oneIn === 1;
  const { clauses } = await loadCatalogue();
  const deviations = await Promise.all(names.map((name) => readDeviation(name, clauses)));
  const clock = performance.now();
  const seen = await runDeviations(deviations, reportRun);
  const matrix = killMatrix({ clauses, deviations, ...seen, complete: isComplete });
  const path = await writeKillMatrix(reports, matrix);
  const page = killMatrixPage(clauses, matrix);
  const stale = isComplete ? await stalePage(page) : await staleRows(page, names);
  const breaches = [...matrix.breaches, ...stale];
  for (const breach of breaches) process.stdout.write(`${printableLine(breach)}\n`);
  process.stdout.write(`${totals(matrix, performance.now() - clock)}; the matrix: ${path}\n`);
  return breaches.length === 0 ? 0 : 1;
}

/** The named deviations, or all. Throws ConfigurationError for an unknown name. */
function chosenNames(only: readonly string[] | undefined): readonly string[] {
  const all = [...deviationNames(), ...programDeviationNames()];
  const unknown = only?.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw new ConfigurationError(
      `--only: there is no deviation "${unknown}"${suggestion(unknown, all) || '; docs/kill-matrix.md lists them'}`,
    );
  return only ?? all;
}

/** What a deviation declares, and which part of the suite it is about. */
async function readDeviation(
  name: string,
  clauses: readonly CatalogueEntry[],
): Promise<DeclaredDeviation & PlannedDeviation> {
  if (programDeviationNames().includes(name)) {
    const { clause, mistake, caughtAs, alsoCaughtBy = {}, syntax = '1.x' } = await loadProgramDeviation(name);
    return { name, of: 'program', clause, mistake, caughtAs, alsoCaughtBy, syntax };
  }
  const { clause, mistake, caughtAs, alsoCaughtBy = {}, setUpBy = 'v4' } = await loadDeviation(name);
  const { feature = null, scenarios = [] } = clauses.find(({ id }) => id === clause) ?? {};
  const ownScenarios = feature === null ? [] : scenarios.map(({ line }) => ({ feature, line }));
  return { name, of: 'store', clause, mistake, caughtAs, alsoCaughtBy, setUpBy, ownScenarios };
}

function reportRun({ deviation, durationMs }: DeviationRun): void {
  process.stderr.write(`${(durationMs / 1000).toFixed(1)} s  ${deviation}\n`);
}

const matrixPage = fileURLToPath(new URL('../../../docs/kill-matrix.md', import.meta.url));

/** The page is tracked, so it must match the suite; a stale page is written again. */
async function stalePage(page: string): Promise<readonly string[]> {
  const fresh = await refreshPage(matrixPage, page);
  return fresh ? [] : ['docs/kill-matrix.md was stale and has been written again; commit it'];
}

/** A run of some deviations checks only their rows. */
async function staleRows(page: string, names: readonly string[]): Promise<readonly string[]> {
  const tracked = new Set((await readFile(matrixPage, 'utf8')).split('\n'));
  return names
    .filter((name) => page.split('\n').some((line) => line.startsWith(`| ${name} |`) && !tracked.has(line)))
    .map((name) => `docs/kill-matrix.md: the row of ${name} is stale; run "deviations" without options`);
}

/** Whether a deviation is in the sample. Only its name decides, so that the sample stays the same. */
function isInSample(name: string, oneIn: number): boolean {
  return createHash('sha256').update(name).digest().readUInt32BE() % oneIn === 0;
}

function totals({ rows }: KillMatrix, durationMs: number): string {
  const caught = rows.filter(({ caughtBy }) => caughtBy.length > 0).length;
  const clauses = new Set(rows.map(({ deviation }) => deviation.clause)).size;
  return `${caught} of ${rows.length} deviations of ${clauses} clauses caught in ${(durationMs / 1000).toFixed(0)} s`;
}
