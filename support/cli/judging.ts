import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { ConfigurationError } from '../harness/target/configuration-error.ts';
import { Inconclusive } from '../harness/judgement/finding.ts';
import { loadCatalogue, type Catalogue } from '../harness/catalogue/catalogue.ts';
import { startReferenceTarget, type StartedTarget } from '../harness/target/reference-target.ts';
import type { RunOptions } from '../harness/run/run-options.ts';
import { runSuite, type RunRecord } from '../harness/run/run.ts';
import type { RunLock } from '../harness/run/run-lock.ts';
import { planScenarios } from '../harness/run/scenarios.ts';
import { suggestion } from '../harness/target/nearest.ts';
import type { Target } from '../harness/target/target.ts';
import { chooseTarget, type TargetChoice } from '../harness/target/target-choice.ts';
import { exitCode } from '../harness/judgement/verdict.ts';
import type { Provenance } from '../recordings/recording.ts';
import { buildAllureReport } from '../reporting/allure-report.ts';
import { allureFormat } from '../reporting/allure-reporter.ts';
import { allureFormatOptions } from '../reporting/allure-results.ts';
import { writeEvidence } from '../reporting/evidence-writing.ts';
import { Progress } from '../reporting/progress.ts';
import { assembleResults } from '../reporting/results-assembly.ts';
import { writeResults } from '../reporting/results-file.ts';
import type { Results } from '../reporting/results.ts';
import { styleFor } from '../reporting/terminal-style.ts';
import { summary } from '../reporting/terminal.ts';
import type { RunFlags } from './commands/run.ts';
import { Interruption } from './interruption.ts';
import { prepareReports } from './reports-folder.ts';
import { reproOf } from './repro.ts';
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
    lock = await prepareReports(flags.reports);
    const taping = tape?.();
    const record = await runReported(started, flags, { planned, signal: interruption.signal, taping });
    const judged = await report(record, flags, taping);
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

/** How many scenarios will run. Throws ConfigurationError before anything is touched. */
async function plan(target: Target, flags: RunFlags): Promise<number> {
  const catalogue = await loadCatalogue();
  requireJudgedClauses(target, catalogue);
  return (await planScenarios(catalogue, selectionOf(flags))).length;
}

interface ReportedRun {
  /** How many scenarios will run. */
  readonly planned: number;
  readonly signal: AbortSignal;
  readonly taping: Taping | undefined;
}

async function runReported(
  { target }: StartedTarget,
  flags: RunFlags,
  { planned, signal, taping }: ReportedRun,
): Promise<RunRecord> {
  const { name, kind, endpoint, signature, addressing, capabilities } = target;
  const progress = new Progress(process.stderr, planned);
  try {
    return await runSuite(target, {
      selection: selectionOf(flags),
      parallel: flags.parallel ?? 'auto',
      reportsDirectory: flags.reports,
      ...(flags.ossutil === undefined ? {} : { ossutil: flags.ossutil }),
      ...(taping === undefined ? {} : { tape: taping.tape }),
      formats: [allureFormat],
      formatOptions: allureFormatOptions(flags.reports, {
        target: { name, kind, endpoint, signature, addressing, capabilities },
        region: target.region,
        suiteVersion: manifest.version,
      }),
      listener: progress,
      signal,
    });
  } finally {
    progress.clear();
  }
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

async function report(record: RunRecord, flags: RunFlags, taping?: Taping): Promise<number> {
  const results = assembleResults(record, {
    provenance: taping?.provenance ?? (record.target.kind === 'reference' ? 'reference' : 'live'),
    suiteVersion: manifest.version,
    strict: flags.strict === true,
    repro: (clause) => reproOf(flags, clause),
  });
  const evidence = record.outcomes.flatMap(({ evidence: own }) => (own === null ? [] : [own]));
  const [path, allure] = await Promise.all([
    writeResults(flags.reports, results),
    buildAllureReport(flags.reports),
    writeEvidence(flags.reports, evidence),
  ]);
  print(results, record, path, allure);
  return exitCode(results.verdict);
}

function print(
  results: Results,
  { catalogue }: RunRecord,
  path: string,
  allure: Awaited<ReturnType<typeof buildAllureReport>>,
): void {
  const says = new Map(catalogue.clauses.map((clause) => [clause.id, clause.says]));
  const reports = [{ what: 'Results', where: path }];
  if ('built' in allure) reports.push({ what: 'Allure report', where: join(allure.built) });
  process.stdout.write(summary(results, { says, reports }, styleFor(process.stdout, process.env)));
  if ('missing' in allure) process.stderr.write(`${allure.missing}\n`);
}
