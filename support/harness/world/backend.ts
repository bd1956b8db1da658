import type { Conversation } from '../conversation/conversation.ts';
import type { ReasonedVerdict } from '../verdict/verdict.ts';
import type { Session } from './session.ts';
import type { OssWorld } from './world.ts';

/** A scenario that is about to be played. */
export interface PlayedScenario {
  readonly feature: string;
  readonly clause: string;
  readonly name: string;
  /** A digest of its steps: a different one means that the scenario has changed. */
  readonly steps: string;
}

/** Finds out something about the target before the first scenario. */
export type Probe<T> = (session: Session, conversation: Conversation) => Promise<T>;

/** What a worker plays its scenarios against, one after the other: a store, a store while recording, or recordings. */
export interface Backend {
  /** Runs a probe as if it were that scenario. */
  probe<T>(scenario: PlayedScenario, probe: Probe<T>): Promise<T>;
  /** Gives the world a session. */
  enter(world: OssWorld, scenario: PlayedScenario): Promise<void>;
  play(world: OssWorld, step: (world: OssWorld) => Promise<unknown>): Promise<unknown>;
  /** Ends the scenario; `verdictOf` gives the verdict in a world that played it. */
  leave(world: OssWorld, verdictOf: (world: OssWorld) => ReasonedVerdict): Promise<void>;
  /** Returns a line for each bucket that is left. */
  close(): Promise<readonly string[]>;
}
