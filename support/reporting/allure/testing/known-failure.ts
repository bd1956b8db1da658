import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleClause, sampleResults } from '../../results/sample-results.ts';

/** Writes what allure-cucumberjs would. */
export async function addResult(reports: string): Promise<void> {
  const result = {
    uuid: '1',
    historyId: 'h',
    name: 'PBE-01 a scenario',
    fullName: 'PBE-01: a scenario',
    status: 'failed',
    statusDetails: { message: 'nonconformant: PBE-01: expected x, got y' },
    links: [],
    stage: 'finished',
    start: 1,
    stop: 2,
  };
  await writeFile(join(reports, 'allure-results', '1-result.json'), JSON.stringify(result));
}

/** A run that fails as its target expects. */
export const run = sampleResults({
  target: { name: 'acme "store" <2>\nservé' },
  clauses: [sampleClause('PBE-01', [{ name: 'a scenario', verdict: 'nonconformant', reason: 'expected x, got y' }])],
  expected: [{ clause: 'PBE-01', observed: 'expected x, got y', issue: 'https://example.org/7', until: '2027-06-30' }],
});
