import type { RunOptions } from '../../run/run-options.ts';
import type { Target } from '../../harness/target/target.ts';
import type { AllureReport } from '../../reporting/allure/allure-report.ts';
import manifest from '../../../package.json' with { type: 'json' };

/** The Allure report of a run: what the run needs to write its results, and how to build the report from them. */
export interface Allure extends Pick<RunOptions, 'formats' | 'formatOptions'> {
  readonly build: () => Promise<AllureReport>;
}

/** Loads what an Allure report needs, which a run without one does not wait for. */
export async function allureBeside(target: Target, reportsDirectory: string): Promise<Allure> {
  const [{ allureFormat }, { allureFormatOptions }, { buildAllureReport }] = await Promise.all([
    import('../../reporting/allure/allure-reporter.ts'),
    import('../../reporting/allure/allure-results.ts'),
    import('../../reporting/allure/allure-report.ts'),
  ]);
  const { name, kind, endpoint, signature, addressing, capabilities, region } = target;
  return {
    formats: [allureFormat],
    formatOptions: allureFormatOptions(reportsDirectory, {
      target: { name, kind, endpoint, signature, addressing, capabilities },
      region,
      suiteVersion: manifest.version,
    }),
    build: () => buildAllureReport(reportsDirectory),
  };
}
