import { tryEncryptionGate, type EncryptionGate } from '../harness/bucket-encryption/encryption-gate.ts';
import type { Conversation } from '../harness/conversation/conversation.ts';
import { Session, type SessionParameters } from '../harness/world/session.ts';
import type { ReasonedVerdict } from '../harness/verdict/verdict.ts';
import type { OssWorld } from '../harness/world/world.ts';

/** A scenario that is about to be played. */
export interface PlayedScenario {
  readonly feature: string;
  readonly clause: string;
  readonly name: string;
  /** A digest of its steps: another one says that the scenario has changed. */
  readonly steps: string;
}

/** Where a worker plays its scenarios, one after the other: before a store, before a recorder, or from recordings. */
export interface Backend {
  /** Tries on a bucket of its own whether the store knows the encryption of buckets. */
  tryGate(): Promise<EncryptionGate>;
  /** Gives the world a session to speak through. */
  enter(world: OssWorld, scenario: PlayedScenario): Promise<void>;
  play(world: OssWorld, step: (world: OssWorld) => Promise<unknown>): Promise<unknown>;
  /** Ends the scenario; `judge` says how a world ended that played it. */
  leave(world: OssWorld, judge: (world: OssWorld) => ReasonedVerdict): Promise<void>;
  /** Returns a line for each bucket that is left. */
  close(): Promise<readonly string[]>;
}

/** `mark` tells the bucket names of this worker from the others'. */
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

/** Asks a fresh bucket of the session for its rule. */
export async function tryGateOf(session: Session, conversation: Conversation): Promise<EncryptionGate> {
  const bucket = await session.createBucket(conversation, []);
  try {
    return await tryEncryptionGate(conversation, session.target.principals.owner, bucket.name);
  } finally {
    session.release(bucket);
  }
}

/** All scenarios of a worker share one session, whose buckets come and go while scenarios are played. */
class LiveBackend implements Backend {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  tryGate(): Promise<EncryptionGate> {
    return tryGateOf(this.#session, this.#session.converse());
  }

  async enter(world: OssWorld): Promise<void> {
    world.enter(this.#session);
  }

  play(world: OssWorld, step: (world: OssWorld) => Promise<unknown>): Promise<unknown> {
    return step(world);
  }

  async leave(world: OssWorld): Promise<void> {
    world.leave();
  }

  close(): Promise<readonly string[]> {
    return this.#session.close();
  }
}
