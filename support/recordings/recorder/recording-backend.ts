import type { Exchange } from '../../client/exchange.ts';
import { Unsupported, Untested } from '../../harness/verdict/finding.ts';
import type { ReasonedVerdict, Verdict } from '../../harness/verdict/verdict.ts';
import { clientOptionsOf, Session, type SessionParameters } from '../../harness/world/session.ts';
import { OssWorld } from '../../harness/world/world.ts';
import type { Backend, PlayedScenario, Probe } from '../../harness/world/backend.ts';
import {
  describedTarget,
  placeholderTarget,
  recordedClock,
  recordedRun,
  recordedScenarioMark,
  replacements,
} from '../format/placeholder-credentials.ts';
import { scenarioMark } from '../format/recorded-scenario.ts';
import { inRecordedTime } from '../format/recorded-time.ts';
import { AnswerNormalizer } from './answer-normalizer.ts';
import { OfflineClient } from './offline-client.ts';
import { RecordingWriter } from './recording-writer.ts';
import { ScenarioRecorder } from './scenario-recorder.ts';

interface RecordedRun {
  readonly scenario: PlayedScenario;
  readonly live: Session;
  readonly recorder: ScenarioRecorder;
  readonly rerunWorld: OssWorld;
  /** The steps of the scenario so far. */
  readonly steps: ((world: OssWorld) => Promise<unknown>)[];
}

/**
 * Runs each scenario against the store, then reruns its steps offline: with placeholder credentials, at the time of the
 * recordings, and with the answers of the store. The rerun is what is written. So no request can hold a secret of the
 * live run, and the recording is known to give the same verdict.
 */
export class RecordingBackend implements Backend {
  readonly #parameters: SessionParameters;
  /** The parameters of the reruns. */
  readonly #offline: SessionParameters;
  readonly #writer: RecordingWriter;
  readonly #left: string[] = [];
  #current: RecordedRun | null = null;

  constructor(parameters: SessionParameters, directory: string) {
    const described = describedTarget(parameters.target);
    this.#parameters = parameters;
    this.#offline = { ...parameters, run: recordedRun, target: placeholderTarget(described) };
    this.#writer = new RecordingWriter(directory, described, parameters.target);
  }

  async probe<T>(scenario: PlayedScenario, probe: Probe<T>): Promise<T> {
    const live = this.#openLive(scenario);
    try {
      const conversation = live.converse();
      const result = await probe(live, conversation);
      const recorder = this.#recorder(scenario, () => conversation.exchanges);
      const offline = this.#openOffline(recorder);
      await inRecordedTime(recordedClock, () => probe(offline, offline.converse()));
      this.#writer.write(scenario, recorder.exchanges, conversation.exchanges);
      return result;
    } finally {
      this.#left.push(...(await live.close()));
    }
  }

  async enter(world: OssWorld, scenario: PlayedScenario): Promise<void> {
    const live = this.#openLive(scenario);
    world.enter(live);
    const recorder = this.#recorder(scenario, () => world.settledExchanges);
    const rerunWorld = new OssWorld({ attach: ignore, log: ignore, link: ignore, parameters: {} });
    rerunWorld.enter(this.#openOffline(recorder));
    this.#current = { scenario, live, recorder, rerunWorld, steps: [] };
  }

  play(world: OssWorld, step: (world: OssWorld) => Promise<unknown>): Promise<unknown> {
    this.#current?.steps.push(step);
    return step(world);
  }

  async leave(world: OssWorld, verdictOf: (world: OssWorld) => ReasonedVerdict): Promise<void> {
    const current = this.#current;
    this.#current = null;
    if (current === null) return world.leave();
    try {
      await rerun(current);
      this.#write(current, world, verdictOf);
    } finally {
      await world.leave();
      await current.rerunWorld.leave();
      this.#left.push(...(await current.live.close()));
    }
  }

  async close(): Promise<readonly string[]> {
    return this.#left;
  }

  #openLive(scenario: PlayedScenario): Session {
    return Session.openInOrder(this.#parameters, scenarioMark(scenario));
  }

  #openOffline(recorder: ScenarioRecorder): Session {
    const options = clientOptionsOf(this.#offline.target);
    const client = new OfflineClient(options, (exchange) => recorder.outcomeOf(exchange));
    return Session.openWithoutStore(this.#offline, recordedScenarioMark, client);
  }

  #recorder(scenario: PlayedScenario, live: () => readonly Exchange[]): ScenarioRecorder {
    const { run, target } = this.#parameters;
    const constant = replacements({ run, mark: scenarioMark(scenario), target }, this.#offline.target);
    return new ScenarioRecorder(live, new AnswerNormalizer(constant, recordedClock));
  }

  #write(
    { scenario, recorder, rerunWorld }: RecordedRun,
    world: OssWorld,
    verdictOf: (world: OssWorld) => ReasonedVerdict,
  ): void {
    const verdict = verdictOf(world);
    const isPlayed = rerunWorld.thrown !== null || !(world.thrown?.error instanceof Unsupported);
    if (inconclusive.has(verdict.verdict) || !isPlayed) return;
    const unplayable = whyUnplayable(verdict, verdictOf(rerunWorld), recorder, rerunWorld);
    if (unplayable === null) this.#writer.write(scenario, recorder.exchanges, world.settledExchanges);
    else this.#writer.writeUnplayable(scenario, unplayable);
  }
}

async function rerun({ rerunWorld, steps }: RecordedRun): Promise<void> {
  try {
    for (const step of steps) await inRecordedTime(recordedClock, () => step(rerunWorld));
  } catch (error) {
    rerunWorld.thrown = { error };
  }
}

/** Verdicts that say nothing about the store: such a scenario is not recorded. */
const inconclusive: ReadonlySet<Verdict> = new Set(['harness-error', 'inconclusive']);

function whyUnplayable(
  live: ReasonedVerdict,
  again: ReasonedVerdict,
  { mismatch }: ScenarioRecorder,
  { thrown }: OssWorld,
): string | null {
  const isSame = live.verdict === again.verdict && live.reason === again.reason;
  if (isSame && mismatch === null) return null;
  if (thrown?.error instanceof Untested) return thrown.error.message;
  return mismatch ?? `rerun, it is ${again.verdict} (${again.reason ?? 'without a reason'})`;
}

async function ignore(): Promise<void> {}
