import { buildAllureReport, type AllureReport } from '../../reporting/allure/allure-report.ts';
import type { Results } from '../../reporting/results/results.ts';
import type { RunOptions } from '../../run/run-options.ts';

/** The Allure report of a run: the options for writing its results, and how to build it from them. */
export interface Allure extends Pick<RunOptions, 'formats' | 'formatOptions'> {
  readonly build: (results: Results) => Promise<AllureReport>;
}

/** Loads the code for an Allure report only when there will be one. */
export async function allureFor(reportsDirectory: string): Promise<Allure> {
  const [{ allureFormat }, { allureFormatOptions }] = await Promise.all([
    import('../../reporting/allure/allure-reporter.ts'),
    import('../../reporting/allure/allure-results.ts'),
  ]);
  return {
    formats: [allureFormat],
    formatOptions: allureFormatOptions(reportsDirectory),
    build: (results) => buildAllureReport(reportsDirectory, results),
  };
}
