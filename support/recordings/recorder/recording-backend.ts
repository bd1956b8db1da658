import type { Exchange } from '../../client/exchange.ts';
import type { SubResource } from '../../harness/gate/sub-resource.ts';
import type { SubResourceGate } from '../../harness/gate/sub-resource-gate.ts';
import { Unsupported, Untested } from '../../harness/verdict/finding.ts';
import { clientOptionsOf, Session, type SessionParameters } from '../../harness/world/session.ts';
import type { Backend, PlayedScenario } from '../../harness/world/backend.ts';
import type { ReasonedVerdict, Verdict } from '../../harness/verdict/verdict.ts';
import { OssWorld } from '../../harness/world/world.ts';
import { Archive } from './archive.ts';
import { inRecordedTime } from '../format/recorded-time.ts';
import { Recorder } from './recorder.ts';
import { ReenactingClient } from './reenacting-client.ts';
import { bucketMark, gateScenario } from '../format/scenario-name.ts';
import {
  describedTarget,
  recordedClock,
  recordedRun,
  placeholderPairs,
  placeholderTarget,
} from '../format/placeholder-credentials.ts';
import { Translation } from './translation.ts';

interface Scene {
  readonly scenario: PlayedScenario;
  readonly live: Session;
  readonly recorder: Recorder;
  readonly replayWorld: OssWorld;
  /** What the scenario did so far. */
  readonly steps: ((world: OssWorld) => Promise<unknown>)[];
}

/**
 * Plays each scenario before the store, and its steps once more before a recorder: as stand-ins for the principals, at
 * the time of the recordings, and told what the store answered. What is written down is the second play. So a request
 * cannot hold a secret of the first, and the recording is known to lead to the same verdict.
 */
export class RecordingBackend implements Backend {
  readonly #parameters: SessionParameters;
  /** The run as the stand-ins see it. */
  readonly #reenacted: SessionParameters;
  readonly #archive: Archive;
  readonly #left: string[] = [];
  #scene: Scene | null = null;

  constructor(parameters: SessionParameters, directory: string) {
    const described = describedTarget(parameters.target);
    this.#parameters = parameters;
    this.#reenacted = { ...parameters, run: recordedRun, target: placeholderTarget(described) };
    this.#archive = new Archive(directory, described, parameters.target);
  }

  async tryGate(subResource: SubResource): Promise<SubResourceGate> {
    const scenario = gateScenario(subResource);
    const live = this.#openLive(scenario);
    try {
      const conversation = live.converse();
      const gate = await live.tryGate(subResource, conversation);
      const recorder = this.#recorder(() => conversation.exchanges);
      const reenacted = this.#reenactment(scenario, recorder);
      await inRecordedTime(recordedClock, () => reenacted.tryGate(subResource, reenacted.converse()));
      this.#archive.keep(scenario, { exchanges: recorder.exchanges, heard: conversation.exchanges });
      return gate;
    } finally {
      this.#left.push(...(await live.close()));
    }
  }

  async enter(world: OssWorld, scenario: PlayedScenario): Promise<void> {
    const live = this.#openLive(scenario);
    world.enter(live);
    const recorder = this.#recorder(() => world.settledExchanges);
    const replayWorld = new OssWorld({ attach: nothing, log: nothing, link: nothing, parameters: {} });
    replayWorld.enter(this.#reenactment(scenario, recorder));
    this.#scene = { scenario, live, recorder, replayWorld, steps: [] };
  }

  play(world: OssWorld, step: (world: OssWorld) => Promise<unknown>): Promise<unknown> {
    this.#scene?.steps.push(step);
    return step(world);
  }

  async leave(world: OssWorld, verdictOf: (world: OssWorld) => ReasonedVerdict): Promise<void> {
    const scene = this.#scene;
    this.#scene = null;
    if (scene === null) return world.leave();
    try {
      await playAgain(scene);
      this.#keep(scene, world, verdictOf);
    } finally {
      world.leave();
      scene.replayWorld.leave();
      this.#left.push(...(await scene.live.close()));
    }
  }

  async close(): Promise<readonly string[]> {
    return this.#left;
  }

  #openLive(scenario: PlayedScenario): Session {
    return Session.open(this.#parameters, bucketMark(scenario), false);
  }

  #recorder(heard: () => readonly Exchange[]): Recorder {
    const { run, target } = this.#parameters;
    const pairs = placeholderPairs(run, target, this.#reenacted.target);
    return new Recorder(heard, new Translation(pairs, recordedClock));
  }

  #reenactment(scenario: PlayedScenario, recorder: Recorder): Session {
    const client = new ReenactingClient(clientOptionsOf(this.#reenacted.target), (exchange) =>
      recorder.prompt(exchange),
    );
    return Session.openWithoutStore(this.#reenacted, bucketMark(scenario), client);
  }

  #keep(
    { scenario, recorder, replayWorld }: Scene,
    world: OssWorld,
    verdictOf: (world: OssWorld) => ReasonedVerdict,
  ): void {
    const verdict = verdictOf(world);
    const isPlayed = replayWorld.thrown !== null || !(world.thrown?.error instanceof Unsupported);
    if (untold.has(verdict.verdict) || !isPlayed) return;
    const unplayable = whyUnplayable(verdict, verdictOf(replayWorld), recorder, replayWorld);
    const heard = world.settledExchanges;
    if (unplayable === null) this.#archive.keep(scenario, { exchanges: recorder.exchanges, heard });
    else this.#archive.keepUnplayable(scenario, unplayable);
  }
}

async function playAgain({ replayWorld, steps }: Scene): Promise<void> {
  try {
    for (const step of steps) await inRecordedTime(recordedClock, () => step(replayWorld));
  } catch (error) {
    replayWorld.thrown = { error };
  }
}

/** Nothing can be said of such a scenario. */
const untold: ReadonlySet<Verdict> = new Set(['harness-error', 'inconclusive']);

function whyUnplayable(
  live: ReasonedVerdict,
  again: ReasonedVerdict,
  { departure }: Recorder,
  { thrown }: OssWorld,
): string | null {
  const isSame = live.verdict === again.verdict && live.reason === again.reason;
  if (isSame && departure === null) return null;
  if (thrown?.error instanceof Untested) return thrown.error.message;
  return departure ?? `played again, it is ${again.verdict} (${again.reason ?? 'without a reason'})`;
}

async function nothing(): Promise<void> {}
