import { TestStepResultStatus, type Envelope } from '@cucumber/messages';
import { clauseIds, type Catalogue } from '../harness/catalogue/catalogue.ts';
import { pathOf } from '../harness/catalogue/feature-folder.ts';
import type { DoubtfulScenarios } from '../harness/read-after-write/doubtful-scenarios.ts';
import type { ScenarioOutcome } from '../harness/verdict/run-record.ts';
import { writeSessionParameters, type SessionParameters } from '../harness/world/session.ts';
import { runSteps } from './cucumber.ts';
import { DoubtfulCollection } from './doubtful-collection.ts';
import { tellWorkers } from './interruption-channel.ts';
import type { RunOptions, Selection } from './run-options.ts';
import { ScenarioCollector } from './scenario-collector.ts';
import type { PlannedScenario } from './scenario-plan.ts';
import { selectionOptions } from './selection-options.ts';

/**
 * Cucumber always formats something for standard output, by default each step. This format only lists what failed, at
 * the end; we print neither.
 */
const cheapestFormat = 'rerun';

type ScenarioRun = Omit<RunOptions, 'parallel'> & { readonly parallel: number };

/**
 * Runs the selected scenarios. Those whose waits were cut and not proved are played once more; what a slow store misled,
 * and what ended otherwise now, is played with full deadlines.
 */
export async function runScenarios(
  catalogue: Catalogue,
  parameters: SessionParameters,
  options: ScenarioRun,
): Promise<readonly ScenarioOutcome[]> {
  const collector = new ScenarioCollector(clauseIds(catalogue), options.listener ?? null, options.keepEvidence);
  const stopTelling = options.signal === undefined ? () => undefined : tellWorkers(options.signal, parameters.run);
  const mayGoOn = (scenarios: readonly string[]): boolean => scenarios.length > 0 && options.signal?.aborted !== true;
  try {
    const { misled, unproved, affected } = await play(catalogue, parameters, options, collector);
    options.listener?.waitsWereCut?.(affected);
    const changed = mayGoOn(unproved)
      ? await playUnproved(catalogue, parameters, options, unproved, collector.outcomes)
      : [];
    const slow = [...misled, ...changed];
    if (mayGoOn(slow)) {
      const played = slow.length === 1 ? 'a scenario is' : `${slow.length} scenarios are`;
      process.stderr.write(`the store is slow to show what was written: ${played} played again\n`);
      const full = { ...options, selection: onlyThese(slow) };
      await play(catalogue, { ...parameters, waits: 'full' }, full, collector);
    }
  } finally {
    stopTelling();
  }
  return collector.outcomes;
}

/** Returns the scenarios that end otherwise than at first: the store was slow for them. They are not reported. */
async function playUnproved(
  catalogue: Catalogue,
  parameters: SessionParameters,
  options: ScenarioRun,
  unproved: readonly string[],
  before: readonly ScenarioOutcome[],
): Promise<readonly string[]> {
  const collector = new ScenarioCollector(clauseIds(catalogue), null);
  const again = { ...options, selection: onlyThese(unproved), formats: [] };
  await play(catalogue, { ...parameters, waits: 'again' }, again, collector);
  const first = new Map(before.map((outcome) => [placeOf(outcome), outcome]));
  return collector.outcomes
    .filter((second) => {
      const { verdict, reason } = first.get(placeOf(second)) ?? second;
      return second.verdict !== verdict || second.reason !== reason;
    })
    .map(placeOf);
}

function onlyThese(paths: readonly string[]): Selection {
  return { clauses: [], tags: null, shard: null, paths };
}

function placeOf({ feature, line }: PlannedScenario): string {
  return `${feature}:${line}`;
}

/** Returns the scenarios whose waits leave a doubt. Throws an Error if something other than a scenario failed. */
async function play(
  catalogue: Catalogue,
  parameters: SessionParameters,
  { selection, parallel, formats, formatOptions }: ScenarioRun,
  collector: ScenarioCollector,
): Promise<DoubtfulScenarios> {
  const run = {
    ...selectionOptions(catalogue, selection),
    format: formats.length === 0 ? [cheapestFormat] : [...formats],
    formatOptions,
    parallel,
    worldParameters: { session: writeSessionParameters(parameters), features: pathOf(catalogue.folder) },
  };
  const doubtful = new DoubtfulCollection();
  const faults: string[] = [];
  try {
    await runSteps(catalogue, run, (envelope) => {
      collector.receive(envelope);
      faults.push(...faultsIn(envelope));
    });
    // Scenarios that were not played must not pass for a run without a failure.
    const [fault] = faults;
    if (fault !== undefined) throw new Error(`the run broke off: ${fault}`);
    return await doubtful.take();
  } finally {
    doubtful.close();
  }
}

/** Cucumber throws neither for a failed hook of a worker nor for a worker that died: it ends early and tells so. */
function faultsIn({ testRunHookFinished, testRunFinished }: Envelope): readonly string[] {
  const hook = testRunHookFinished?.result;
  const exception = testRunFinished?.exception;
  return [
    ...(hook?.status === TestStepResultStatus.FAILED ? [hook.message ?? 'a hook failed'] : []),
    ...(exception === undefined ? [] : [exception.stackTrace ?? exception.message ?? exception.type]),
  ];
}
