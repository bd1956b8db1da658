import type { Catalogue } from '../harness/catalogue/catalogue.ts';
import { ConfigurationError } from '../harness/target/configuration-error.ts';
import { runSteps } from './cucumber.ts';
import { selectionOptions } from './selection-options.ts';

/**
 * Throws ConfigurationError for a step that the suite does not define. Its own features are known to have none; those of
 * a user are tried before anything is sent.
 */
export async function requireDefinedSteps(catalogue: Catalogue): Promise<void> {
  const steps = new Map<string, string>();
  const undefinedSteps: string[] = [];
  const everything = selectionOptions(catalogue, { clauses: [], tags: null, shard: null });
  await runSteps(catalogue, { ...everything, dryRun: true }, (envelope) => {
    const { pickle, testCase } = envelope;
    for (const { id, text } of pickle?.steps ?? []) steps.set(id, `${pickle?.uri}: "${text}"`);
    for (const { pickleStepId, stepDefinitionIds } of testCase?.testSteps ?? [])
      if (pickleStepId !== undefined && stepDefinitionIds?.length === 0)
        undefinedSteps.push(steps.get(pickleStepId) ?? '');
  });
  const [first] = undefinedSteps;
  if (first === undefined) return;
  const more = undefinedSteps.length === 1 ? '' : `, and ${undefinedSteps.length - 1} more`;
  throw new ConfigurationError(`${first} is no step of the suite${more}; docs/steps.md lists its steps`);
}
