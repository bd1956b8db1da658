import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { Inconclusive } from '../../harness/verdict/finding.ts';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import { startReferenceTarget, type StartedTarget } from '../../run/reference-target.ts';
import type { RunOptions } from '../../run/run-options.ts';
import { runSuite } from '../../run/run.ts';
import type { RunRecord } from '../../harness/verdict/run-record.ts';
import type { RunLock } from '../../run/run-lock.ts';
import { requireDefinedSteps } from '../../run/defined-steps.ts';
import { planScenarios } from '../../run/scenario-plan.ts';
import { proxyOf } from '../../harness/target/target-proxy.ts';
import type { Target } from '../../harness/target/target.ts';
import type { TargetChoice } from '../../harness/target/target-choice.ts';
import { exitCode } from '../exit-code.ts';
import type { Provenance } from '../../recordings/format/recording.ts';
import { Progress } from '../../reporting/terminal/progress.ts';
import { EvidenceFiles } from '../../reporting/evidence/evidence-writing.ts';
import { allureFor, type Allure } from './allure.ts';
import { Interruption } from './interruption.ts';
import { requireJudged } from './known-clauses-check.ts';
import { prepareReports } from './reports-folder.ts';
import { writeReports } from './reports.ts';
import { selectionOf, type RunFlags } from './run-flags.ts';

export async function startTarget(
  choice: Exclude<TargetChoice, { kind: 'recordings' }>,
  { deviation }: RunFlags,
): Promise<StartedTarget> {
  if (deviation !== undefined) (await import('./deviation-name.ts')).requireDeviation(deviation);
  return choice.kind === 'reference'
    ? startReferenceTarget(choice, deviation)
    : { target: choice.target, close: async () => undefined };
}

/** Recording or replaying, as part of a run. */
export interface Taping {
  readonly tape: NonNullable<RunOptions['tape']>;
  /** The origin of the recorded answers. */
  readonly provenance: Provenance['class'];
  /** Prepares the folder of the recordings, once no other run can use it. */
  readonly prepare?: () => void;
  /** Prints a note about the recordings. */
  readonly conclude: (record: RunRecord) => void;
}

/**
 * Runs the scenarios against a started target, writes the reports and prints the summary. Closes the target in any
 * case. `tape` checks what it needs and touches nothing. Returns the process exit code.
 */
export async function runStarted(started: StartedTarget, flags: RunFlags, tape?: () => Taping): Promise<number> {
  const interruption = new Interruption();
  let lock: RunLock | null = null;
  try {
    const planned = await plan(started.target, flags);
    const taping = tape?.();
    announceProxy(started.target);
    lock = await prepareReports(flags.reports);
    taping?.prepare?.();
    const allure = isAllureWanted(flags, taping) ? await allureFor(flags.reports) : null;
    const evidence = await EvidenceFiles.open(flags.reports);
    const { signal } = interruption;
    const record = await runWithProgress(started, flags, { planned, signal, taping, allure, evidence });
    const code = await writeReports(record, flags, { provenance: taping?.provenance, allure });
    taping?.conclude(record);
    return interruption.exitCode ?? code;
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    process.stderr.write(`inconclusive: ${error.message}\n`);
    return interruption.exitCode ?? exitCode('inconclusive');
  } finally {
    lock?.release();
    interruption.release();
    await started.close();
  }
}

/** A proxy may answer instead of the store. Throws ConfigurationError if it cannot be used. */
function announceProxy(target: Target): void {
  const proxy = proxyOf(target, process.env);
  if (proxy !== null)
    process.stderr.write(`${target.endpoint} through the proxy ${proxy.origin} (${proxy.variable})\n`);
}

/** A replay checks the harness; about the store it shows nothing that the recording did not. */
function isAllureWanted({ allure }: RunFlags, taping?: Taping): boolean {
  return allure ?? taping?.tape.mode !== 'replay';
}

/** How many scenarios will run. Throws ConfigurationError before anything is touched. */
async function plan(target: Target, flags: RunFlags): Promise<number> {
  const catalogue = await loadCatalogue(flags.features);
  await requireJudged(target, flags);
  if (flags.features !== undefined) await requireDefinedSteps(catalogue);
  requireBucketForEach(flags.parallel ?? 0, target);
  return (await planScenarios(catalogue, selectionOf(flags))).length;
}

/** The progress display and the Allure report of a run. */
interface Accompaniment {
  readonly taping: Taping | undefined;
  /** `null` for a run without an Allure report. */
  readonly allure: Allure | null;
}

interface ReportedRun extends Accompaniment {
  /** How many scenarios will run. */
  readonly planned: number;
  readonly evidence: EvidenceFiles;
  readonly signal: AbortSignal;
}

async function runWithProgress(
  { target }: StartedTarget,
  flags: RunFlags,
  { planned, evidence, signal, taping, allure }: ReportedRun,
): Promise<RunRecord> {
  const progress = new Progress(process.stderr, planned);
  try {
    return await runSuite(target, {
      ...(flags.features === undefined ? {} : { features: flags.features }),
      selection: selectionOf(flags),
      parallel: flags.parallel ?? 'auto',
      reportsDirectory: flags.reports,
      ...(flags.ossutil === undefined ? {} : { program: flags.ossutil }),
      ...(taping === undefined ? {} : { tape: taping.tape }),
      formats: allure?.formats ?? [],
      formatOptions: allure?.formatOptions ?? {},
      listener: progress,
      keepEvidence: (one) => evidence.keep(one),
      signal,
    });
  } finally {
    progress.clear();
  }
}

/** Each worker creates at least one bucket. Throws ConfigurationError if that would be too many. */
function requireBucketForEach(workers: number, { limits }: Target): void {
  if (workers > limits.liveBuckets)
    throw new ConfigurationError(
      `--parallel ${workers}: each worker needs a bucket, and the target's "limits" allow ${limits.liveBuckets} at one time`,
    );
}
