import { buffer } from 'node:stream/consumers';
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Certificate } from '../certificates/x509.ts';
import { ProxyListener, type ProxyPlace } from './proxy-listener.ts';
import type { Injection, PassedAnswer, SeenRequest } from './fault.ts';

const keptRequests = 10_000;

const loopback: ProxyPlace = { host: '127.0.0.1', port: 0 };

/**
 * A proxy between a client and a store on this machine. It forwards everything unchanged, except where a fault is
 * injected. It knows HTTP, but not OSS.
 */
export class FaultProxy {
  readonly #store: string;
  readonly #listener: ProxyListener;
  readonly #seen: SeenRequest[] = [];
  #injection: Injection | null = null;
  #met = 0;
  #hasFired = false;

  private constructor(store: string, listener: ProxyListener) {
    this.#store = store;
    this.#listener = listener;
    listener.onRequest((request, response) => void this.#meet(request, response));
  }

  /** Listens for the store at that origin; with a certificate, over TLS. */
  static async start(
    store: string,
    certificate: Certificate | null = null,
    place: ProxyPlace = loopback,
  ): Promise<FaultProxy> {
    const listener = new ProxyListener(certificate, place);
    await listener.open();
    return new FaultProxy(store, listener);
  }

  /** The origin that clients use instead of the store's. */
  get origin(): string {
    return this.#listener.origin;
  }

  /** The latest 10,000 requests, including those hit by a fault. */
  get seen(): readonly SeenRequest[] {
    return this.#seen;
  }

  /** Whether the fault has met a request that it may hit. */
  get hasFired(): boolean {
    return this.#hasFired;
  }

  /** Replaces the fault in force by this one. */
  inject(injection: Injection): void {
    this.#injection = injection;
    this.#met = 0;
    this.#hasFired = false;
  }

  /** Ends the fault. */
  async clear(): Promise<void> {
    this.#injection = null;
    await this.#listener.reset();
  }

  close(): void {
    this.#listener.shut();
  }

  async #meet(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: target = '', rawHeaders: headers } = message;
    const request: SeenRequest = { method, target, headers };
    if (this.#seen.push(request) > keptRequests) this.#seen.shift();
    const { socket } = message;
    const answer = (given: PassedAnswer): void => {
      response.sendDate = false;
      response.writeHead(given.status, [...given.headers]).end(given.body);
    };
    try {
      const body = await buffer(message);
      const pass = (): Promise<PassedAnswer> => passOn(this.#store, request, body);
      const fault = this.#faultFor(request);
      if (fault === null) answer(await pass());
      else await fault({ request, socket, listener: this.#listener, pass, answer });
    } catch {
      // The client or the store closed the connection, so the proxy does too.
      socket.destroy();
    }
  }

  #faultFor(request: SeenRequest): Injection['fault'] | null {
    if (this.#injection === null) return null;
    const { fault, matches, from, duration } = this.#injection;
    if (duration === 'for everything' && this.#hasFired) return fault;
    if (!matches(request)) return null;
    this.#met += 1;
    const isStruck = this.#met >= from && (typeof duration !== 'number' || this.#met < from + duration);
    if (isStruck) this.#hasFired = true;
    return isStruck ? fault : null;
  }
}

/** Headers and target are not touched: they are signed. */
function passOn(store: string, { method, target, headers }: SeenRequest, body: Buffer): Promise<PassedAnswer> {
  const { hostname, port } = new URL(store);
  return new Promise((resolve, reject) => {
    const options = { hostname, port, method, path: target, headers: [...headers], setHost: false, agent: false };
    const sent = httpRequest(options, (received) => {
      buffer(received).then(
        (content) => resolve({ status: received.statusCode ?? 0, headers: received.rawHeaders, body: content }),
        reject,
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
