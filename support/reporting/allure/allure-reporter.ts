import { Formatter, type IFormatterOptions } from '@cucumber/cucumber';
import type { Envelope } from '@cucumber/messages';
import { AllureAttempts } from './allure-attempts.ts';
import { AllureWriter } from './allure-writer.ts';

/**
 * The entry for cucumber's `format` list. In quotes, because cucumber takes the text after a colon for the output file:
 * for a bare `file:` URL, it would empty the reporter's own source.
 */
export const allureFormat = `"${import.meta.url}"`;

/** Writes the result of each scenario for Allure when it ends. */
export default class AllureReporter extends Formatter {
  constructor(options: IFormatterOptions) {
    super(options);
    const writer = new AllureWriter(resultsDirectory(options.parsedArgvOptions['resultsDir']));
    const attempts = new AllureAttempts((attempt) => writer.write(attempt));
    options.eventBroadcaster.on('envelope', (envelope: Envelope) => attempts.receive(envelope));
  }
}

function resultsDirectory(configured: unknown): string {
  if (typeof configured === 'string') return configured;
  throw new Error('formatOptions lack resultsDir, the folder for the Allure results');
}
