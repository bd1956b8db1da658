import type { Backend, PlayedScenario, Probe } from '../harness/world/backend.ts';
import { Session, type SessionParameters } from '../harness/world/session.ts';
import { nameDoubtful } from './doubtful-collection.ts';
import type { OssWorld } from '../harness/world/world.ts';

/** `mark` is a part of this worker's bucket names only. */
export async function openBackend(parameters: SessionParameters, mark: string): Promise<Backend> {
  const { tape } = parameters;
  if (tape === null) return new LiveBackend(Session.open(parameters, mark));
  switch (tape.mode) {
    case 'record': {
      const { RecordingBackend } = await import('../recordings/recorder/recording-backend.ts');
      return new RecordingBackend(parameters, tape.directory);
    }
    case 'replay': {
      const { ReplayBackend } = await import('../recordings/replay/replay-backend.ts');
      return ReplayBackend.open(parameters, tape.directory);
    }
  }
}

/** All scenarios of a worker share one session, which creates and removes buckets while scenarios run. */
class LiveBackend implements Backend {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  probe<T>(_scenario: PlayedScenario, probe: Probe<T>): Promise<T> {
    return probe(this.#session, this.#session.converse());
  }

  async enter(world: OssWorld): Promise<void> {
    await this.#session.quiet();
    world.enter(this.#session);
  }

  play(world: OssWorld, step: (world: OssWorld) => Promise<unknown>): Promise<unknown> {
    return step(world);
  }

  async leave(world: OssWorld): Promise<void> {
    await world.leave();
  }

  async close(): Promise<readonly string[]> {
    const left = await this.#session.close();
    nameDoubtful(this.#session.waits.doubtful);
    return left;
  }
}
