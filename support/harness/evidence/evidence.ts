import type { HeaderPair } from '../../client/request.ts';
import type { Principal } from '../target/target.ts';

/**
 * An exchange as people may see it: secrets, tokens and signatures are already masked,
 * bodies are text where they are text. This is what reports attach and `compare` shows.
 */
export interface ShownExchange {
  readonly request: ShownMessage;
  readonly answer: ShownMessage | null;
  /** Why there is no whole answer. */
  readonly fault: string | null;
  /** Canonical resource (V1) or canonical request (V4). `null` for an unsigned request. */
  readonly canonical: string | null;
  readonly stringToSign: string | null;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Who signed it; absent for an unsigned request and in evidence that documentation prints. */
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

/** Everything a scenario rests on; one file of `reports/evidence/` each. */
export interface ScenarioEvidence {
  readonly clause: string;
  readonly scenario: string;
  readonly feature: string;
  readonly line: number;
  readonly exchanges: readonly ShownExchange[];
  /** What the scenario had a program do; absent where it ran none. */
  readonly commands?: readonly ShownCommand[];
  /** How many exchanges there were when each step ended. */
  readonly stepEnds?: readonly number[];
  /** Present where the exchanges are none of the target's: documentation prints them. */
  readonly documented?: true;
}
