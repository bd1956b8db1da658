import type { SubResource } from '../../harness/gate/sub-resource.ts';
import type { SubResourceGate } from '../../harness/gate/sub-resource-gate.ts';
import { clientOptionsOf, Session, type SessionParameters } from '../../harness/world/session.ts';
import type { Backend, PlayedScenario } from '../../harness/world/backend.ts';
import type { OssWorld } from '../../harness/world/world.ts';
import { Network } from './network.ts';
import { inRecordedTime } from '../format/recorded-time.ts';
import { Replay } from './replay.ts';
import { ReplayingClient } from './replaying-client.ts';
import { bucketMark, gateScenario } from '../format/scenario-name.ts';
import { recordedClock, recordedRun } from '../format/placeholder-credentials.ts';

interface Scene {
  readonly session: Session;
  readonly replay: Replay;
}

/** Plays each scenario from its recording, at the time of the recording and without any network. */
export class ReplayBackend implements Backend {
  readonly #parameters: SessionParameters;
  readonly #directory: string;
  readonly #network: Network;
  #scene: Scene | null = null;

  private constructor(parameters: SessionParameters, directory: string, network: Network) {
    this.#parameters = { ...parameters, run: recordedRun };
    this.#directory = directory;
    this.#network = network;
  }

  static async open(parameters: SessionParameters, directory: string): Promise<ReplayBackend> {
    return new ReplayBackend(parameters, directory, await Network.open());
  }

  async tryGate(subResource: SubResource): Promise<SubResourceGate> {
    const scenario = gateScenario(subResource);
    const scene = this.#open(scenario);
    scene.replay.begin(scenario);
    const { session } = scene;
    try {
      return await inRecordedTime(recordedClock, () => session.tryGate(subResource, session.converse()));
    } finally {
      await this.#end(scene, null);
    }
  }

  async enter(world: OssWorld, scenario: PlayedScenario): Promise<void> {
    this.#scene = this.#open(scenario);
    world.enter(this.#scene.session);
    this.#scene.replay.begin(scenario);
  }

  play(world: OssWorld, step: (world: OssWorld) => Promise<unknown>): Promise<unknown> {
    return inRecordedTime(recordedClock, () => step(world));
  }

  async leave(world: OssWorld): Promise<void> {
    world.leave();
    if (this.#scene !== null) await this.#end(this.#scene, world.thrown?.error ?? null);
  }

  async close(): Promise<readonly string[]> {
    await this.#network.close();
    return [];
  }

  #open(scenario: PlayedScenario): Scene {
    const replay = new Replay(this.#directory, scenario);
    const client = new ReplayingClient(clientOptionsOf(this.#parameters.target), replay, this.#network);
    return { session: Session.openWithoutStore(this.#parameters, bucketMark(scenario), client), replay };
  }

  async #end({ session, replay }: Scene, thrown: unknown): Promise<void> {
    await session.close();
    this.#network.requireNoStray();
    replay.end(thrown);
  }
}
