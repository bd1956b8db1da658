import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { Inconclusive } from '../../harness/verdict/finding.ts';
import { loadCatalogue, type Catalogue } from '../../harness/catalogue/catalogue.ts';
import { startReferenceTarget, type StartedTarget } from '../../run/reference-target.ts';
import type { RunOptions } from '../../run/run-options.ts';
import { runSuite, type RunRecord } from '../../run/run.ts';
import type { RunLock } from '../../run/run-lock.ts';
import { planScenarios } from '../../run/scenarios.ts';
import { suggestion } from '../../harness/target/nearest.ts';
import type { Target } from '../../harness/target/target.ts';
import { chooseTarget, type TargetChoice } from '../../harness/target/target-choice.ts';
import { exitCode } from '../../harness/verdict/verdict.ts';
import type { Provenance } from '../../recordings/format/recording.ts';
import { Progress } from '../../reporting/terminal/progress.ts';
import { allureFor, type Allure } from './allure.ts';
import type { RunFlags } from '../commands/run.ts';
import { Interruption } from './interruption.ts';
import { prepareReports } from './reports-folder.ts';
import { writeReports } from './reports.ts';
import { selectionOf } from './selection.ts';

/** Judges the chosen target, writes the reports and prints the summary. Returns the process exit code. */
export async function judgeTarget(flags: RunFlags): Promise<number> {
  const choice = chooseTarget(flags, process.env);
  if (choice.kind === 'recordings') {
    const { judgeRecordings } = await import('./replaying.ts');
    return judgeRecordings(choice, flags);
  }
  if (flags.recordings !== undefined) throw new ConfigurationError('--recordings goes with --target recordings');
  const started = await startTarget(choice, flags);
  return judgeStarted(started, flags);
}

export async function startTarget(
  choice: Exclude<TargetChoice, { kind: 'recordings' }>,
  { deviation }: RunFlags,
): Promise<StartedTarget> {
  if (deviation !== undefined) (await import('./store-process.ts')).requireDeviation(deviation);
  return choice.kind === 'reference'
    ? startReferenceTarget(choice, deviation)
    : { target: choice.target, close: async () => undefined };
}

/** What is done with a run beyond judging and reporting it. */
export interface Taping {
  readonly tape: NonNullable<RunOptions['tape']>;
  /** Whom the recorded exchanges were had with. */
  readonly provenance: Provenance['class'];
  /** Prints what there is to say of the recordings. */
  readonly conclude: (record: RunRecord) => void;
}

/** Judges what was started, and closes it, also where the run or the tape cannot be made ready. */
export async function judgeStarted(started: StartedTarget, flags: RunFlags, tape?: () => Taping): Promise<number> {
  const interruption = new Interruption();
  let lock: RunLock | null = null;
  try {
    const planned = await plan(started.target, flags);
    const taping = tape?.();
    lock = await prepareReports(flags.reports);
    const allure = isAllureWanted(flags, taping) ? await allureFor(flags.reports) : null;
    const record = await runReported(started, flags, { planned, signal: interruption.signal, taping, allure });
    const judged = await writeReports(record, flags, { provenance: taping?.provenance, allure });
    taping?.conclude(record);
    return interruption.exitCode ?? judged;
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

/** A replay proves the harness, and has nothing to show of a store that its recording did not show. */
function isAllureWanted({ allure }: RunFlags, taping?: Taping): boolean {
  return allure ?? taping?.tape.mode !== 'replay';
}

/** How many scenarios will run. Throws ConfigurationError before anything is touched. */
async function plan(target: Target, flags: RunFlags): Promise<number> {
  const catalogue = await loadCatalogue();
  requireJudgedClauses(target, catalogue);
  requireBucketForEach(flags.parallel ?? 0, target);
  return (await planScenarios(catalogue, selectionOf(flags))).length;
}

/** What goes with a run. */
interface Accompaniment {
  readonly taping: Taping | undefined;
  /** `null` for a run without an Allure report. */
  readonly allure: Allure | null;
}

interface ReportedRun extends Accompaniment {
  /** How many scenarios will run. */
  readonly planned: number;
  readonly signal: AbortSignal;
}

async function runReported(
  { target }: StartedTarget,
  flags: RunFlags,
  { planned, signal, taping, allure }: ReportedRun,
): Promise<RunRecord> {
  const progress = new Progress(process.stderr, planned);
  try {
    return await runSuite(target, {
      selection: selectionOf(flags),
      parallel: flags.parallel ?? 'auto',
      reportsDirectory: flags.reports,
      ...(flags.ossutil === undefined ? {} : { ossutil: flags.ossutil }),
      ...(taping === undefined ? {} : { tape: taping.tape }),
      formats: allure?.formats ?? [],
      formatOptions: allure?.formatOptions ?? {},
      listener: progress,
      signal,
    });
  } finally {
    progress.clear();
  }
}

/** Each worker makes buckets of its own, and one at the least. Throws ConfigurationError where that would be too many. */
function requireBucketForEach(workers: number, { limits }: Target): void {
  if (workers > limits.liveBuckets)
    throw new ConfigurationError(
      `--parallel ${workers}: each worker needs a bucket, and the target's "limits" allow ${limits.liveBuckets} at one time`,
    );
}

/** A deviation that is expected of a clause that no run judges would be waited for in vain. Throws ConfigurationError. */
function requireJudgedClauses({ expected }: Target, { clauses }: Catalogue): void {
  const judged = clauses.filter(({ excluded }) => excluded === null).map(({ id }) => id);
  const unknown = expected.find(({ clause }) => !judged.includes(clause));
  if (unknown !== undefined)
    throw new ConfigurationError(
      `the target's "expected" names "${unknown.clause}", which is no clause that is judged${suggestion(unknown.clause, judged)}`,
    );
}
