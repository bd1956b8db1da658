import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestResult } from 'allure-js-commons';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import { statusOf } from './allure-result.ts';
import { printableLine } from '../../harness/evidence/printable.ts';
import type { ResultsTarget } from '../results/results.ts';

export interface AllureFacts {
  readonly target: ResultsTarget;
  readonly region: string;
  readonly suiteVersion: string;
}

/** Cucumber's `formatOptions` for the Allure reporter; plain data, because workers get a structured clone. */
export function allureFormatOptions(
  reportsDirectory: string,
  { target, region, suiteVersion }: AllureFacts,
): { readonly resultsDir: string; readonly environmentInfo: Readonly<Record<string, string>> } {
  const facts = {
    target: target.name,
    kind: target.kind,
    endpoint: target.endpoint,
    region,
    signature: target.signature,
    addressing: target.addressing,
    suite: suiteVersion,
    node: process.version,
  };
  const environmentInfo = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, printableLine(value)]));
  return { resultsDir: join(reportsDirectory, 'allure-results'), environmentInfo };
}

/**
 * Empties `allure-results`, so that no result of an earlier run is reported again, and writes `executor.json`,
 * whose build order must grow for a trend to have points.
 */
export async function prepareAllureResults(reportsDirectory: string): Promise<void> {
  const directory = join(reportsDirectory, 'allure-results');
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const buildOrder = (await lastBuildOrder(join(reportsDirectory, 'allure-report'))) + 1;
  const executor = { name: 'oss-conformance', type: 'oss-conformance', buildOrder, buildName: `run ${buildOrder}` };
  await writeFile(join(directory, 'executor.json'), JSON.stringify(executor));
}

/** The order of the last run in the report's own trend; 0 where there is no report, and so no trend to go on with. */
async function lastBuildOrder(report: string): Promise<number> {
  try {
    const trend: unknown = JSON.parse(await readFile(join(report, 'history', 'history-trend.json'), 'utf8'));
    return Array.isArray(trend) ? Math.max(0, ...trend.map(buildOrderOf)) : 0;
  } catch {
    // A report that cannot be read is replaced by this run's.
    return 0;
  }
}

function buildOrderOf(point: unknown): number {
  if (typeof point !== 'object' || point === null || !('buildOrder' in point)) return 0;
  return Number.isSafeInteger(point.buildOrder) ? Number(point.buildOrder) : 0;
}

/** One category for each verdict that says more than "conformant", found by how the status message begins. */
export const categories = (
  [
    ['nonconformant', 'Nonconformant'],
    ['harness-error', 'Harness error'],
    ['inconclusive', 'Inconclusive'],
    ['untested', 'Untested'],
    ['unsupported', 'Unsupported'],
    ['observed', 'Observed'],
  ] as const satisfies readonly (readonly [Verdict, string])[]
).map(([verdict, name]) => ({
  name,
  messageRegex: `(?s)${verdict}: .*`,
  matchedStatuses: [statusOf(verdict)] satisfies TestResult['status'][],
}));
