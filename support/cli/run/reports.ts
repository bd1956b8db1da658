import { appendFile, writeFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import { exitCode } from '../exit-code.ts';
import { assembleResults, type AssemblyOptions } from '../../reporting/results/results-assembly.ts';
import type { Results } from '../../reporting/results/results.ts';
import { annotations, stepSummary } from '../../reporting/ci/github.ts';
import { writtenDeviations } from '../../reporting/results/written-deviations.ts';
import { writeReportFiles } from '../../reporting/report-files.ts';
import { absentCapabilities } from '../../reporting/terminal/absent-capabilities.ts';
import { styleFor } from '../../reporting/terminal/terminal-style.ts';
import { summary } from '../../reporting/terminal/terminal.ts';
import type { RunRecord } from '../../harness/verdict/run-record.ts';
import type { RunFlags } from './run-flags.ts';
import type { Allure } from './allure.ts';
import { reproCommands } from './repro.ts';

/** The program judged where the flags name none. */
const ownProgram = 'oss-conformance bucket-encryption';

export interface ReportOptions {
  /** Where recorded exchanges come from; absent for a run that judges its target directly. */
  readonly provenance: AssemblyOptions['provenance'] | undefined;
  /** `null` for a run without an Allure report. */
  readonly allure: Allure | null;
}

/** Writes what a run found and prints its verdict, then builds the Allure report. Returns the process exit code. */
export async function writeReports(
  record: RunRecord,
  flags: RunFlags,
  { provenance, allure }: ReportOptions,
): Promise<number> {
  const results = assembleResults(record, {
    provenance: provenance ?? (record.target.kind === 'reference' ? 'reference' : 'live'),
    suiteVersion: manifest.version,
    features: flags.features?.name,
    strict: flags.strict === true,
    program: flags.ossutil ?? ownProgram,
    commands: reproCommands(flags, record.target),
  });
  const evidence = record.outcomes.flatMap(({ evidence: own }) => (own === null ? [] : [own]));
  const { clauses } = record.catalogue;
  const files = await writeReportFiles(flags.reports, { results, evidence, clauses });
  const details = {
    says: new Map(clauses.map((clause) => [clause.id, clause.says])),
    reports: near(flags.reports),
    verbose: flags.verbose === true,
    written: [
      { what: 'Results', where: near(files.results) },
      { what: 'Page', where: near(files.page) },
    ],
  };
  process.stdout.write(summary(results, details, styleFor(process.stdout, process.env)));
  process.stdout.write(absentCapabilities(results, clauses));
  if (flags.writeExpected !== undefined) await writeExpected(flags.writeExpected, results);
  if (process.env['GITHUB_ACTIONS'] === 'true') await tellGithub(results, process.env['GITHUB_STEP_SUMMARY']);
  if (allure !== null) await printAllure(allure, results);
  return exitCode(results.verdict);
}

async function writeExpected(path: string, results: Results): Promise<void> {
  const entries = writtenDeviations(results);
  if (entries === null) {
    process.stdout.write(`--write-expected: nothing new failed, ${near(path)} was not written\n`);
    return;
  }
  const isWritten = await written(`--write-expected ${near(path)}`, () => writeFile(path, entries));
  if (isWritten) process.stdout.write(`Expected ${near(path)}: fill in "issue" and "until" of each entry that stays\n`);
}

/** A finished run keeps its verdict and its exit code where only such a file cannot be written. */
async function written(what: string, write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    process.stderr.write(`${what}: cannot be written (${String(error.code)}); the verdict stays as it is\n`);
    return false;
  }
}

/** Marks the failures in the features, and says on the page of the workflow run what failed. */
async function tellGithub(results: Results, summaryFile: string | undefined): Promise<void> {
  process.stdout.write(annotations(results));
  if (summaryFile === undefined) return;
  await written(`GITHUB_STEP_SUMMARY ${near(summaryFile)}`, () => appendFile(summaryFile, stepSummary(results)));
}

/** Builds the Allure report, which takes some seconds of Java, and prints where it is. */
export async function printAllure(allure: Allure, results: Results): Promise<void> {
  process.stdout.write('Building the Allure report…\n');
  const clock = performance.now();
  const report = await allure.build(results);
  if ('missing' in report) process.stderr.write(`${report.missing}\n`);
  else process.stdout.write(`Allure   ${near(report.built)} (${((performance.now() - clock) / 1000).toFixed(1)} s)\n`);
}

/** A path as a person in this directory writes it. */
function near(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short.replaceAll(sep, '/');
}
