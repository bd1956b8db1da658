import { spawn } from 'node:child_process';
import { cp, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { printableLine } from '../../harness/evidence/printable.ts';

/** The path of the report's first page, or one line that says why there is no report and how to get it. */
export type AllureReport = { readonly built: string } | { readonly missing: string };

/** Milliseconds; a report of 1000 results takes about 3 s. */
const deadline = 120_000;

/** Builds `allure-report` from `allure-results`. Never throws: a run has its verdict without this report. */
export async function buildAllureReport(reportsDirectory: string): Promise<AllureReport> {
  const results = join(reportsDirectory, 'allure-results');
  const report = join(reportsDirectory, 'allure-report');
  const unfinished = join(reportsDirectory, 'allure-report.unfinished');
  try {
    if (!(await hasResults(results))) return missing(`${results} holds no results; run the suite first`);
    await keepHistory(report, results);
    const { code, output } = await generate(results, unfinished);
    if (code !== 0) return missing(whyNot(output));
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

/** Trends go on only where the last report's history lies among the new results. */
async function keepHistory(report: string, results: string): Promise<void> {
  try {
    await cp(join(report, 'history'), join(results, 'history'), { recursive: true });
  } catch {
    // The first report has no past.
  }
}

interface Ending {
  readonly code: number | null;
  readonly output: string;
}

function generate(results: string, report: string): Promise<Ending> {
  // Not node_modules/.bin/allure: another package, Allure 3, claims the same name there.
  const manifest = createRequire(import.meta.url).resolve('allure-commandline/package.json');
  const program = join(dirname(manifest), 'bin', 'allure');
  // A group of its own, because the deadline must also end the shell and the Java that the program starts.
  const child = spawn(process.execPath, [program, 'generate', '--clean', '-o', report, results], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    // Otherwise Allure tells its makers about each report, and so does its page whenever somebody opens it.
    env: { ...process.env, ALLURE_NO_ANALYTICS: 'true' },
  });
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
    // It ended by itself in this moment.
  }
}

function whyNot(output: string): string {
  if (/JAVA_HOME|no 'java' command|java: not found/.test(output)) {
    return 'it needs Java 8 or later; install a Java runtime or set JAVA_HOME, then run again (the results are kept)';
  }
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.at(-1) ?? 'Allure ended without a word';
}
