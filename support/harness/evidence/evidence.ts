import type { HeaderPair } from '../../client/request.ts';
import type { Principal } from '../target/target.ts';

/**
 * An exchange as people may see it: with secrets, tokens and signatures masked, and bodies as text if they are text.
 * Reports attach it, and `compare` shows it.
 */
export interface ShownExchange {
  readonly request: ShownMessage;
  readonly answer: ShownMessage | null;
  /** Why there is no complete answer. */
  readonly fault: string | null;
  /** Canonical resource (V1) or canonical request (V4). `null` for an unsigned request. */
  readonly canonical: string | null;
  readonly stringToSign: string | null;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Who signed it; absent for an unsigned request and for an exchange from the documentation. */
  readonly as?: Principal;
}

export interface ShownMessage {
  /** `PUT /bucket/key HTTP/1.1` or `HTTP/1.1 200`. */
  readonly startLine: string;
  readonly headers: readonly HeaderPair[];
  /** Text; a body that is not text, or is long, is described in brackets with its length and SHA-256. */
  readonly body: string;
}

/** A program's run as people may see it, with secrets masked. */
export interface ShownCommand {
  /** The words, separated by spaces. */
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Everything the verdict on a scenario rests on; each is a file in `reports/evidence/`. */
export interface ScenarioEvidence {
  readonly clause: string;
  readonly scenario: string;
  readonly feature: string;
  readonly line: number;
  readonly exchanges: readonly ShownExchange[];
  /** The runs of programs in the scenario; absent if there were none. */
  readonly commands?: readonly ShownCommand[];
  /** How many exchanges there were when each step ended. */
  readonly stepEnds?: readonly number[];
  /** Present if the exchanges are from the documentation and not from the target. */
  readonly documented?: true;
}
