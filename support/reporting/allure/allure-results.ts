import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestResult } from 'allure-js-commons';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import { statusOf } from './allure-status.ts';

/** Where the results for Allure are, below a reports folder. */
export function allureResultsFolder(reportsDirectory: string): string {
  return join(reportsDirectory, 'allure-results');
}

/** Cucumber's `formatOptions` for the Allure reporter; plain data, because workers get a structured clone. */
export function allureFormatOptions(reportsDirectory: string): { readonly resultsDir: string } {
  return { resultsDir: allureResultsFolder(reportsDirectory) };
}

/** Empties `allure-results`, so that no result of an earlier run is reported again. */
export async function prepareAllureResults(reportsDirectory: string): Promise<void> {
  const directory = allureResultsFolder(reportsDirectory);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
}

/**
 * One category for each verdict but `conformant`, found by how the status message begins. The message goes on with the
 * clause, by which Allure groups the members of a category.
 */
export const categories = (
  [
    ['nonconformant', 'Nonconformant'],
    ['harness-error', 'Harness error'],
    ['inconclusive', 'Inconclusive'],
    ['blocked', 'Blocked'],
    ['untested', 'Untested'],
    ['unsupported', 'Unsupported'],
    ['observed', 'Observed'],
  ] as const satisfies readonly (readonly [Verdict, string])[]
).map(([verdict, name]) => ({
  name,
  messageRegex: `(?s)${verdict}: .*`,
  matchedStatuses: [statusOf(verdict)] satisfies TestResult['status'][],
}));
