import { Formatter, type IFormatterOptions } from '@cucumber/cucumber';
import type { Envelope, GherkinDocument, Pickle, TestCase } from '@cucumber/messages';

/** What cucumber made of the features in a run of this process, and which words of each step are arguments. */
export interface SuiteMessages {
  readonly documents: readonly GherkinDocument[];
  readonly pickles: readonly Pickle[];
  readonly testCases: readonly TestCase[];
}

const collected = { documents: [] as GherkinDocument[], pickles: [] as Pickle[], testCases: [] as TestCase[] };

/** Of the runs of this process that had `suiteMessagesFormat` among their formats. */
export const suiteMessages: SuiteMessages = collected;

/** Cucumber imports its formatters itself, by URL, and comes to this same module. In quotes, since what follows a colon is the file to write to. */
export const suiteMessagesFormat = `"${import.meta.url}"`;

/** Keeps the messages about the features, which the results of a run do not hold. */
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
