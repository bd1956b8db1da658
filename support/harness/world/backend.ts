import type { SubResource } from '../gate/sub-resource.ts';
import type { SubResourceGate } from '../gate/sub-resource-gate.ts';
import type { ReasonedVerdict } from '../verdict/verdict.ts';
import type { OssWorld } from './world.ts';

/** A scenario that is about to be played. */
export interface PlayedScenario {
  readonly feature: string;
  readonly clause: string;
  readonly name: string;
  /** A digest of its steps: a different one means that the scenario has changed. */
  readonly steps: string;
}

/** What a worker plays its scenarios against, one after the other: a store, a store while recording, or recordings. */
export interface Backend {
  /** Finds out, on a bucket of its own, whether the store knows the sub-resource. */
  tryGate(subResource: SubResource): Promise<SubResourceGate>;
  /** Gives the world a session. */
  enter(world: OssWorld, scenario: PlayedScenario): Promise<void>;
  play(world: OssWorld, step: (world: OssWorld) => Promise<unknown>): Promise<unknown>;
  /** Ends the scenario; `verdictOf` says how it ended in a world that played it. */
  leave(world: OssWorld, verdictOf: (world: OssWorld) => ReasonedVerdict): Promise<void>;
  /** Returns a line for each bucket that is left. */
  close(): Promise<readonly string[]>;
}
