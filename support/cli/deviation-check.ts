import { join } from 'node:path';
import { loadCatalogue } from '../harness/catalogue.ts';
import { ConfigurationError } from '../harness/configuration-error.ts';
import { killMatrix, type DeclaredDeviation, type KillMatrix } from '../harness/kill-matrix.ts';
import { runDeviations } from '../harness/kill-matrix-run.ts';
import { suggestion } from '../harness/nearest.ts';
import { featuresDirectory } from '../harness/suite.ts';
import { deviationNames, loadDeviation } from '../reference-store/deviation.ts';
import { refreshPage, writeKillMatrix } from '../reporting/kill-matrix-files.ts';
import { killMatrixPage, type PageClause } from '../reporting/kill-matrix-page.ts';
import { printableLine } from '../reporting/printable.ts';
import type { DeviationsFlags } from './commands/deviations.ts';

/**
 * Runs the suite against the deviations, writes the matrix and prints what is not as it must be. Returns the process
 * exit code: 0 only for a matrix without a breach.
 */
export async function checkDeviations({ only, reports }: DeviationsFlags): Promise<number> {
  const [{ clauses }, deviations] = await Promise.all([loadCatalogue(), declared(only)]);
  const clock = performance.now();
  const seen = await runDeviations({
    deviations: deviations.map(({ name }) => name),
    signatures: [...new Set(deviations.map(({ setUpBy }) => setUpBy))],
    onRun: ({ deviation, durationMs }) => process.stderr.write(`${(durationMs / 1000).toFixed(1)} s  ${deviation}\n`),
  });
  const matrix = killMatrix({ clauses, deviations, ...seen, complete: only === undefined });
  const path = await writeKillMatrix(reports, matrix);
  const breaches = [...matrix.breaches, ...(only === undefined ? await stalePage(clauses, matrix) : [])];
  for (const breach of breaches) process.stdout.write(`${printableLine(breach)}\n`);
  process.stdout.write(`${totals(matrix, performance.now() - clock)}; the matrix: ${path}\n`);
  return breaches.length === 0 ? 0 : 1;
}

interface PlannedDeviation extends DeclaredDeviation {
  /** The signature by which its scenarios are prepared. */
  readonly setUpBy: 'v1' | 'v4';
}

/** What the named deviations, or all there are, say of themselves. Throws ConfigurationError for one that there is not. */
async function declared(only: readonly string[] | undefined): Promise<readonly PlannedDeviation[]> {
  const all = deviationNames();
  const unknown = only?.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw new ConfigurationError(`--only: there is no deviation "${unknown}"${suggestion(unknown, all)}`);
  return Promise.all(
    (only ?? all).map(async (name) => {
      const { clause, mistake, caughtAs, alsoCaughtBy = {}, setUpBy = 'v4' } = await loadDeviation(name);
      return { name, clause, mistake, caughtAs, alsoCaughtBy, setUpBy };
    }),
  );
}

/** The page is tracked, so it must say what the suite does; what does not is written anew. */
async function stalePage(clauses: readonly PageClause[], matrix: KillMatrix): Promise<readonly string[]> {
  const fresh = await refreshPage(join(featuresDirectory, 'kill-matrix.md'), killMatrixPage(clauses, matrix));
  return fresh ? [] : ['features/kill-matrix.md said something else and was written anew; commit it'];
}

function totals({ rows }: KillMatrix, durationMs: number): string {
  const caught = rows.filter(({ caughtBy }) => caughtBy.length > 0).length;
  const clauses = new Set(rows.map(({ deviation }) => deviation.clause)).size;
  return `${caught} of ${rows.length} deviations of ${clauses} clauses caught in ${(durationMs / 1000).toFixed(0)} s`;
}
