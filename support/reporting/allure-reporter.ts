import type { IFormatterOptions } from '@cucumber/cucumber';
import reporterModule from 'allure-cucumberjs/reporter';
import type { TestResult } from 'allure-js-commons';
import { AllureEnvelopes } from './allure-envelopes.ts';
import { applyVerdict } from './allure-result.ts';
import { categories } from './allure-results.ts';

// The typings describe the package's CommonJS build, where the class is `default`; what Node loads is its ES module.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- for that reason, and cucumber loads it at once in every run
const AllureCucumberReporter = reporterModule as unknown as typeof reporterModule.default;

/** The specifier to give cucumber as `format`: it imports formatters from a place of its own. */
export const allureReporterUrl = import.meta.url;

/**
 * Allure's cucumber reporter, told our verdicts. `formatOptions` (see `allureFormatOptions`) reach it through
 * structured clone under `--parallel`, so what cannot be cloned, the listener, is added here.
 */
export default class AllureReporter extends AllureCucumberReporter {
  constructor(options: IFormatterOptions) {
    const envelopes = new AllureEnvelopes(options.eventBroadcaster);
    const listener = {
      beforeTestResultWrite(result: TestResult) {
        if (envelopes.ending !== null) applyVerdict(result, envelopes.ending);
      },
    };
    super({
      ...options,
      eventBroadcaster: envelopes.forwarded,
      parsedArgvOptions: { ...options.parsedArgvOptions, categories, listeners: [listener] },
    });
  }
}
