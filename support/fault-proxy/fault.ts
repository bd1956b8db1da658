import type { Socket } from 'node:net';
import type { ProxyListener } from './proxy-listener.ts';

/** A request as the proxy sees it. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query, as on the wire. */
  readonly target: string;
  /** Names and values alternate, as node:http reads them. */
  readonly headers: readonly string[];
}

/** An answer as a store gives it. */
export interface PassedAnswer {
  readonly status: number;
  /** Names and values alternate. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** One request that a fault matches, and what the fault may do to it. */
export interface Strike {
  readonly request: SeenRequest;
  /** The connection it came over. */
  readonly socket: Socket;
  /** Accepts further connections. */
  readonly listener: ProxyListener;
  /** Sends the request on to the store; resolves with its answer, which the client has not seen yet. */
  readonly pass: () => Promise<PassedAnswer>;
  /** Gives the client a complete answer. */
  readonly answer: (answer: PassedAnswer) => void;
}

/** A fault between harness and store. */
export type Fault = (strike: Strike) => void | Promise<void>;

/** How long a fault lasts: for that many of the requests it may hit, for all of them, or for every later request. */
export type Duration = number | 'always' | 'for everything';

/** A fault, and the requests that it hits. */
export interface Injection {
  readonly fault: Fault;
  readonly matches: (request: SeenRequest) => boolean;
  /** The first of those that is hit, counted from 1. */
  readonly from: number;
  readonly duration: Duration;
}
