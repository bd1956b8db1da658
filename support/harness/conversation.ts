import { setTimeout as pause } from 'node:timers/promises';
import type { OssClient } from '../client/client.ts';
import type { Credentials } from '../client/credentials.ts';
import type { Answer, Exchange } from '../client/exchange.ts';
import { headerValue, type OssRequest } from '../client/request.ts';
import type { Sending } from '../client/sending.ts';
import { Inconclusive, Nonconformance } from './finding.ts';
import { describeAnswer } from './answer-words.ts';
import { listBuckets } from './requests.ts';

/** An exchange that was answered. */
export interface Heard {
  readonly exchange: Exchange;
  readonly answer: Answer;
}

/** A request that keeps failing while a control request is answered is the store's doing after so many times. */
const failuresThatProve = 3;
/** Milliseconds for which a throttled request is offered again before nothing can be said. */
const defaultThrottlingBudgetMs = 10_000;

/**
 * Talks to one store and tells the store's doing from the environment's: what fails is sent again,
 * beside a control request of the owner. Both failing is an environment fault; only the one failing,
 * repeatedly, is nonconformance ("no answer").
 */
export class Conversation {
  readonly #client: Pick<OssClient, 'send'>;
  readonly #owner: Credentials;
  readonly #throttlingBudgetMs: number;
  readonly #exchanges: Exchange[] = [];

  constructor(
    client: Pick<OssClient, 'send'>,
    owner: Credentials,
    throttlingBudgetMs: number = defaultThrottlingBudgetMs,
  ) {
    this.#client = client;
    this.#owner = owner;
    this.#throttlingBudgetMs = throttlingBudgetMs;
  }

  /** Everything that was sent and answered so far, in order. */
  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }

  /**
   * Sends a request until it is answered. Throws Nonconformance where the store never answers just
   * this one, Inconclusive where the environment is at fault or the store throttles for too long.
   */
  async ask(request: OssRequest, as: Credentials | null, how: Sending = {}): Promise<Heard> {
    const throttledUntil = performance.now() + this.#throttlingBudgetMs;
    const failures: string[] = [];
    for (let attempt = 0; ; attempt += 1) {
      const exchange = await this.#send(request, as, how);
      const trouble = troubleWith(exchange);
      switch (trouble.kind) {
        case 'none':
          return { exchange, answer: trouble.answer };
        case 'throttled':
          if (performance.now() + trouble.pauseMs > throttledUntil)
            throw new Inconclusive(`throttled: ${trouble.words} to every try`);
          await pause(Math.max(trouble.pauseMs, backOffMs(attempt)));
          break;
        case 'failed':
          failures.push(trouble.words);
          await this.#requireControlAnswer(trouble.words);
          if (!isRepeatable(request))
            throw new Inconclusive(`${trouble.words}, to a request that is not one to repeat`);
          if (failures.length >= failuresThatProve) throw noAnswer(failures);
          await pause(backOffMs(attempt));
      }
    }
  }

  /** Sends a request that only prepares: whatever comes of it but a success is Inconclusive. Returns the success. */
  async prepare(what: string, request: OssRequest): Promise<Heard> {
    const heard = await this.offer(what, request);
    requirePrepared(what, heard.answer);
    return heard;
  }

  /** Sends a request of the owner that only prepares, and returns its answer. Throws Inconclusive where there is none. */
  async offer(what: string, request: OssRequest): Promise<Heard> {
    try {
      return await this.ask(request, this.#owner);
    } catch (error) {
      if (error instanceof Nonconformance) throw new Inconclusive(`could not prepare: ${what}: ${error.message}`);
      throw error;
    }
  }

  async #requireControlAnswer(failure: string): Promise<void> {
    const control = troubleWith(await this.#send(listBuckets(1), this.#owner, {}));
    // A throttled control proves no more than a failed one: the store is not at its ease.
    if (control.kind !== 'none')
      throw new Inconclusive(`${failure}; a control request fared no better (${control.words})`);
  }

  async #send(request: OssRequest, as: Credentials | null, how: Sending): Promise<Exchange> {
    const exchange = await this.#client.send(request, as, how);
    this.#exchanges.push(exchange);
    return exchange;
  }
}

/** Throws Inconclusive unless the answer to a request that only prepares is a success. */
export function requirePrepared(what: string, answer: Answer): void {
  if (answer.status < 200 || answer.status > 299)
    throw new Inconclusive(`could not prepare: ${what} was answered ${describeAnswer(answer)}`);
}

type Trouble =
  | { readonly kind: 'none'; readonly answer: Answer }
  | { readonly kind: 'throttled'; readonly words: string; readonly pauseMs: number }
  | { readonly kind: 'failed'; readonly words: string };

/** 503 is the store asking for patience (ENV-22); 500, 502 and 504 are no answer to what was asked (ENV-23). */
function troubleWith({ outcome }: Exchange): Trouble {
  if ('fault' in outcome) return { kind: 'failed', words: `no answer (${outcome.fault.kind}, ${outcome.fault.phase})` };
  const { answer } = outcome;
  if (answer.status === 503) return { kind: 'throttled', words: describeAnswer(answer), pauseMs: retryAfterMs(answer) };
  if (answer.status === 500 || answer.status === 502 || answer.status === 504)
    return { kind: 'failed', words: describeAnswer(answer) };
  return { kind: 'none', answer };
}

function noAnswer(failures: readonly string[]): Nonconformance {
  const seen = [...new Set(failures)].join(', ');
  return new Nonconformance(
    'an answer',
    `${seen}, ${failures.length} times, while a control request was answered each time`,
  );
}

/** Sending it twice must be the same as sending it once: not so for appends, form uploads and completions. */
function isRepeatable({ method, query }: OssRequest): boolean {
  return method !== 'POST' && !query.some(([name]) => name === 'append');
}

function retryAfterMs({ headers }: Answer): number {
  const seconds = Number(headerValue(headers, 'Retry-After') ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
}

function backOffMs(attempt: number): number {
  return Math.min(50 * 2 ** attempt, 1_000);
}
