import type { IncomingMessage } from 'node:http';
import { invalidArgument } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { RequestBody } from './request-body.ts';
import { readRequestTarget } from './request-target.ts';
import { headerValues } from './store-request.ts';
import type { HeaderPair, Scheme, StoreRequest } from './store-request.ts';

/** A request as far as it could be read, and why it is refused, if it is. */
export interface ReadRequest {
  readonly request: StoreRequest;
  readonly refusal: Refusal | null;
}

/** Turns the output of the HTTP parser into requests with ids. */
export class RequestReader {
  readonly #behaviour: { requestId(now: Date): string };
  readonly #clock: () => Date;
  readonly #scheme: Scheme;

  constructor(behaviour: { requestId(now: Date): string }, clock: () => Date, scheme: Scheme) {
    this.#behaviour = behaviour;
    this.#clock = clock;
    this.#scheme = scheme;
  }

  read(message: IncomingMessage, body: RequestBody): ReadRequest {
    const headers = pairs(message.rawHeaders);
    const target = message.url ?? '';
    const parts = readRequestTarget(target);
    const hosts = headerValues(headers, 'host');
    const request: StoreRequest = {
      ...this.#received(),
      method: message.method ?? '',
      target,
      path: parts?.path ?? '',
      query: parts?.query ?? [],
      headers,
      host: parts?.host ?? hosts[0] ?? '',
      body,
    };
    if (parts === null)
      return { request, refusal: invalidArgument('The request target is not a valid URL.', { name: 'URL' }) };
    // RFC 9112, 3.2: with two of them, two servers may see two buckets.
    if (hosts.length > 1 || (hosts.length === 0 && message.httpVersion === '1.1'))
      return { request, refusal: invalidArgument('A request needs one Host header.', { name: 'Host' }) };
    return { request, refusal: null };
  }

  /** A placeholder for bytes that are not a request. */
  unreadable(): StoreRequest {
    return {
      ...this.#received(),
      method: '',
      target: '',
      path: '',
      query: [],
      headers: [],
      host: '',
      body: new RequestBody(null),
    };
  }

  /** What is known of any request. */
  #received(): Pick<StoreRequest, 'id' | 'receivedAt' | 'scheme'> {
    const receivedAt = this.#clock();
    return { id: this.#behaviour.requestId(receivedAt), receivedAt, scheme: this.#scheme };
  }
}

function pairs(rawHeaders: readonly string[]): readonly HeaderPair[] {
  const headers: HeaderPair[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    headers.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
  return headers;
}
