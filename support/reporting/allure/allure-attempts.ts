import { AttachmentContentEncoding, TestStepResultStatus, TimeConversion } from '@cucumber/messages';
import type {
  Attachment,
  Envelope,
  PickleStep,
  TestCaseFinished,
  TestCaseStarted,
  TestStepFinished,
  TestStepStarted,
  Timestamp,
} from '@cucumber/messages';
import { printableLine, printableText } from '../../harness/evidence/printable.ts';
import { PlannedTestCases } from '../../harness/verdict/planned-test-cases.ts';
import { verdictMediaType, notPlayedMediaType } from '../../harness/verdict/verdict-attachment.ts';
import { parseVerdictAttachment } from '../evidence/verdict-attachment-reading.ts';
import type { Attempt } from './allure-attempt.ts';
import { FeatureTexts } from './feature-texts.ts';

/** Follows the attempts at scenarios in cucumber's messages, and hands over each that has ended. */
export class AllureAttempts {
  readonly #onEnd: (attempt: Attempt) => void;
  readonly #texts = new FeatureTexts();
  readonly #planned = new PlannedTestCases();
  readonly #underway = new Map<string, Attempt>();

  constructor(onEnd: (attempt: Attempt) => void) {
    this.#onEnd = onEnd;
  }

  receive(envelope: Envelope): void {
    const { gherkinDocument, testCaseStarted, testCaseFinished, attachment } = envelope;
    const { testStepStarted, testStepFinished } = envelope;
    this.#planned.receive(envelope);
    if (gherkinDocument !== undefined) this.#texts.add(gherkinDocument);
    if (testCaseStarted !== undefined) this.#start(testCaseStarted);
    if (testStepStarted !== undefined) this.#startStep(testStepStarted);
    if (attachment !== undefined) this.#attach(attachment);
    if (testStepFinished !== undefined) this.#finishStep(testStepFinished);
    if (testCaseFinished !== undefined) this.#finish(testCaseFinished);
  }

  #start({ id, testCaseId, timestamp, workerId }: TestCaseStarted): void {
    const pickle = this.#planned.pickleOf(testCaseId);
    if (pickle === undefined) return;
    this.#underway.set(id, {
      name: pickle.name,
      feature: this.#texts.nameOfFeature(pickle),
      tags: pickle.tags.map(({ name }) => name),
      row: this.#texts.rowOf(pickle),
      worker: workerId ?? null,
      start: milliseconds(timestamp),
      stop: milliseconds(timestamp),
      steps: [],
      attachments: [],
      attached: null,
      fault: null,
      failure: null,
    });
  }

  #startStep({ testCaseStartedId, testStepId, timestamp }: TestStepStarted): void {
    const pickleStep = this.#planned.stepOf(testStepId);
    if (pickleStep === undefined) return;
    this.#underway.get(testCaseStartedId)?.steps.push({
      text: this.#texts.textOf(pickleStep),
      table: pickleStep.argument?.dataTable ?? null,
      start: milliseconds(timestamp),
      stop: milliseconds(timestamp),
      status: TestStepResultStatus.UNKNOWN,
      failure: null,
      attachments: [],
    });
  }

  /** What a step attaches is its own; what a hook attaches belongs to the scenario. */
  #attach(attachment: Attachment): void {
    const { mediaType, testCaseStartedId = '', testStepId = '', fileName: name = 'attachment' } = attachment;
    const attempt = this.#underway.get(testCaseStartedId);
    if (attempt === undefined) return;
    if (mediaType === notPlayedMediaType) this.#underway.delete(testCaseStartedId);
    else if (mediaType === verdictMediaType) judge(attempt, contentOf(attachment));
    else {
      const place = this.#planned.stepOf(testStepId) === undefined ? attempt : attempt.steps.at(-1);
      place?.attachments.push({ name, text: contentOf(attachment) });
    }
  }

  #finishStep({ testCaseStartedId, testStepId, timestamp, testStepResult }: TestStepFinished): void {
    const attempt = this.#underway.get(testCaseStartedId);
    if (attempt === undefined) return;
    const { status, message, exception } = testStepResult;
    const pickleStep = this.#planned.stepOf(testStepId);
    const step = attempt.steps.at(-1);
    if (pickleStep === undefined || step === undefined) {
      if (status === TestStepResultStatus.FAILED) attempt.fault ??= `a hook failed: ${firstLine(message)}`;
      return;
    }
    step.stop = milliseconds(timestamp);
    step.status = status;
    const missing = whatIsMissing(status, pickleStep);
    if (missing !== null) {
      attempt.fault ??= missing;
      step.failure = { message: missing, trace: '' };
    } else if (status === TestStepResultStatus.FAILED) {
      attempt.failure ??= firstLine(message);
      step.failure = { message: printableText(message ?? ''), trace: printableText(exception?.stackTrace ?? '') };
    }
  }

  #finish({ testCaseStartedId, timestamp }: TestCaseFinished): void {
    const attempt = this.#underway.get(testCaseStartedId);
    if (attempt === undefined) return;
    this.#underway.delete(testCaseStartedId);
    attempt.stop = milliseconds(timestamp);
    this.#onEnd(attempt);
  }
}

function judge(attempt: Attempt, verdict: string): void {
  attempt.attached = parseVerdictAttachment(verdict);
  if (attempt.attached === null) attempt.fault ??= 'the verdict that the harness attached cannot be read';
}

/** Why a step could not be played, in words; `null` where it could. */
function whatIsMissing(status: TestStepResultStatus, pickleStep: PickleStep): string | null {
  const text = printableLine(pickleStep.text);
  switch (status) {
    case TestStepResultStatus.UNDEFINED:
      return `undefined step: ${text}`;
    case TestStepResultStatus.AMBIGUOUS:
      return `ambiguous step: ${text}`;
    case TestStepResultStatus.PENDING:
      return `pending step: ${text}`;
    case TestStepResultStatus.UNKNOWN:
      return `step without a result: ${text}`;
    case TestStepResultStatus.PASSED:
    case TestStepResultStatus.SKIPPED:
    case TestStepResultStatus.FAILED:
      return null;
  }
}

function contentOf({ body, contentEncoding }: Attachment): string {
  return contentEncoding === AttachmentContentEncoding.BASE64 ? Buffer.from(body, 'base64').toString() : body;
}

function firstLine(message: string | undefined): string {
  return printableLine((message ?? 'no message').split('\n', 1)[0] ?? '');
}

function milliseconds(timestamp: Timestamp): number {
  return TimeConversion.timestampToMillisecondsSinceEpoch(timestamp);
}
