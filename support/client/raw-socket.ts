import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { AnswerReader, type ReadingFault } from './answer-reader.ts';
import type { FaultPhase, WireFault } from './exchange.ts';
import { closedFault, faultFrom, malformedFault, timeoutFault, tooLargeFault } from './fault.ts';
import type { Limits } from './limits.ts';
import { headerValue, type WireRequest } from './request.ts';
import type { Outcome } from './wire.ts';

/**
 * Sends a request byte for byte as it stands, for what undici refuses to send (a body without Content-Length, a lying
 * or repeated one, `Expect`, TRACE, blanks in the target). One connection for one request; nothing is added.
 */
export function sendAsIs(request: WireRequest, limits: Limits): Promise<Outcome> {
  return new Promise((resolve) => new RawExchange(request, limits, resolve).start());
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

class RawExchange {
  readonly #request: WireRequest;
  readonly #limits: Limits;
  readonly #resolve: (outcome: Outcome) => void;
  readonly #reader: AnswerReader;
  readonly #socket: Socket;
  #phase: FaultPhase = 'connect';
  #deadline: NodeJS.Timeout | undefined;
  #settled = false;

  constructor(request: WireRequest, limits: Limits, resolve: (outcome: Outcome) => void) {
    this.#request = request;
    this.#limits = limits;
    this.#resolve = resolve;
    this.#reader = new AnswerReader(request.method, limits);
    this.#socket = open(request);
  }

  start(): void {
    const secure = this.#request.origin.startsWith('https:');
    this.#socket
      .once(secure ? 'secureConnect' : 'connect', () => this.#write())
      .on('data', (chunk: Buffer) => this.#read(chunk))
      .on('end', () => this.#ended())
      .on('error', (error) => this.#broken(error))
      .on('close', () => this.#ended());
    this.#enter('connect', this.#limits.connectMs);
  }

  #write(): void {
    this.#enter('headers', this.#limits.headersMs);
    const bytes = requestBytes(this.#request);
    if (this.#request.framing === 'cut-short') this.#socket.end(bytes);
    else this.#socket.write(bytes);
  }

  #read(chunk: Buffer): void {
    if (this.#settled) return;
    const fault = this.#reader.read(chunk);
    if (fault !== null) return this.#fail(this.#described(fault));
    if (this.#reader.isWhole) return this.#succeed();
    if (this.#phase === 'headers' && this.#reader.hasHead) this.#enter('body', this.#limits.bodyMs);
  }

  #ended(): void {
    if (this.#settled) return;
    if (this.#reader.isWholeAtEnd) this.#succeed();
    else this.#fail(closedFault(this.#phase, this.#request.origin));
  }

  #broken(error: Error): void {
    this.#fail(faultFrom(error, this.#phase, this.#request.origin));
  }

  #described(fault: ReadingFault): WireFault {
    const { origin } = this.#request;
    const phase = this.#reader.hasHead ? 'body' : 'headers';
    return fault.kind === 'too-large'
      ? tooLargeFault(phase, origin, this.#limits)
      : malformedFault(phase, origin, fault.reason);
  }

  #enter(phase: FaultPhase, deadlineMs: number): void {
    this.#phase = phase;
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#fail(timeoutFault(phase, this.#request.origin, this.#limits)), deadlineMs);
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
    clearTimeout(this.#deadline);
    this.#socket.destroy();
    this.#resolve(outcome);
  }
}

function open(request: WireRequest): Socket {
  const { protocol, hostname, port } = new URL(request.origin);
  const host = withoutBrackets(hostname);
  if (protocol === 'http:') return connectTcp({ host, port: Number(port || 80) });
  const named = withoutBrackets(URL.parse(`https://${headerValue(request.headers, 'Host') ?? ''}`)?.hostname ?? host);
  return connectTls({
    host,
    port: Number(port || 443),
    // A name, as undici takes it from Host; addresses are not allowed there (RFC 6066 3).
    servername: isIP(named) === 0 ? named : '',
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
  });
}

/** An IPv6 address stands in brackets in a URL, and without them in a socket address. */
function withoutBrackets(hostname: string): string {
  return hostname.replaceAll(/[[\]]/g, '');
}
