import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Answer } from './answer.ts';
import { formatAnswer, writeAnswer } from './answer-writing.ts';
import type { Limits } from './limits.ts';
import { problemOf } from './protocol-problem.ts';
import type { ParserError, ProtocolProblem } from './protocol-problem.ts';
import { RequestBody } from './request-body.ts';
import type { BodyProblem } from './request-body.ts';

/** What the listener hands on and gets back. */
export interface Service {
  serve(message: IncomingMessage, body: RequestBody): Promise<Answer>;
  /** The answer to bytes that are no request. */
  refuse(problem: ProtocolProblem): Answer;
}

export interface ListenerOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly limits: Limits;
}

/** An HTTP/1.1 server that answers, or ends, whatever a socket can send. */
export class Listener {
  readonly #server: Server;
  readonly #service: Service;
  readonly #limits: Limits;
  /** The request a connection is busy with. */
  readonly #underWay = new WeakMap<Duplex, { readonly body: RequestBody; readonly response: ServerResponse }>();

  private constructor(service: Service, limits: Limits) {
    this.#service = service;
    this.#limits = limits;
    this.#server = createServer({
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.keepAlive,
      connectionsCheckingInterval: limits.sweep,
      // Node would answer these itself, without a request id. The store does it (addressing.ts).
      requireHostHeader: false,
      // Two headers of one name are two headers: authentication has to see both.
      joinDuplicateHeaders: false,
    });
    // Node drops what exceeds its count, silently, and a signature over dropped headers cannot match. The bytes are bounded anyway.
    this.#server.maxHeadersCount = 0;
    // A caller may close its sending side and still wait for the answer. Node has the switch, its typings do not.
    Object.assign(this.#server, { httpAllowHalfOpen: true });
    this.#server.on('request', (message, response) => void this.#onRequest(message, response));
    this.#server.on(
      'checkContinue',
      (message, response) => void this.#onRequest(message, response, () => response.writeContinue()),
    );
    // An expectation other than 100-continue may be ignored (RFC 9110, 10.1.1).
    this.#server.on('checkExpectation', (message, response) => void this.#onRequest(message, response));
    // Node would drop the connection: the store is no proxy, and says so.
    this.#server.on('connect', (_, socket) => this.#refuse('unknown method', socket));
    this.#server.on('clientError', (error, socket) => this.#onClientError(error, socket));
  }

  /** @throws where the address is taken or not this machine's */
  static async start(service: Service, { host, port, limits }: ListenerOptions): Promise<Listener> {
    const listener = new Listener(service, limits);
    const listening = Promise.withResolvers<void>();
    listener.#server.once('error', listening.reject);
    // A burst of connections waits in the backlog instead of being refused.
    listener.#server.listen({ host, port, backlog: 4096 }, listening.resolve);
    await listening.promise;
    listener.#server.off('error', listening.reject);
    return listener;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the store does not listen on a TCP port');
    return address.port;
  }

  /** Ends every connection, busy or idle. Closing twice is harmless. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = Promise.withResolvers<void>();
    this.#server.close(() => closed.resolve());
    this.#server.closeAllConnections();
    await closed.promise;
  }

  async #onRequest(message: IncomingMessage, response: ServerResponse, proceed?: () => void): Promise<void> {
    const { socket } = message;
    const body = new RequestBody(message, proceed);
    this.#underWay.set(socket, { body, response });
    try {
      const answer = await this.#service.serve(message, body);
      await writeAnswer(answer, { message, body, response, lingerMilliseconds: this.#limits.linger });
    } catch (error) {
      // A fault of the store, or of the deviation it runs with: the connection pays, the other callers do not.
      console.error('the reference store could not answer:', error);
      socket.destroy();
    }
  }

  /** Bytes that are no HTTP, connections that break off, and deadlines that pass. */
  #onClientError(error: ParserError, socket: Duplex): void {
    const problem = problemOf(error);
    const { body, response } = this.#underWay.get(socket) ?? {};
    if (body?.isArriving === true && response?.headersSent === false && problem !== 'connection lost') {
      // The request itself was fine: it gets its own answer, on its own way. Nothing can follow it.
      response.shouldKeepAlive = false;
      body.fail(bodyProblem(problem));
      return;
    }
    if (response?.writableFinished === false && problem !== 'connection lost') {
      // What came after a good request is bad: the answer on its way is the last one.
      response.shouldKeepAlive = false;
      response.once('finish', () => socket.end(() => socket.destroy()));
      return;
    }
    // Nobody is there to read, an answered request never ended, or the caller never said a word.
    if (problem === 'connection lost' || body?.isArriving === true || !socket.writable || !hasSpoken(socket)) {
      socket.destroy();
      return;
    }
    this.#refuse(problem, socket);
  }

  #refuse(problem: ProtocolProblem, socket: Duplex): void {
    socket.end(formatAnswer(this.#service.refuse(problem)), () => socket.destroy());
  }
}

function bodyProblem(problem: ProtocolProblem): BodyProblem {
  if (problem === 'too slow') return 'too-slow';
  return problem === 'cut short' ? 'cut-short' : 'malformed';
}

function hasSpoken(socket: Duplex): boolean {
  return socket instanceof Socket && socket.bytesRead > 0;
}
