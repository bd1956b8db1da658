import { existsSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { Writable } from 'node:stream';
import {
  loadConfiguration,
  loadSources,
  runCucumber,
  type IConfiguration,
  type ILoadSourcesResult,
  type IRunConfiguration,
  type ISupportCodeLibrary,
} from '@cucumber/cucumber/api';
import { TestStepResultStatus, type Envelope } from '@cucumber/messages';
import type { Catalogue } from '../harness/catalogue/catalogue.ts';
import { pathOf, suiteFolder } from '../harness/catalogue/feature-folder.ts';
import { ConfigurationError } from '../harness/target/configuration-error.ts';
import { tellWorkers } from './interruption-channel.ts';
import { nearest, suggestion } from '../harness/target/nearest.ts';
import type { DoubtfulScenarios } from '../harness/read-after-write/doubtful-scenarios.ts';
import { DoubtfulCollection } from './doubtful-collection.ts';
import type { RunOptions, Selection } from './run-options.ts';
import { ScenarioCollector } from './scenario-collector.ts';
import type { ScenarioOutcome } from '../harness/verdict/run-record.ts';
import { writeSessionParameters, type SessionParameters } from '../harness/world/session.ts';

/** TypeScript in the repository, JavaScript in the package. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** Cucumber cannot load the same step files twice in one process, so later runs reuse what the first one loaded. */
let loaded: ISupportCodeLibrary | null = null;

/**
 * Cucumber always formats something for standard output, by default each step. This format only lists what failed, at
 * the end; we print neither.
 */
const cheapestFormat = 'rerun';

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

/**
 * Throws ConfigurationError for a step that the suite does not define. Its own features are known to have none; those of
 * a user are tried before anything is sent.
 */
export async function requireDefinedSteps(catalogue: Catalogue): Promise<void> {
  const run = await configuration(catalogue, {
    ...selectionOptions(catalogue, { clauses: [], tags: null, shard: null }),
    import: stepFiles(catalogue),
    dryRun: true,
  });
  const steps = new Map<string, string>();
  const undefinedSteps: string[] = [];
  const result = await runCucumber({ ...run, support: loaded ?? run.support }, environment(catalogue), (envelope) => {
    const { pickle, testCase } = envelope;
    for (const { id, text } of pickle?.steps ?? []) steps.set(id, `${pickle?.uri}: "${text}"`);
    for (const { pickleStepId, stepDefinitionIds } of testCase?.testSteps ?? [])
      if (pickleStepId !== undefined && stepDefinitionIds?.length === 0)
        undefinedSteps.push(steps.get(pickleStepId) ?? '');
  });
  loaded = result.support;
  const [first] = undefinedSteps;
  if (first === undefined) return;
  const more = undefinedSteps.length === 1 ? '' : `, and ${undefinedSteps.length - 1} more`;
  throw new ConfigurationError(`${first} is no step of the suite${more}; docs/steps.md lists its steps`);
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
  const run = await configuration(catalogue, {
    ...selectionOptions(catalogue, selection),
    import: stepFiles(catalogue),
    format: formats.length === 0 ? [cheapestFormat] : [...formats],
    formatOptions,
    parallel,
    worldParameters: { session: writeSessionParameters(parameters), features: pathOf(catalogue.folder) },
  });
  const doubtful = new DoubtfulCollection();
  const faults: string[] = [];
  try {
    const result = await runCucumber({ ...run, support: loaded ?? run.support }, environment(catalogue), (envelope) => {
      collector.receive(envelope);
      faults.push(...faultsIn(envelope));
    });
    loaded = result.support;
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

async function configuration(catalogue: Catalogue, provided: Partial<IConfiguration>): Promise<IRunConfiguration> {
  const { runConfiguration } = await loadConfiguration({ file: false, provided }, environment(catalogue));
  return runConfiguration;
}

function selectionOptions(catalogue: Catalogue, { clauses, tags, shard, paths }: Selection): Partial<IConfiguration> {
  const { folder } = catalogue;
  const ids = clauseIds(catalogue);
  const unknown = clauses.find((id) => !ids.has(id));
  if (unknown !== undefined)
    throw new ConfigurationError(`--clauses: there is no clause "${unknown}"${suggestion(unknown, [...ids])}`);
  const missing = paths?.find((path) => !existsSync(resolve(folder.root, path.replace(/(:\d+)+$/, ''))));
  if (missing !== undefined)
    throw new ConfigurationError(`${missing}: no such feature or folder${featureMeant(missing, catalogue)}`);
  const expressions = [clauses.map((id) => `@${id}`).join(' or '), tags ?? ''];
  return {
    paths: [...(paths ?? featuresOf(catalogue, clauses) ?? [`${folder.name}/**/*.feature`])],
    tags: expressions.flatMap((expression) => (expression === '' ? [] : [`(${expression})`])).join(' and '),
    ...(shard === null ? {} : { shard }),
  };
}

/** What to give instead of a path at which nothing is. */
function featureMeant(path: string, { folder, clauses }: Catalogue): string {
  const [top, features] = [`${folder.name}/`, clauses.flatMap(({ feature }) => feature ?? [])];
  // The name that all begin with is no part of the mistake.
  const given = path.replace(/(:\d+)+$/, '').replace(top, '');
  const names = [...features, ...features.map((feature) => posix.dirname(feature))].map((name) =>
    name.replace(top, ''),
  );
  const meant = names.find((name) => name.endsWith(`/${given}`)) ?? nearest(given, names);
  if (meant !== null) return `; did you mean "${top}${meant}"?`;
  return path.startsWith(top) ? '' : `; give a path that begins with ${top}`;
}

/** The features that check these clauses; `null` for none. To read all features takes as long as to play a small one. */
function featuresOf({ clauses }: Catalogue, ids: readonly string[]): readonly string[] | null {
  const features = clauses.flatMap(({ id, feature }) => (feature !== null && ids.includes(id) ? [feature] : []));
  return features.length === 0 ? null : [...new Set(features)].toSorted();
}

/** The hooks and steps of the suite, as seen from where the features are: cucumber has one directory for both. */
function stepFiles({ folder }: Catalogue): string[] {
  const suite = relative(folder.root, suiteFolder.root);
  return [`support/run/hooks.${extension}`, `steps/**/*.${extension}`].map((files) =>
    join(suite, files).replaceAll(sep, '/'),
  );
}

function clauseIds({ clauses }: Catalogue): ReadonlySet<string> {
  return new Set(clauses.map(({ id }) => id));
}

/** Cucumber requires a formatter for standard output; ours is the summary. */
function environment({ folder }: Catalogue): {
  cwd: string;
  stdout: Writable;
  stderr: Writable;
  env: NodeJS.ProcessEnv;
} {
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });
  return { cwd: folder.root, stdout, stderr: process.stderr, env: process.env };
}
