import { connect as connectTcp, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { chunksOf, directRoute, tlsOptions, type Route } from './agent.ts';
import { AnswerReader, type ReadingFault } from './answer-reader.ts';
import { Deadline } from './deadline.ts';
import type { FaultPhase, WireFault } from './exchange.ts';
import { closedFault, faultFrom, malformedFault, timeoutFault, tooLargeFault } from './fault.ts';
import type { Limits } from './limits.ts';
import { forwardedBy, openTunnel, withoutBrackets } from './proxy.ts';
import { headerValue, type WireRequest } from './request.ts';
import { serverName } from './server-name.ts';
import type { Outcome } from './wire.ts';

/**
 * Sends a request byte for byte, for what undici refuses to send (a body without Content-Length, a lying or repeated
 * one, `Expect`, TRACE, spaces in the target). One connection for one request; only a proxy's protocol adds anything.
 */
export function sendAsIs(request: WireRequest, limits: Limits, route: Route = directRoute): Promise<Outcome> {
  return new Promise((resolve) => new RawExchange(request, limits, resolve).start(route));
}

/** `METHOD target HTTP/1.1`, the headers in latin1, the body. The target is UTF-8, for targets that are not escaped. */
export function requestBytes({ method, path, headers, body }: WireRequest): Buffer {
  const headerLines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([
    Buffer.from(`${method} ${path} HTTP/1.1\r\n`, 'utf8'),
    Buffer.from(`${headerLines}\r\n`, 'latin1'),
    body ?? new Uint8Array(),
  ]);
}

/** How many bytes come late where the end does, and how late: long enough that they are read on their own. */
const lateBytes = 10;
const lateMs = 200;

class RawExchange {
  readonly #request: WireRequest;
  readonly #limits: Limits;
  readonly #resolve: (outcome: Outcome) => void;
  readonly #reader: AnswerReader;
  readonly #deadline: Deadline;
  #socket: Socket | null = null;
  #phase: FaultPhase = 'connect';
  #settled = false;

  constructor(request: WireRequest, limits: Limits, resolve: (outcome: Outcome) => void) {
    this.#request = request;
    this.#limits = limits;
    this.#resolve = resolve;
    this.#reader = new AnswerReader(request.method, limits);
    this.#deadline = new Deadline(limits, (wait) => this.#fail(timeoutFault(wait, request.origin, limits)));
  }

  start(route: Route): void {
    this.#deadline.start('connection');
    connectionFor(this.#request, route, this.#limits).then(
      (connection) => this.#use(connection),
      (error: unknown) => this.#broken(error),
    );
  }

  #use({ socket, connected, request }: Connection): void {
    if (this.#settled) {
      socket.destroy();
      return;
    }
    this.#socket = socket
      .once(connected, () => void this.#write(socket, request))
      .on('data', (chunk: Buffer) => this.#read(chunk))
      .on('end', () => this.#ended())
      .on('error', (error) => this.#broken(error))
      .on('close', () => this.#ended());
  }

  async #write(socket: Socket, request: WireRequest): Promise<void> {
    this.#phase = 'headers';
    this.#deadline.start('request');
    const bytes = requestBytes(request);
    const late = request.framing === 'late-end' ? bytes.subarray(-lateBytes) : bytes.subarray(bytes.length);
    for (const chunk of chunksOf(bytes.subarray(0, bytes.length - late.length)))
      if (!(await this.#wrote(socket, chunk))) return;
    if (late.length > 0) {
      await pause(lateMs);
      if (!(await this.#wrote(socket, late))) return;
    }
    this.#deadline.start('answer');
    if (request.framing === 'cut-short') socket.end();
  }

  /** `false` once the answer has begun: the rest of the request is pointless. */
  async #wrote(socket: Socket, chunk: Uint8Array): Promise<boolean> {
    await new Promise((resolve) => socket.write(chunk, resolve));
    if (this.#settled || this.#reader.hasHead) return false;
    this.#deadline.move(chunk.byteLength);
    return true;
  }

  #read(chunk: Buffer): void {
    if (this.#settled) return;
    const before = this.#reader.bodyBytes;
    const fault = this.#reader.read(chunk);
    if (fault !== null) return this.#fail(this.#described(fault));
    if (this.#reader.isWhole) return this.#succeed();
    // Only its bytes: extensions of chunks and trailers have no limit, and could go on forever.
    if (this.#phase === 'body') return this.#deadline.move(this.#reader.bodyBytes - before);
    if (!this.#reader.hasHead) return;
    this.#phase = 'body';
    this.#deadline.start('body');
  }

  #ended(): void {
    if (this.#settled) return;
    if (this.#reader.isWholeAtEnd) this.#succeed();
    else this.#fail(closedFault(this.#phase, this.#request.origin));
  }

  #broken(error: unknown): void {
    this.#fail(faultFrom(error, this.#phase, this.#request.origin));
  }

  #described(fault: ReadingFault): WireFault {
    const { origin } = this.#request;
    const phase = this.#reader.hasHead ? 'body' : 'headers';
    return fault.kind === 'too-large'
      ? tooLargeFault(phase, origin, this.#limits)
      : malformedFault(phase, origin, fault.reason);
  }

  #succeed(): void {
    const answer = this.#reader.answer;
    if (answer !== null) this.#settle({ answer });
  }

  #fail(fault: WireFault): void {
    this.#settle({ fault, partial: this.#reader.answer });
  }

  #settle(outcome: Outcome): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#deadline.stop();
    this.#socket?.destroy();
    this.#resolve(outcome);
  }
}

/** A connecting socket, and the request to write to it. */
interface Connection {
  readonly socket: Socket;
  readonly connected: 'connect' | 'secureConnect';
  readonly request: WireRequest;
}

async function connectionFor(request: WireRequest, route: Route, { connectMs }: Limits): Promise<Connection> {
  const { origin } = request;
  if (origin.startsWith('https:')) {
    const tunnel = route.proxy === null ? null : await openTunnel(route.proxy, origin, connectMs);
    return { socket: connectSecurely(origin, request, route, tunnel), connected: 'secureConnect', request };
  }
  if (route.proxy === null) return { socket: connectTcp(addressOf(origin)), connected: 'connect', request };
  const forwarded = forwardedBy(route.proxy, request);
  return route.proxy.origin.startsWith('https:')
    ? {
        socket: connectSecurely(route.proxy.origin, forwarded, route, null),
        connected: 'secureConnect',
        request: forwarded,
      }
    : { socket: connectTcp(addressOf(route.proxy.origin)), connected: 'connect', request: forwarded };
}

function connectSecurely(origin: string, { headers }: WireRequest, route: Route, tunnel: Socket | null): Socket {
  const address = addressOf(origin);
  return connectTls({
    ...(tunnel === null ? address : { socket: tunnel }),
    servername: serverName(origin, headerValue(headers, 'Host') ?? ''),
    ALPNProtocols: ['http/1.1'],
    ...tlsOptions(route),
  });
}

function addressOf(origin: string): { readonly host: string; readonly port: number } {
  const { protocol, hostname, port } = new URL(origin);
  return { host: withoutBrackets(hostname), port: Number(port || (protocol === 'https:' ? 443 : 80)) };
}
