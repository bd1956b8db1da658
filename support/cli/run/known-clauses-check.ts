import { loadCatalogue, type CatalogueEntry } from '../../harness/catalogue/catalogue.ts';
import { printableLine } from '../../harness/evidence/printable.ts';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { suggestion } from '../../harness/target/nearest.ts';
import { placeInTargetFile } from '../../harness/target/target-file.ts';
import type { Target } from '../../harness/target/target.ts';
import type { ExpectedDeviation } from '../../harness/verdict/expected-deviation.ts';
import type { RunFlags } from './run-flags.ts';

/**
 * Throws ConfigurationError, with the line of the target file, for an expected deviation of something that no run
 * judges: it could never occur.
 */
export async function requireJudged({ expected }: Target, { target: file = '', features }: RunFlags): Promise<void> {
  if (expected.length === 0) return;
  const catalogues = await Promise.all([loadCatalogue(), ...(features === undefined ? [] : [loadCatalogue(features)])]);
  const judged = catalogues.flatMap(({ clauses }) => clauses).filter(({ excluded }) => excluded === null);
  for (const [index, entry] of expected.entries()) {
    const problem = problemOf(entry, judged);
    if (problem === null) continue;
    const place = placeInTargetFile(file, ['expected', index, problem.key]);
    throw new ConfigurationError(`${place}: "expected[${index}].${problem.key}" ${problem.says}`);
  }
}

interface Problem {
  readonly key: 'clause' | 'scenario';
  readonly says: string;
}

function problemOf(entry: ExpectedDeviation, judged: readonly CatalogueEntry[]): Problem | null {
  const clause = judged.find(({ id }) => id === entry.clause);
  if (clause === undefined) {
    const meant = suggestion(
      entry.clause,
      judged.map(({ id }) => id),
    );
    return { key: 'clause', says: `names "${entry.clause}", which is not a clause that the suite judges${meant}` };
  }
  const names = clause.scenarios.map(({ name }) => printableLine(name.trim()));
  if (entry.scenario === undefined || names.includes(printableLine(entry.scenario.trim()))) return null;
  const meant = suggestion(entry.scenario, names);
  return { key: 'scenario', says: `names "${entry.scenario}", which is not a scenario of ${clause.id}${meant}` };
}
