import { clientOptionsOf, Session, type SessionParameters } from '../../harness/world/session.ts';
import type { OssWorld } from '../../harness/world/world.ts';
import type { Backend, PlayedScenario, Probe } from '../../harness/world/backend.ts';
import { recordedClock, recordedRun, recordedScenarioMark } from '../format/placeholder-credentials.ts';
import { inRecordedTime } from '../format/recorded-time.ts';
import { NockNetwork } from './nock-network.ts';
import { RecordingReader } from './recording-reader.ts';
import { ReplayingClient } from './replaying-client.ts';
import { ScenarioReplay } from './scenario-replay.ts';

interface Replay {
  readonly session: Session;
  readonly recorded: ScenarioReplay;
}

/** Replays each scenario from its recording, at the time of the recording and without any network. */
export class ReplayBackend implements Backend {
  readonly #parameters: SessionParameters;
  readonly #reader: RecordingReader;
  readonly #network: NockNetwork;
  #current: Replay | null = null;

  private constructor(parameters: SessionParameters, directory: string, network: NockNetwork) {
    this.#parameters = { ...parameters, run: recordedRun };
    this.#reader = new RecordingReader(directory);
    this.#network = network;
  }

  static async open(parameters: SessionParameters, directory: string): Promise<ReplayBackend> {
    return new ReplayBackend(parameters, directory, await NockNetwork.open());
  }

  async probe<T>(scenario: PlayedScenario, probe: Probe<T>): Promise<T> {
    const replay = this.#open(scenario);
    replay.recorded.begin();
    const { session } = replay;
    try {
      return await inRecordedTime(recordedClock, () => probe(session, session.converse()));
    } finally {
      await this.#end(replay, null);
    }
  }

  async enter(world: OssWorld, scenario: PlayedScenario): Promise<void> {
    this.#current = this.#open(scenario);
    world.enter(this.#current.session);
    this.#current.recorded.begin();
  }

  play(world: OssWorld, step: (world: OssWorld) => Promise<unknown>): Promise<unknown> {
    return inRecordedTime(recordedClock, () => step(world));
  }

  async leave(world: OssWorld): Promise<void> {
    await world.leave();
    if (this.#current !== null) await this.#end(this.#current, world.thrown?.error ?? null);
  }

  async close(): Promise<readonly string[]> {
    await this.#network.close();
    return [];
  }

  #open(scenario: PlayedScenario): Replay {
    const recorded = new ScenarioReplay(this.#reader, scenario);
    const client = new ReplayingClient(clientOptionsOf(this.#parameters.target), recorded, this.#network);
    return { session: Session.openWithoutStore(this.#parameters, recordedScenarioMark, client), recorded };
  }

  async #end({ session, recorded }: Replay, thrown: unknown): Promise<void> {
    await session.close();
    this.#network.requireNoStray();
    recorded.end(thrown);
  }
}
