import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  loadConfiguration,
  loadSources,
  runCucumber,
  type IConfiguration,
  type ILoadSourcesResult,
  type IRunConfiguration,
  type ISupportCodeLibrary,
} from '@cucumber/cucumber/api';
import type { Catalogue } from '../harness/catalogue/catalogue.ts';
import { ConfigurationError } from '../harness/target/configuration-error.ts';
import { tellWorkers } from './interruption-channel.ts';
import { suggestion } from '../harness/target/nearest.ts';
import { MisledScenarios } from './misled-scenarios.ts';
import type { RunOptions, Selection } from './run-options.ts';
import { ScenarioCollector } from './scenario-collector.ts';
import type { ScenarioOutcome } from '../harness/verdict/run-record.ts';
import { writeSessionParameters, type SessionParameters } from '../harness/world/session.ts';

const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
/** TypeScript in the repository, JavaScript in the package. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** Cucumber cannot load the same step files twice in one process, so later runs reuse what the first one loaded. */
let loaded: ISupportCodeLibrary | null = null;

/** A scenario that a selection names. */
export interface PlannedScenario {
  readonly feature: string;
  readonly line: number;
}

/** The scenarios that a selection names. Throws ConfigurationError if there are none, or a name is unknown. */
export async function planScenarios(catalogue: Catalogue, selection: Selection): Promise<readonly PlannedScenario[]> {
  const { sources } = await configuration(selectionOptions(catalogue, selection));
  const plan = await planOf(sources);
  if (plan.length === 0) throw new ConfigurationError('no scenario matches the selection');
  return plan.map(({ uri, location }) => ({ feature: uri, line: location.line }));
}

/** Only the tag expression comes from the user. */
async function planOf(sources: IRunConfiguration['sources']): Promise<ILoadSourcesResult['plan']> {
  try {
    return (await loadSources(sources, environment())).plan;
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

/** Runs the selected scenarios; those that a slow store misled, a second time and with full deadlines. */
export async function runScenarios(
  catalogue: Catalogue,
  parameters: SessionParameters,
  options: ScenarioRun,
): Promise<readonly ScenarioOutcome[]> {
  const collector = new ScenarioCollector(clauseIds(catalogue), options.listener ?? null);
  const stopTelling = options.signal === undefined ? () => undefined : tellWorkers(options.signal);
  try {
    const misled = await play(catalogue, parameters, options, collector);
    if (misled.length > 0 && options.signal?.aborted !== true) {
      process.stderr.write(`the store is slow to show what was written: ${misled.length} scenarios are played again\n`);
      const selection: Selection = { clauses: [], tags: null, shard: null, paths: misled };
      await play(catalogue, { ...parameters, waits: 'full' }, { ...options, selection }, collector);
    }
  } finally {
    stopTelling();
  }
  return collector.outcomes;
}

/** Returns the scenarios that a slow store misled. */
async function play(
  catalogue: Catalogue,
  parameters: SessionParameters,
  { selection, parallel, formats, formatOptions }: ScenarioRun,
  collector: ScenarioCollector,
): Promise<readonly string[]> {
  const run = await configuration({
    ...selectionOptions(catalogue, selection),
    import: [`support/run/hooks.${extension}`, `steps/**/*.${extension}`],
    format: [...formats],
    formatOptions,
    parallel,
    worldParameters: { session: writeSessionParameters(parameters) },
  });
  const misled = new MisledScenarios();
  const result = await runCucumber({ ...run, support: loaded ?? run.support }, environment(), (envelope) => {
    collector.receive(envelope);
  });
  loaded = result.support;
  return misled.take();
}

async function configuration(provided: Partial<IConfiguration>): Promise<IRunConfiguration> {
  const { runConfiguration } = await loadConfiguration({ file: false, provided }, environment());
  return runConfiguration;
}

function selectionOptions(catalogue: Catalogue, { clauses, tags, shard, paths }: Selection): Partial<IConfiguration> {
  const ids = clauseIds(catalogue);
  const unknown = clauses.find((id) => !ids.has(id));
  if (unknown !== undefined)
    throw new ConfigurationError(`--clauses: there is no clause "${unknown}"${suggestion(unknown, [...ids])}`);
  const missing = paths?.find((path) => !existsSync(resolve(packageRoot, path.replace(/(:\d+)+$/, ''))));
  if (missing !== undefined)
    throw new ConfigurationError(`${missing}: no such feature; give one such as features/errors`);
  const expressions = [clauses.map((id) => `@${id}`).join(' or '), tags ?? ''];
  return {
    paths: [...(paths ?? ['features/**/*.feature'])],
    tags: expressions.flatMap((expression) => (expression === '' ? [] : [`(${expression})`])).join(' and '),
    ...(shard === null ? {} : { shard }),
  };
}

function clauseIds({ clauses }: Catalogue): ReadonlySet<string> {
  return new Set(clauses.map(({ id }) => id));
}

/** Cucumber requires a formatter for standard output; ours is the summary. */
function environment(): { cwd: string; stdout: Writable; stderr: Writable; env: NodeJS.ProcessEnv } {
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });
  return { cwd: packageRoot, stdout, stderr: process.stderr, env: process.env };
}
