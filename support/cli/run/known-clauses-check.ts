import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import type { FeatureFolder } from '../../harness/catalogue/feature-folder.ts';
import { printableLine } from '../../harness/evidence/printable.ts';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { suggestion } from '../../harness/target/nearest.ts';
import type { Target } from '../../harness/target/target.ts';

/** Throws ConfigurationError for an expected deviation of something that no run judges: it could never occur. */
export async function requireJudged({ expected }: Target, features: FeatureFolder | undefined): Promise<void> {
  if (expected.length === 0) return;
  const catalogues = await Promise.all([loadCatalogue(), ...(features === undefined ? [] : [loadCatalogue(features)])]);
  const judged = catalogues.flatMap(({ clauses }) => clauses).filter(({ excluded }) => excluded === null);
  for (const entry of expected) {
    const clause = judged.find(({ id }) => id === entry.clause);
    if (clause === undefined) {
      const ids = judged.map(({ id }) => id);
      throw new ConfigurationError(
        `the target's "expected" names "${entry.clause}", which is not a clause that the suite judges${suggestion(entry.clause, ids)}`,
      );
    }
    const names = clause.scenarios.map(({ name }) => printableLine(name.trim()));
    if (entry.scenario !== undefined && !names.includes(printableLine(entry.scenario.trim())))
      throw new ConfigurationError(
        `the target's "expected" names "${entry.scenario}", which is not a scenario of ${clause.id}${suggestion(entry.scenario, names)}`,
      );
  }
}
