import { spawn } from 'node:child_process';
import { readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { printableLine } from '../../harness/evidence/printable.ts';
import type { Results } from '../results/results.ts';
import { AllureHistory } from './allure-history.ts';
import { reportTitle, writeOutcome } from './allure-outcome.ts';
import { allureResultsFolder } from './allure-results.ts';

/** The path of the report's first page, or one line that says why there is no report and how to get it. */
export type AllureReport = { readonly built: string } | { readonly missing: string };

/** Milliseconds; a report of 1000 results takes about 3 s. */
const deadline = 120_000;

/**
 * Builds `allure-report/index.html` from `allure-results`: one file, which opens by double click. Never throws: a run has
 * its verdict without this report.
 */
export async function buildAllureReport(reportsDirectory: string, outcome: Results): Promise<AllureReport> {
  const results = allureResultsFolder(reportsDirectory);
  const report = join(reportsDirectory, 'allure-report');
  const unfinished = join(reportsDirectory, 'allure-report.unfinished');
  try {
    if (!(await hasResults(results)))
      return missing(`${results} holds no results; runs without --no-allure write them`);
    const history = new AllureHistory(reportsDirectory, outcome);
    writeOutcome(results, outcome, await history.giveTo(results));
    const { code, output } = await generate(results, unfinished, reportTitle(outcome));
    if (code !== 0) return missing(whyNot(output));
    await history.takeFrom(join(unfinished, 'index.html'));
    await rm(report, { recursive: true, force: true });
    await rename(unfinished, report);
    return { built: join(report, 'index.html') };
  } catch (error) {
    return missing(error instanceof Error ? error.message : String(error));
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

function missing(why: string): AllureReport {
  return { missing: printableLine(`no Allure report: ${why}`) };
}

async function hasResults(directory: string): Promise<boolean> {
  try {
    return (await readdir(directory)).some((name) => name.endsWith('-result.json'));
  } catch {
    return false;
  }
}

interface Ending {
  readonly code: number | null;
  readonly output: string;
}

function generate(results: string, report: string, title: string): Promise<Ending> {
  // Not node_modules/.bin/allure: another package, Allure 3, has the same name there.
  const manifest = createRequire(import.meta.url).resolve('allure-commandline/package.json');
  const program = join(dirname(manifest), 'bin', 'allure');
  // Its own process group, because the deadline must also end the shell and the Java that the program starts.
  const child = spawn(
    process.execPath,
    [program, 'generate', '--clean', '--single-file', '--name', title, '-o', report, results],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      // Otherwise Allure sends usage data to its makers, and so does the page each time it is opened.
      env: { ...process.env, ALLURE_NO_ANALYTICS: 'true' },
    },
  );
  return new Promise((resolve, reject) => {
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => output.push(chunk));
    }
    const timer = setTimeout(() => {
      output.push(`\nAllure took longer than ${deadline / 1000} s and was stopped`);
      endGroup(child.pid);
    }, deadline);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output: output.join('') });
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}

function whyNot(output: string): string {
  if (/JAVA_HOME|no 'java' command|java: not found/.test(output)) {
    return 'it needs Java 8 or later; install a Java runtime or set JAVA_HOME, then run again (the results are kept)';
  }
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.at(-1) ?? 'Allure ended without a message';
}
