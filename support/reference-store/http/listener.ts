import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ServerCertificate } from '../../certificates/host-certificates.ts';
import type { Answer } from './answer.ts';
import { formatAnswer, writeAnswer } from './answer-writing.ts';
import type { Limits } from './limits.ts';
import { problemOf } from './protocol-problem.ts';
import type { ParserError, ProtocolProblem } from './protocol-problem.ts';
import { RequestBody } from './request-body.ts';
import type { BodyProblem } from './request-body.ts';

/** The handler of a listener's requests. */
export interface Service {
  serve(message: IncomingMessage, body: RequestBody): Promise<Answer>;
  /** The answer to bytes that are not a request. */
  refuse(problem: ProtocolProblem): Answer;
}

export interface ListenerOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly limits: Limits;
  /** Listens over TLS. */
  readonly certificate?: ServerCertificate;
}

/**
 * An HTTP/1.1 server, over TLS if it has a certificate. It answers, or closes the connection, whatever the socket
 * sends.
 */
export class Listener {
  readonly #server: Server;
  readonly #service: Service;
  readonly #limits: Limits;
  /** Over TLS, the server itself knows a connection only from the end of its handshake. */
  readonly #sockets = new Set<Socket>();
  /** The request in progress on a connection. */
  readonly #underWay = new WeakMap<Duplex, { readonly body: RequestBody; readonly response: ServerResponse }>();

  private constructor(service: Service, { limits, certificate }: Omit<ListenerOptions, 'host' | 'port'>) {
    this.#service = service;
    this.#limits = limits;
    const options: ServerOptions = {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.keepAlive,
      connectionsCheckingInterval: limits.sweep,
      // Node would answer these itself, without a request id. The store does it (addressing.ts).
      requireHostHeader: false,
      // Two headers of one name are two headers: authentication has to see both.
      joinDuplicateHeaders: false,
    };
    this.#server =
      certificate === undefined
        ? createServer(options)
        : createTlsServer({ ...options, ...certificate, allowHalfOpen: true });
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    // A client that does not trust the certificate.
    this.#server.on('tlsClientError', (_, socket: Duplex) => socket.destroy());
    // Node silently drops headers above its maximum count, and a signature over them could not match. The bytes are
    // limited anyway.
    this.#server.maxHeadersCount = 0;
    // A caller may close its sending side and still wait for the answer. Node has this option, its typings do not.
    Object.assign(this.#server, { httpAllowHalfOpen: true });
    this.#server.on('request', (message, response) => void this.#onRequest(message, response));
    this.#server.on(
      'checkContinue',
      (message, response) => void this.#onRequest(message, response, () => response.writeContinue()),
    );
    // An expectation other than 100-continue may be ignored (RFC 9110, 10.1.1).
    this.#server.on('checkExpectation', (message, response) => void this.#onRequest(message, response));
    // Node would drop the connection: the store answers that it is not a proxy.
    this.#server.on('connect', (_, socket) => this.#refuse('unknown method', socket));
    this.#server.on('clientError', (error, socket) => this.#onClientError(error, socket));
  }

  /** @throws if the address is in use or not on this machine */
  static async start(service: Service, { host, port, ...options }: ListenerOptions): Promise<Listener> {
    const listener = new Listener(service, options);
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
    for (const socket of this.#sockets) socket.destroy();
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
      // A fault of the store or of its deviation: it ends this connection, not the others.
      console.error('the reference store could not answer:', error);
      socket.destroy();
    }
  }

  /** Bytes that are not HTTP, connections that break off, and deadlines that pass. */
  #onClientError(error: ParserError, socket: Duplex): void {
    const problem = problemOf(error);
    const { body, response } = this.#underWay.get(socket) ?? {};
    if (body?.isArriving === true && response?.headersSent === false && problem !== 'connection lost') {
      // The request was valid and gets its answer. No other request can follow it.
      response.shouldKeepAlive = false;
      body.fail(bodyProblem(problem));
      return;
    }
    if (response?.writableFinished === false && problem !== 'connection lost') {
      // The bytes after a valid request are invalid, so the answer in progress is the last one.
      response.shouldKeepAlive = false;
      response.once('finish', () => socket.end(() => socket.destroy()));
      return;
    }
    // The caller has disconnected, an answered request never ended, or the caller never sent anything.
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
