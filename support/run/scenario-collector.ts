import type {
  Attachment,
  Envelope,
  Pickle,
  PickleStepType,
  TestCaseFinished,
  TestCaseStarted,
  TestStepStarted,
  Timestamp,
} from '@cucumber/messages';
import { clauseOf } from '../harness/catalogue/catalogue.ts';
import type { ScenarioEvidence } from '../harness/evidence/evidence.ts';
import type { ScenarioOutcome } from '../harness/verdict/run-record.ts';
import { PlannedTestCases } from '../harness/verdict/planned-test-cases.ts';
import { verdictMediaType, notPlayedMediaType, type ScenarioVerdict } from '../harness/verdict/verdict-attachment.ts';
import type { Verdict } from '../harness/verdict/verdict.ts';

interface Underway {
  readonly pickle: Pickle;
  readonly started: Timestamp;
  readonly attachments: Attachment[];
  verdict: ScenarioVerdict | null;
}

/** Stores the evidence of a scenario, and returns the part of it that stays in memory. */
export type KeepEvidence = (evidence: ScenarioEvidence) => ScenarioEvidence;

/** Follows the progress of a run. */
export interface ScenarioListener {
  scenarioStarted(feature: string, line: number): void;
  /** Whether the step prepares, asks or judges; `null` for our own hooks. */
  stepStarted?(type: PickleStepType | null): void;
  scenarioFinished(verdict: Verdict): void;
  /** These, each `FEATURE:LINE`, took another course than with full deadlines. */
  waitsWereCut?(affected: readonly string[]): void;
}

/**
 * Collects the scenarios' verdicts from cucumber's messages; the second one if a scenario is played twice. A scenario
 * that ends without a verdict is our own fault.
 */
export class ScenarioCollector {
  readonly #ids: ReadonlySet<string>;
  readonly #listener: ScenarioListener | null;
  readonly #keepEvidence: KeepEvidence;
  readonly #planned = new PlannedTestCases();
  readonly #underway = new Map<string, Underway>();
  /** By `FEATURE:LINE`. */
  readonly #outcomes = new Map<string, ScenarioOutcome>();

  constructor(
    clauseIds: ReadonlySet<string>,
    listener: ScenarioListener | null,
    keepEvidence: KeepEvidence = (evidence) => evidence,
  ) {
    this.#ids = clauseIds;
    this.#listener = listener;
    this.#keepEvidence = keepEvidence;
  }

  /** The scenarios so far, in the order in which they ended. */
  get outcomes(): readonly ScenarioOutcome[] {
    return [...this.#outcomes.values()];
  }

  receive(envelope: Envelope): void {
    const { testCaseStarted, testStepStarted, attachment, testCaseFinished } = envelope;
    this.#planned.receive(envelope);
    if (testCaseStarted !== undefined) this.#start(testCaseStarted);
    if (testStepStarted !== undefined) this.#startStep(testStepStarted);
    if (attachment !== undefined) this.#attach(attachment);
    if (testCaseFinished !== undefined) this.#finish(testCaseFinished);
  }

  #startStep({ testStepId }: TestStepStarted): void {
    this.#listener?.stepStarted?.(this.#planned.stepOf(testStepId)?.type ?? null);
  }

  #start({ id, testCaseId, timestamp }: TestCaseStarted): void {
    const pickle = this.#planned.pickleOf(testCaseId);
    if (pickle === undefined) return;
    this.#underway.set(id, { pickle, started: timestamp, attachments: [], verdict: null });
    this.#listener?.scenarioStarted(pickle.uri, pickle.location?.line ?? 0);
  }

  #attach(attachment: Attachment): void {
    const { mediaType, testCaseStartedId, body } = attachment;
    const underway = testCaseStartedId === undefined ? undefined : this.#underway.get(testCaseStartedId);
    if (underway === undefined) return;
    if (mediaType === notPlayedMediaType) this.#underway.delete(testCaseStartedId ?? '');
    if (mediaType !== verdictMediaType) return;
    underway.attachments.push(attachment);
    // Our own After hook wrote it.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    underway.verdict = JSON.parse(body) as ScenarioVerdict;
  }

  #finish({ testCaseStartedId, timestamp }: TestCaseFinished): void {
    const underway = this.#underway.get(testCaseStartedId);
    if (underway === undefined) return;
    this.#underway.delete(testCaseStartedId);
    // Cucumber keeps every message until the run ends; the formatters have seen this one.
    for (const attachment of underway.attachments) attachment.body = '';
    const outcome = this.#withKeptEvidence(outcomeOf(underway, timestamp, this.#ids));
    const place = `${outcome.feature}:${outcome.line}`;
    const isFirst = !this.#outcomes.has(place);
    this.#outcomes.set(place, outcome);
    if (isFirst) this.#listener?.scenarioFinished(outcome.verdict);
  }

  #withKeptEvidence(outcome: ScenarioOutcome): ScenarioOutcome {
    return outcome.evidence === null ? outcome : { ...outcome, evidence: this.#keepEvidence(outcome.evidence) };
  }
}

function outcomeOf(
  { pickle, started, verdict }: Underway,
  finished: Timestamp,
  ids: ReadonlySet<string>,
): ScenarioOutcome {
  const clause = clauseOf(
    pickle.tags.map(({ name }) => name),
    ids,
  );
  return {
    clause: clause ?? '',
    feature: pickle.uri,
    name: pickle.name,
    line: pickle.location?.line ?? 0,
    durationMs: milliseconds(finished) - milliseconds(started),
    verdict: verdict?.verdict ?? 'harness-error',
    reason: verdict === null ? 'the scenario ended without a verdict' : verdict.reason,
    ...(verdict?.blockedBy === undefined ? {} : { blockedBy: verdict.blockedBy }),
    exchanges: verdict?.evidence.exchanges.length ?? 0,
    evidence: verdict?.evidence ?? null,
  };
}

function milliseconds({ seconds, nanos }: Timestamp): number {
  return seconds * 1_000 + nanos / 1_000_000;
}
