import { loadCatalogue, type CatalogueEntry } from '../../harness/catalogue/catalogue.ts';
import { requireDefinedSteps } from '../../run/defined-steps.ts';
import { planScenarios } from '../../run/scenario-plan.ts';
import type { TargetChoice } from '../../harness/target/target-choice.ts';
import { counted } from '../../reporting/terminal/verdict-lines.ts';
import { defaultLimits } from '../../harness/target/target.ts';
import { chosenTarget } from './chosen-target.ts';
import { requireJudged } from './known-clauses-check.ts';
import { selectionOf, type RunFlags } from './run-flags.ts';

/** What every run needs, whatever it judges: to create, list and delete its buckets. */
const housekeeping: readonly string[] = [
  'oss:AbortMultipartUpload',
  'oss:DeleteBucket',
  'oss:DeleteObject',
  'oss:ListBuckets',
  'oss:ListMultipartUploads',
  'oss:ListObjects',
  'oss:PutBucket',
];

/** Prints what a run with these flags would call, create and need. Sends nothing. Throws ConfigurationError. */
export async function printPlan(flags: RunFlags): Promise<void> {
  const choice = chosenTarget(flags);
  if (choice.kind === 'endpoint') await requireJudged(choice.target, flags);
  const catalogue = await loadCatalogue(flags.features);
  if (flags.features !== undefined) await requireDefinedSteps(catalogue);
  const scenarios = await planScenarios(catalogue, selectionOf(flags));
  const clauses = catalogue.clauses.filter((clause) => scenarios.some((scenario) => checks(scenario, clause)));
  const actions = [...new Set([...housekeeping, ...clauses.flatMap((clause) => clause.actions)])].toSorted();
  const lines = [
    `target        ${describeChoice(choice)}`,
    `would judge   ${counted(clauses.length, 'clause')} by ${counted(scenarios.length, 'scenario')}`,
    `would create  a bucket or two for each scenario, all named ossc-…, at most ${liveBuckets(choice)} at one time, all removed again`,
    `would call    ${actions.flatMap(callOf).join(', ')}`,
    '',
    'what the owner needs, as a RAM policy:',
    JSON.stringify(ramPolicy(actions), null, 2),
    '',
    'nothing was sent',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function checks({ feature, line }: { feature: string; line: number }, clause: CatalogueEntry): boolean {
  return clause.feature === feature && clause.scenarios.some((scenario) => scenario.line === line);
}

function describeChoice(choice: TargetChoice): string {
  switch (choice.kind) {
    case 'reference':
      return 'the embedded reference store, on loopback';
    case 'recordings':
      return 'recordings, without any network';
    case 'endpoint': {
      const { name, endpoint, region, addressing, signature } = choice.target;
      return `${name} at ${endpoint} (${region}, ${addressing} style, ${signature} signatures)`;
    }
  }
}

function liveBuckets(choice: TargetChoice): number {
  return choice.kind === 'endpoint' ? choice.target.limits.liveBuckets : defaultLimits.liveBuckets;
}

/** The other services are called by the store. */
function callOf(action: string): readonly string[] {
  return action.startsWith('oss:') ? [action.slice('oss:'.length)] : [];
}

/** A statement for each service: an action is only allowed on resources of its own. */
function ramPolicy(actions: readonly string[]): unknown {
  const services = Map.groupBy(actions, (action) => action.replace(/:.*/u, ''));
  const statements = [...services].map(([service, own]) => ({
    Effect: 'Allow',
    Action: own,
    Resource: [`acs:${service}:*:*:*`],
  }));
  return { Version: '1', Statement: statements };
}
