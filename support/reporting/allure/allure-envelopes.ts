import { EventEmitter } from 'node:events';
import { AttachmentContentEncoding, TestStepResultStatus } from '@cucumber/messages';
import type { Attachment, Envelope, Pickle, TestCase, TestStep, TestStepFinished } from '@cucumber/messages';
import { ALLURE_RUNTIME_MESSAGE_CONTENT_TYPE } from 'allure-js-commons/sdk/reporter';
import { verdictMediaType, notPlayedMediaType } from '../../harness/verdict/verdict-attachment.ts';
import type { Attempt } from './allure-attempt.ts';
import { parseVerdictAttachment } from '../evidence/verdict-attachment-reading.ts';
import { printableLine, printableText } from '../../harness/evidence/printable.ts';
import { exchangeSections, transcriptsOf } from './allure-exchanges.ts';
import { longestReason } from './allure-result.ts';

/**
 * Filters what cucumber tells Allure's reporter, which would report a scenario whose last step is undefined as
 * passed (allure-js issues 1083, 1353, 1358), hide what a hook attaches in a tear-down section, and write any
 * attachment under the media type and file extension it came with.
 */
export class AllureEnvelopes {
  /** The emitter that Allure's reporter listens to. */
  readonly forwarded = new EventEmitter();
  /** The attempt that is ending: Allure writes the test while the listeners of that envelope run. */
  ending: Attempt | null = null;
  readonly #pickles = new Map<string, Pickle>();
  readonly #testCases = new Map<string, TestCase>();
  readonly #steps = new Map<string, TestStep>();
  readonly #stepTexts = new Map<string, string>();
  readonly #attempts = new Map<string, Attempt>();

  constructor(source: EventEmitter) {
    source.on('envelope', (envelope: Envelope) => this.#receive(envelope));
  }

  #receive(envelope: Envelope): void {
    if (envelope.pickle !== undefined) return this.#addPickle(envelope.pickle);
    if (envelope.testCase !== undefined) this.#addTestCase(envelope.testCase);
    if (envelope.testCaseStarted !== undefined) {
      const { id, testCaseId } = envelope.testCaseStarted;
      this.#attempts.set(id, {
        ...this.#scenarioOf(testCaseId),
        attached: null,
        fault: null,
        failure: null,
        exchanges: [],
      });
    }
    if (envelope.testStepStarted !== undefined && this.#isHook(envelope.testStepStarted.testStepId)) return;
    if (envelope.testStepFinished !== undefined) return this.#finishStep(envelope.testStepFinished);
    if (envelope.attachment !== undefined) return this.#attach(envelope.attachment);
    if (envelope.testCaseFinished !== undefined) {
      return this.#finishCase(envelope, envelope.testCaseFinished.testCaseStartedId);
    }
    this.#forward(envelope);
  }

  #forward(envelope: Envelope): void {
    this.forwarded.emit('envelope', envelope);
  }

  #addPickle(pickle: Pickle): void {
    this.#pickles.set(pickle.id, pickle);
    for (const step of pickle.steps) this.#stepTexts.set(step.id, step.text);
    this.#forward({ pickle: withoutTables(pickle) });
  }

  #addTestCase(testCase: TestCase): void {
    this.#testCases.set(testCase.id, testCase);
    for (const step of testCase.testSteps) this.#steps.set(step.id, step);
  }

  #scenarioOf(testCaseId: string): Pick<Attempt, 'tags' | 'steps'> {
    const pickle = this.#pickles.get(this.#testCases.get(testCaseId)?.pickleId ?? '');
    return { tags: (pickle?.tags ?? []).map(({ name }) => name), steps: pickle?.steps ?? [] };
  }

  /** Hides hooks from Allure: their attachments belong to the test, and their failures are faults of the suite. */
  #isHook(testStepId: string): boolean {
    return this.#steps.get(testStepId)?.hookId !== undefined;
  }

  #finishStep(finished: TestStepFinished): void {
    const attempt = this.#attempts.get(finished.testCaseStartedId);
    const { status, message } = finished.testStepResult;
    if (this.#isHook(finished.testStepId)) {
      if (attempt && status === TestStepResultStatus.FAILED) {
        attempt.fault ??= `a hook failed: ${firstLine(message)}`;
      }
      return;
    }
    const missing = whatIsMissing(status);
    if (missing === null) {
      if (attempt && status === TestStepResultStatus.FAILED) attempt.failure ??= firstLine(message);
      return this.#forward({ testStepFinished: withPrintableMessage(finished) });
    }
    const fault = `${missing}: ${this.#textOf(finished.testStepId)}`;
    if (attempt) attempt.fault ??= fault;
    this.#forward({ testStepFinished: asFailure(finished, fault) });
  }

  #textOf(testStepId: string): string {
    return printableLine(this.#stepTexts.get(this.#steps.get(testStepId)?.pickleStepId ?? '') ?? 'unknown step');
  }

  #attach(attachment: Attachment): void {
    if (attachment.mediaType === notPlayedMediaType) {
      // Allure writes no result for a test without an end.
      this.#attempts.delete(attachment.testCaseStartedId ?? '');
      return;
    }
    const content = contentOf(attachment);
    if (attachment.mediaType !== verdictMediaType) {
      return this.#forwardText(attachment, attachment.fileName ?? 'attachment', content);
    }
    const attempt = this.#attempts.get(attachment.testCaseStartedId ?? '');
    if (attempt === undefined) return;
    attempt.attached = parseVerdictAttachment(content);
    if (attempt.attached === null) attempt.fault ??= 'the verdict that the harness attached cannot be read';
    this.#attachEvidence(attachment, attempt);
  }

  #attachEvidence(attachment: Attachment, attempt: Attempt): void {
    if (attempt.attached === null) return;
    const { reason, evidence } = attempt.attached;
    if (reason !== null && reason.length > longestReason) this.#forwardText(attachment, 'The whole reason', reason);
    attempt.exchanges = exchangeSections(evidence);
    const count = evidence.exchanges.length;
    if (count > 0)
      this.#forwardText(
        attachment,
        count === 1 ? 'The exchange' : `All ${count} exchanges`,
        transcriptsOf(attempt.exchanges),
      );
  }

  /**
   * Every attachment becomes a `.txt` of `text/plain`: a browser must never render a store's answer. It goes as an Allure
   * message, because Allure guesses the extension of other attachments from their names.
   */
  #forwardText(attachment: Attachment, name: string, text: string): void {
    const message = {
      type: 'attachment_content',
      data: {
        name: printableLine(name),
        content: Buffer.from(printableText(text)).toString('base64'),
        encoding: 'base64',
        contentType: 'text/plain',
        fileExtension: '.txt',
        wrapInStep: false,
      },
    };
    this.#forward({
      attachment: {
        ...attachment,
        body: JSON.stringify([message]),
        contentEncoding: AttachmentContentEncoding.IDENTITY,
        mediaType: ALLURE_RUNTIME_MESSAGE_CONTENT_TYPE,
      },
    });
  }

  #finishCase(envelope: Envelope, testCaseStartedId: string): void {
    const attempt = this.#attempts.get(testCaseStartedId);
    if (attempt === undefined) return;
    this.ending = attempt;
    this.#attempts.delete(testCaseStartedId);
    this.#forward(envelope);
    this.ending = null;
  }
}

/** Allure's reporter writes a file for each table; the result has them as parameters of the step. */
function withoutTables(pickle: Pickle): Pickle {
  return { ...pickle, steps: pickle.steps.map(({ id, text, astNodeIds }) => ({ id, text, astNodeIds })) };
}

function whatIsMissing(status: TestStepResultStatus): string | null {
  switch (status) {
    case TestStepResultStatus.UNDEFINED:
      return 'undefined step';
    case TestStepResultStatus.AMBIGUOUS:
      return 'ambiguous step';
    case TestStepResultStatus.PENDING:
      return 'pending step';
    case TestStepResultStatus.UNKNOWN:
      return 'step without a result';
    case TestStepResultStatus.PASSED:
    case TestStepResultStatus.SKIPPED:
    case TestStepResultStatus.FAILED:
      return null;
  }
}

/** Allure calls a failure `broken` if its exception is not an assertion error. */
function asFailure(finished: TestStepFinished, message: string): TestStepFinished {
  const { duration } = finished.testStepResult;
  const testStepResult = {
    status: TestStepResultStatus.FAILED,
    duration,
    message,
    exception: { type: 'Error', message },
  };
  return { ...finished, testStepResult };
}

function withPrintableMessage(finished: TestStepFinished): TestStepFinished {
  const { message, exception, ...result } = finished.testStepResult;
  const testStepResult = {
    ...result,
    ...(message === undefined ? {} : { message: printableText(message) }),
    ...(exception === undefined
      ? {}
      : { exception: { ...exception, stackTrace: printableText(exception.stackTrace ?? '') } }),
  };
  return { ...finished, testStepResult };
}

function contentOf({ body, contentEncoding }: Attachment): string {
  return contentEncoding === AttachmentContentEncoding.BASE64 ? Buffer.from(body, 'base64').toString() : body;
}

function firstLine(message: string | undefined): string {
  return printableLine((message ?? 'no message').split('\n', 1)[0] ?? '');
}
