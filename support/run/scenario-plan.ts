import { loadSources, type ILoadSourcesResult, type IRunConfiguration } from '@cucumber/cucumber/api';
import type { Catalogue } from '../harness/catalogue/catalogue.ts';
import { ConfigurationError } from '../harness/target/configuration-error.ts';
import { configuration, environment } from './cucumber.ts';
import type { Selection } from './run-options.ts';
import { selectionOptions } from './selection-options.ts';

/** A scenario that a selection names. */
export interface PlannedScenario {
  readonly feature: string;
  readonly line: number;
}

interface NamedScenario extends PlannedScenario {
  readonly name: string;
}

/** The scenarios that a selection names. Throws ConfigurationError if there are none, or a name is unknown. */
export async function planScenarios(catalogue: Catalogue, selection: Selection): Promise<readonly NamedScenario[]> {
  const { sources } = await configuration(catalogue, selectionOptions(catalogue, selection));
  const plan = await planOf(sources, catalogue);
  if (plan.length === 0) throw new ConfigurationError(withoutScenario(selection));
  return plan.map(({ uri, location, name }) => ({ feature: uri, line: location.line, name }));
}

function withoutScenario({ paths = [], clauses, tags, shard }: Selection): string {
  const isByPlace = paths.length > 0 && clauses.length === 0 && tags === null && shard === null;
  if (!isByPlace) return 'no scenario matches the selection; check --clauses, --tags, --shard and the paths';
  return `there is no scenario at ${paths.join(', ')}; after a feature, give the line of a scenario or of an example`;
}

/** Only the tag expression comes from the user. */
async function planOf(
  sources: IRunConfiguration['sources'],
  catalogue: Catalogue,
): Promise<ILoadSourcesResult['plan']> {
  try {
    return (await loadSources(sources, environment(catalogue))).plan;
  } catch (error) {
    const [, problem] = /^Tag expression .* syntax error: (.*)$/su.exec(causeOf(error)) ?? [];
    if (problem === undefined) throw error;
    throw new ConfigurationError(`--tags is no tag expression such as "@PBE-25 or @GBE-01": ${problem}`);
  }
}

/** Cucumber names the problem in the cause, and only its place in the message. */
function causeOf(error: unknown): string {
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
}
