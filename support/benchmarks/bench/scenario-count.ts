import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import { planScenarios } from '../../run/scenario-plan.ts';

/** How many scenarios the suite has. */
export async function scenarioCount(): Promise<number> {
  const everything = { clauses: [], tags: null, shard: null };
  return (await planScenarios(await loadCatalogue(), everything)).length;
}
