import { hash } from 'node:crypto';
import { principalName } from '../authorization/principal.ts';
import type { Call } from '../pipeline/call.ts';
import type { Answer } from './answer.ts';
import type { HeaderPair } from './store-request.ts';

/** One request as the store received it. */
export interface RequestLogEntry {
  readonly requestId: string;
  readonly receivedAt: Date;
  /** Empty if the bytes were not a request. */
  readonly method: string;
  /** The request target, verbatim. */
  readonly path: string;
  readonly headers: readonly HeaderPair[];
  /** `null` if no body was read completely. */
  readonly body: Uint8Array | { readonly bytes: number; readonly sha256: string } | null;
  /** The operation's name, e.g. `PutBucketEncryption`; `null` where none was reached. */
  readonly action: string | null;
  /** `null` if no answer was sent. */
  readonly status: number | null;
  /** `null` if authentication failed; `anonymous` for an unsigned request. */
  readonly principal: string | null;
}

const capacity = 2_000;
const longestKeptBody = 8 * 1024;

/** The latest requests, oldest first. */
export class RequestLog {
  readonly #entries: RequestLogEntry[] = [];

  get entries(): readonly RequestLogEntry[] {
    return this.#entries;
  }

  add(call: Call, answer: Answer): void {
    if (this.#entries.length === capacity) this.#entries.shift();
    const { request, operation, principal, body } = call;
    const isSent = answer.delivery !== 'silence' && answer.delivery !== 'drop';
    this.#entries.push({
      requestId: request.id,
      receivedAt: request.receivedAt,
      method: request.method,
      path: request.target,
      headers: request.headers,
      body: body && body.length > longestKeptBody ? digest(body) : body,
      action: operation?.name ?? null,
      status: isSent ? answer.status : null,
      principal: principal && principalName(principal),
    });
  }
}

function digest(body: Uint8Array): { bytes: number; sha256: string } {
  return { bytes: body.length, sha256: hash('sha256', body) };
}
