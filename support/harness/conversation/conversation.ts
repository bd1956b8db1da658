import { setTimeout as pause } from 'node:timers/promises';
import type { OssClient } from '../../client/client.ts';
import type { Credentials } from '../../client/credentials.ts';
import type { Answer, Exchange, FaultKind } from '../../client/exchange.ts';
import { readErrorDocument } from '../../client/error-document.ts';
import { headerValue, type OssRequest } from '../../client/request.ts';
import type { Sending } from '../../client/sending.ts';
import { subResourceNames } from '../../oss-api/query-parameters.ts';
import { Inconclusive, Nonconformance } from '../verdict/finding.ts';
import { describeAnswer } from './answer-words.ts';
import { listBuckets } from './requests.ts';
import { sideRequests } from './side-requests.ts';
import { forbidsEndpoint, isAnswerToListBuckets, refusesKeys, strangenessOf } from './store-answer.ts';
import { defaultLimits, type TargetLimits } from '../target/target.ts';

/** An exchange with an answer. */
export interface Reply {
  readonly exchange: Exchange;
  readonly answer: Answer;
  /** A description of an answer that is not from an object store; `null` for one that a store could give. */
  readonly foreign: string | null;
  /** How many times the request was sent. */
  readonly tries: number;
}

/**
 * After this many tries, each with an answered control request, the store is at fault. Scenarios usually trigger a
 * refusal of the keys on purpose; it is repeated only once, in case a clock jumped.
 */
const proof = { 'refuses keys': 2, strange: 3, failed: 3 } as const;

const longestPauseMs = 1_000;

/**
 * Sends requests to one store and separates the store's faults from the environment's: a request that fails is
 * repeated, each time with a control request of the owner. If both fail, the environment is at fault; if only the one
 * fails, repeatedly, it is nonconformance ("no answer").
 */
export class Conversation {
  readonly #client: Pick<OssClient, 'send'>;
  readonly #owner: Credentials;
  readonly #throttledMs: number;
  readonly #backOffMs: number;
  readonly #exchanges: Exchange[] = [];
  readonly #keys = new Map<string, Set<string>>();

  /**
   * `throttledMs` limits how long a throttled request is repeated; `backOffMs` is the first pause before any request is
   * repeated.
   */
  constructor(
    client: Pick<OssClient, 'send'>,
    owner: Credentials,
    { throttledMs, backOffMs }: Partial<Pick<TargetLimits, 'throttledMs' | 'backOffMs'>> = {},
  ) {
    this.#client = client;
    this.#owner = owner;
    this.#throttledMs = throttledMs ?? defaultLimits.throttledMs;
    this.#backOffMs = backOffMs ?? defaultLimits.backOffMs;
  }

  /** All exchanges so far, in order. */
  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }

  /** The keys of all requests about objects of that bucket, so all that it may contain: a form names its key only inside. */
  keysIn(bucket: string): readonly string[] {
    return [...(this.#keys.get(bucket) ?? [])];
  }

  /**
   * Sends a request until it is answered. Throws Nonconformance if the store consistently fails to answer this one
   * request, Inconclusive if the environment is at fault or the store throttles for too long.
   */
  async ask(request: OssRequest, as: Credentials | null, how: Sending = {}): Promise<Reply> {
    this.#noteKey(request);
    const throttledUntil = performance.now() + this.#throttledMs;
    const failures: string[] = [];
    for (let tries = 1; ; tries += 1) {
      const exchange = await this.#send(request, as, how);
      const doubt = doubtAbout(request, exchange);
      if (doubt.kind === 'none') return { exchange, answer: atRightEndpoint(doubt.answer), foreign: null, tries };
      if (doubt.kind === 'throttled') {
        await outlast(doubt, throttledUntil, this.#pauseMs(tries));
        continue;
      }
      failures.push(doubt.words);
      await this.#requireControlAnswer(doubt.words);
      if (failures.length >= proof[doubt.kind] || !mayRepeat(request, doubt))
        return { exchange, ...conclusion(request, doubt, failures), tries };
      if (doubt.kind !== 'refuses keys') await pause(this.#pauseMs(tries));
    }
  }

  /** Sends a request once, whatever the outcome. */
  async attempt(request: OssRequest, as: Credentials | null, how: Sending = {}): Promise<void> {
    await this.#send(request, as, how);
  }

  /** Sends a preparing request as the owner and returns its answer. Throws Inconclusive if there is none. */
  async prepare(what: string, request: OssRequest): Promise<Reply> {
    try {
      return await sideRequests.tracePromise(() => this.ask(request, this.#owner), { purpose: 'preparation' });
    } catch (error) {
      if (error instanceof Nonconformance) throw new Inconclusive(`could not prepare: ${what}: ${error.message}`);
      throw error;
    }
  }

  #noteKey({ bucket, key }: OssRequest): void {
    if (bucket === undefined || key === undefined) return;
    const keys = this.#keys.get(bucket) ?? new Set();
    this.#keys.set(bucket, keys.add(key));
  }

  /** The number of tries. */
  #pauseMs(tries: number): number {
    return Math.min(this.#backOffMs * 2 ** (tries - 1), longestPauseMs);
  }

  async #requireControlAnswer(failure: string): Promise<void> {
    const request = listBuckets(1);
    const exchange = await sideRequests.tracePromise(() => this.#send(request, this.#owner, {}), {
      purpose: 'control',
    });
    const trouble = troubleOfControl(doubtAbout(request, exchange));
    if (trouble !== null) throw new Inconclusive(`${failure}; a control request failed too (${trouble})`);
  }

  async #send(request: OssRequest, as: Credentials | null, how: Sending): Promise<Exchange> {
    const exchange = await this.#client.send(request, as, how);
    this.#exchanges.push(exchange);
    return exchange;
  }
}

/** A preparing request was answered, but not with success. */
export class NotPrepared extends Inconclusive {
  readonly reply: Reply;

  constructor(what: string, reply: Reply) {
    super(`could not prepare: ${what} was answered ${reply.foreign ?? describeAnswer(reply.answer)}`);
    this.reply = reply;
  }
}

/** Why a request was not answered, for a reason that already states the expectation. */
export function unansweredInWords({ got }: Nonconformance): string {
  return got;
}

/** Returns the reply to a preparing request. Throws NotPrepared unless it is a success from the store itself. */
export function successOf(what: string, reply: Reply): Reply {
  const { answer, foreign } = reply;
  if (foreign !== null || answer.status < 200 || answer.status > 299) throw new NotPrepared(what, reply);
  return reply;
}

/** Why an exchange is not yet the store's answer to the request. */
type Doubt = { readonly kind: 'none'; readonly answer: Answer } | Throttling | Failing;

interface Throttling {
  readonly kind: 'throttled';
  readonly words: string;
  readonly pauseMs: number;
}

type Failing =
  /** All requests may be refused for the same reason: revoked keys, an expired token, a clock that jumped. */
  | { readonly kind: 'refuses keys'; readonly words: string; readonly answer: Answer }
  | { readonly kind: 'strange'; readonly words: string; readonly answer: Answer; readonly foreign: string | null }
  | {
      readonly kind: 'failed';
      readonly words: string;
      readonly wasSent: boolean;
      /** If only part of the answer arrived. */
      readonly inPart: boolean;
      /** An error of the store that only says that it failed; `null` if nothing arrived. */
      readonly error: Answer | null;
    };

/** 503 is throttling by the store (ENV-22), 429 by a gateway; 500, 502 and 504 do not answer the request (ENV-23). */
function doubtAbout(request: OssRequest, { outcome }: Exchange): Doubt {
  if ('fault' in outcome) {
    const { fault, partial } = outcome;
    const words = partial === null ? `no answer (${fault.kind}, ${fault.phase})` : describePart(partial, fault.kind);
    return { kind: 'failed', words, wasSent: fault.phase !== 'connect', inPart: partial !== null, error: null };
  }
  const { answer } = outcome;
  if (answer.status === 503 || answer.status === 429)
    return { kind: 'throttled', words: describeAnswer(answer), pauseMs: retryAfterMs(answer) };
  if (answer.status === 500 || answer.status === 502 || answer.status === 504)
    return { kind: 'failed', words: describeAnswer(answer), wasSent: true, inPart: false, error: errorIn(answer) };
  const strangeness = strangenessOf(request, answer);
  if (strangeness !== null) {
    const { kind, words } = strangeness;
    return { kind: 'strange', words, answer, foreign: kind === 'foreign' ? words : null };
  }
  return refusesKeys(answer)
    ? { kind: 'refuses keys', words: describeAnswer(answer), answer }
    : { kind: 'none', answer };
}

function errorIn(answer: Answer): Answer | null {
  return 'error' in readErrorDocument(answer) ? answer : null;
}

/** Throws Inconclusive for an answer about the account or the endpoint, which has nothing to do with the request. */
function atRightEndpoint(answer: Answer): Answer {
  if (!forbidsEndpoint(answer)) return answer;
  throw new Inconclusive(
    `the account may not use this public endpoint for data (${describeAnswer(answer)}); use a custom domain that is bound to the bucket, or an internal endpoint`,
  );
}

/** A throttled control request proves no more than a failed one. */
function troubleOfControl(doubt: Doubt): string | null {
  if (doubt.kind !== 'none') return doubt.words;
  return isAnswerToListBuckets(doubt.answer) ? null : describeAnswer(doubt.answer);
}

/** Waits before a throttled request is repeated. Throws Inconclusive when the time is up. */
async function outlast({ words, pauseMs }: Throttling, until: number, backOffMs: number): Promise<void> {
  if (performance.now() + pauseMs > until) throw new Inconclusive(`throttled: ${words} to every try`);
  await pause(Math.max(pauseMs, backOffMs));
}

/** The result of all tries. Throws if there is no answer, or one that another try might improve. */
function conclusion(
  request: OssRequest,
  doubt: Failing,
  failures: readonly string[],
): Pick<Reply, 'answer' | 'foreign'> {
  const isProved = failures.length >= proof[doubt.kind];
  switch (doubt.kind) {
    case 'refuses keys':
      return { answer: doubt.answer, foreign: null };
    case 'strange':
      if (doubt.foreign !== null && !isProved) throw notToRepeat(doubt.words);
      return { answer: doubt.answer, foreign: doubt.foreign };
    case 'failed':
      if (!isProved) throw notToRepeat(doubt.words);
      // A store that fails only at this request has answered it, which is allowed if its key management fails (OBJ-24).
      if (doubt.error !== null) return { answer: doubt.error, foreign: null };
      // Without a connection, the request never reached the store.
      if (!doubt.wasSent) throw new Inconclusive(`the request could not be sent: ${inWords(request, failures)}`);
      throw new Nonconformance(doubt.inPart ? 'a whole answer' : 'an answer', inWords(request, failures));
  }
}

/** The number of received bytes is left out: after a reset it differs every time. */
function describePart({ status, headers }: Answer, kind: FaultKind): string {
  if (kind === 'malformed') return `${status} with a body that is not framed as HTTP`;
  if (kind === 'too-large') return `${status} with a body of endless length`;
  const length = headerValue(headers, 'Content-Length');
  const missing =
    length === undefined ? 'a body that breaks off' : `less of a body than its Content-Length of ${length}`;
  return `${status} with ${missing} (${kind})`;
}

/** `GET ?bucketInfo of a bucket`, `PUT of an object`: without names that differ from run to run. */
export function nameOfCall({ method, bucket, key, query }: OssRequest): string {
  const subresource = query.find(selectsOperation)?.[0];
  const resource = key !== undefined ? 'an object' : bucket !== undefined ? 'a bucket' : 'the service';
  return `${method}${subresource === undefined ? '' : ` ?${subresource}`} of ${resource}`;
}

/** ListObjectsV2 and the calls for an upload are selected by a parameter with a value, and `?location=` is `?location` (BKT-36). */
function selectsOperation([name, value]: OssRequest['query'][number]): boolean {
  if (value === undefined) return !listingParameters.has(name);
  return name === 'list-type' || name === 'uploadId' || (value === '' && subResourceNames.includes(name));
}

/** They select nothing although they may have no value: `?max-keys=1&prefix` is a listing (LSO-31). */
const listingParameters: ReadonlySet<string> = new Set(['delimiter', 'marker', 'prefix', 'start-after']);

function notToRepeat(words: string): Inconclusive {
  return new Inconclusive(`${words}, to a request that must not be repeated`);
}

/** What came, how often, and for which request. */
function inWords(request: OssRequest, failures: readonly string[]): string {
  const seen = [...new Set(failures)].join(' or ');
  return `${seen} to each of ${failures.length} tries of ${nameOfCall(request)}, while ListBuckets was answered after each`;
}

/**
 * Sending it twice must have the same effect as once, which excludes appends, form uploads and completions. A request
 * that was never sent can always be repeated.
 */
function mayRepeat({ method, query }: OssRequest, doubt: Failing): boolean {
  if (doubt.kind === 'failed' && !doubt.wasSent) return true;
  return method !== 'POST' && !query.some(([name]) => name === 'append');
}

function retryAfterMs({ headers }: Answer): number {
  const seconds = Number(headerValue(headers, 'Retry-After') ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
}
