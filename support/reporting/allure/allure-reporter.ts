import type { IFormatterOptions } from '@cucumber/cucumber';
import reporterModule from 'allure-cucumberjs/reporter';
import type { TestResult } from 'allure-js-commons';
import { AllureEnvelopes } from './allure-envelopes.ts';
import { applyVerdict } from './allure-result.ts';
import { categories } from './allure-results.ts';
import { AllureWriter } from './allure-writer.ts';

// The typings describe the package's CommonJS build, where the class is `default`; what Node loads is its ES module.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- for that reason, and cucumber loads it at once in every run
const AllureCucumberReporter = reporterModule as unknown as typeof reporterModule.default;

/**
 * The entry for cucumber's `format` list. In quotes, because cucumber takes the text after a colon for the output file:
 * for a bare `file:` URL, it would empty the reporter's own source.
 */
export const allureFormat = `"${import.meta.url}"`;

/**
 * Allure's cucumber reporter, with our verdicts. `formatOptions` (see `allureFormatOptions`) reach it through
 * structured clone under `--parallel`, so what cannot be cloned, the writer and the listener, is added here.
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
      parsedArgvOptions: {
        ...options.parsedArgvOptions,
        writer: new AllureWriter(resultsDirectory(options.parsedArgvOptions['resultsDir'])),
        categories,
        listeners: [listener],
      },
    });
  }
}

function resultsDirectory(configured: unknown): string {
  if (typeof configured === 'string') return configured;
  throw new Error('formatOptions lack resultsDir, the folder for the Allure results');
}
