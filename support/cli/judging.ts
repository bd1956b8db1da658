import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { Inconclusive } from '../harness/finding.ts';
import { loadCatalogue } from '../harness/catalogue.ts';
import { startReferenceTarget, type StartedTarget } from '../harness/reference-target.ts';
import { runSuite, type RunRecord } from '../harness/run.ts';
import { planScenarios } from '../harness/scenarios.ts';
import { chooseTarget, type TargetChoice } from '../harness/target-choice.ts';
import { exitCode } from '../harness/verdict.ts';
import { buildAllureReport } from '../reporting/allure-report.ts';
import { allureFormat } from '../reporting/allure-reporter.ts';
import { allureFormatOptions, prepareAllureResults } from '../reporting/allure-results.ts';
import { writeEvidence } from '../reporting/evidence-writing.ts';
import { Progress } from '../reporting/progress.ts';
import { assembleResults } from '../reporting/results-assembly.ts';
import { writeResults } from '../reporting/results-file.ts';
import type { Results } from '../reporting/results.ts';
import { styleFor } from '../reporting/terminal-style.ts';
import { summary } from '../reporting/terminal.ts';
import type { RunFlags } from './commands/run.ts';
import { Interruption } from './interruption.ts';
import { reproOf } from './repro.ts';
import { selectionOf } from './selection.ts';

/** Judges the chosen target, writes the reports and prints the summary. Returns the process exit code. */
export async function judgeTarget(flags: RunFlags): Promise<number> {
  const started = await startTarget(chooseTarget(flags, process.env), flags);
  const interruption = new Interruption();
  try {
    const record = await runReported(started, flags, interruption.signal);
    const judged = await report(record, flags);
    return interruption.exitCode ?? judged;
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    process.stderr.write(`inconclusive: ${error.message}\n`);
    return interruption.exitCode ?? exitCode('inconclusive');
  } finally {
    interruption.release();
    await started.close();
  }
}

async function startTarget(choice: TargetChoice, { deviation }: RunFlags): Promise<StartedTarget> {
  switch (choice.kind) {
    case 'reference':
      return startReferenceTarget(choice, deviation);
    case 'endpoint':
      return { target: choice.target, close: async () => undefined };
    case 'recordings':
      throw new Error('recordings cannot be replayed yet');
  }
}

async function runReported({ target }: StartedTarget, flags: RunFlags, signal: AbortSignal): Promise<RunRecord> {
  const { name, kind, endpoint, signature, addressing, capabilities } = target;
  const selection = selectionOf(flags);
  const planned = await planScenarios(await loadCatalogue(), selection);
  const progress = new Progress(process.stderr, planned.length);
  await prepareAllureResults(flags.reports);
  try {
    return await runSuite(target, {
      selection,
      parallel: flags.parallel,
      reportsDirectory: flags.reports,
      ...(flags.ossutil === undefined ? {} : { ossutil: flags.ossutil }),
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

async function report(record: RunRecord, flags: RunFlags): Promise<number> {
  const results = assembleResults(record, {
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
