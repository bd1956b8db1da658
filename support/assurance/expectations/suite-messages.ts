import { Formatter, type IFormatterOptions } from '@cucumber/cucumber';
import type { Envelope, GherkinDocument, Pickle, TestCase } from '@cucumber/messages';

/** How cucumber parsed the features in a run of this process, and which words of each step are arguments. */
export interface SuiteMessages {
  readonly documents: readonly GherkinDocument[];
  readonly pickles: readonly Pickle[];
  readonly testCases: readonly TestCase[];
}

const collected = { documents: [] as GherkinDocument[], pickles: [] as Pickle[], testCases: [] as TestCase[] };

/** The messages of all runs of this process with `suiteMessagesFormat` among their formats. */
export const suiteMessages: SuiteMessages = collected;

/**
 * Cucumber imports formatters by URL, and so gets this same module. In quotes, because cucumber takes the text after a
 * colon for the output file.
 */
export const suiteMessagesFormat = `"${import.meta.url}"`;

/** Keeps the messages about the features, which the results of a run do not contain. */
export default class SuiteMessagesFormatter extends Formatter {
  constructor(options: IFormatterOptions) {
    super(options);
    options.eventBroadcaster.on('envelope', ({ gherkinDocument, pickle, testCase }: Envelope) => {
      if (gherkinDocument !== undefined) collected.documents.push(gherkinDocument);
      if (pickle !== undefined) collected.pickles.push(pickle);
      if (testCase !== undefined) collected.testCases.push(testCase);
    });
  }
}
