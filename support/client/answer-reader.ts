import type { Answer } from './exchange.ts';
import type { Limits } from './limits.ts';
import { headerValue, trimWhitespace, type HeaderPair } from './request.ts';

export type ReadingFault = { readonly kind: 'malformed'; readonly reason: string } | { readonly kind: 'too-large' };

type Head = Pick<Answer, 'status' | 'headers'>;

/** What is read next. `remaining` counts the bytes of the body, or of the chunk, that are still to come. */
type State =
  | { readonly at: 'head' | 'chunk-size' | 'chunk-end' | 'trailers' | 'until-close' | 'whole' }
  | { readonly at: 'fixed' | 'chunk-data'; remaining: number };

/**
 * Reads one HTTP/1.1 answer strictly: lines end in CRLF, one framing only, no guessing (RFC 9112). Interim 1xx answers
 * are skipped. Bytes after a body of a stated length are a fault: on a connection that stays open, the next reader
 * would take them for an answer.
 */
export class AnswerReader {
  readonly #method: string;
  readonly #limits: Limits;
  readonly #body: Buffer[] = [];
  #bodyBytes = 0;
  #lineBytes = 0;
  #pending: Buffer = Buffer.alloc(0);
  #head: Head | null = null;
  #state: State = { at: 'head' };

  constructor(method: string, limits: Limits) {
    this.#method = method;
    this.#limits = limits;
  }

  get hasHead(): boolean {
    return this.#head !== null;
  }

  /** How much of the body was read, without its framing. */
  get bodyBytes(): number {
    return this.#bodyBytes;
  }

  get isWhole(): boolean {
    return this.#state.at === 'whole';
  }

  /** Whether the answer is whole if the stream ends here. */
  get isWholeAtEnd(): boolean {
    return this.#state.at === 'whole' || this.#state.at === 'until-close';
  }

  /** What was read so far; `null` before the head is complete. */
  get answer(): Answer | null {
    return this.#head === null ? null : { ...this.#head, body: Buffer.concat(this.#body) };
  }

  /** Reads bytes from the socket. After a fault, or once the answer is complete, nothing more may be read. */
  read(chunk: Buffer): ReadingFault | null {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    try {
      while (this.#advance());
      return null;
    } catch (error) {
      if (error instanceof Unreadable) return error.fault;
      throw error;
    }
  }

  /** One step; false when more bytes are needed or none are. */
  #advance(): boolean {
    const state = this.#state;
    if (state.at === 'head') return this.#readHead();
    if (state.at === 'fixed') return this.#readBytes(state, { at: 'whole' });
    if (state.at === 'chunk-size') return this.#readChunkSize();
    if (state.at === 'chunk-data') return this.#readBytes(state, { at: 'chunk-end' });
    if (state.at === 'chunk-end') return this.#readChunkEnd();
    if (state.at === 'trailers') return this.#readTrailer();
    if (state.at === 'until-close') this.#take(this.#pending.length);
    return false;
  }

  #readHead(): boolean {
    const start = this.#pending.toString('latin1', 0, httpVersion.length);
    if (!httpVersion.startsWith(start)) throw malformed('it does not begin with HTTP/1');
    const end = this.#pending.indexOf('\r\n\r\n');
    this.#boundHead(end === -1 ? this.#pending.length : end + 4);
    if (end === -1) return false;
    const [statusLine = '', ...lines] = this.#pending.toString('latin1', 0, end).split('\r\n');
    this.#lineBytes += end + 4;
    this.#pending = this.#pending.subarray(end + 4);
    const status = parseStatus(statusLine);
    const headers = lines.map(parseHeaderLine);
    if (status === 101) throw malformed('it switches protocols, which was not asked for');
    if (status < 200) return true;
    this.#state = framingOf(this.#method, status, headers);
    this.#head = { status, headers };
    return true;
  }

  #readBytes(state: { remaining: number }, next: State): boolean {
    state.remaining -= this.#take(state.remaining);
    if (state.remaining > 0) return false;
    if (next.at === 'whole' && this.#pending.length > 0) throw malformed('its body is longer than its Content-Length');
    this.#state = next;
    return true;
  }

  #readChunkSize(): boolean {
    const line = this.#takeLine();
    if (line === null) return false;
    const size = /^([0-9A-Fa-f]{1,12})(?:[ \t]*;.*)?$/.exec(line)?.[1];
    if (size === undefined) throw malformed('a chunk has no size');
    const remaining = Number.parseInt(size, 16);
    this.#state = remaining === 0 ? { at: 'trailers' } : { at: 'chunk-data', remaining };
    return true;
  }

  #readChunkEnd(): boolean {
    const line = this.#takeLine();
    if (line === null) return false;
    if (line !== '') throw malformed('a chunk is longer than its size');
    this.#state = { at: 'chunk-size' };
    return true;
  }

  #readTrailer(): boolean {
    const line = this.#takeLine();
    if (line === null) return false;
    if (line === '') this.#state = { at: 'whole' };
    else parseHeaderLine(line);
    return true;
  }

  /** Moves up to `wanted` pending bytes into the body; returns how many. */
  #take(wanted: number): number {
    const taken = this.#pending.subarray(0, wanted);
    const room = this.#limits.maxBodyBytes - this.#bodyBytes;
    this.#body.push(taken.subarray(0, room));
    if (taken.length > room) throw new Unreadable({ kind: 'too-large' });
    this.#bodyBytes += taken.length;
    this.#pending = this.#pending.subarray(taken.length);
    return taken.length;
  }

  #takeLine(): string | null {
    const end = this.#pending.indexOf('\r\n');
    // A pending line may end in half a CRLF: however the bytes arrive, the same lines are too long.
    const length = end === -1 ? this.#pending.length - 1 : end;
    if (length > maxLineBytes) throw malformed('a line of the chunked body has no end');
    if (end === -1) return null;
    const line = this.#pending.toString('latin1', 0, end);
    this.#pending = this.#pending.subarray(end + 2);
    return line;
  }

  /** Interim answers count too, so that they cannot go on forever. */
  #boundHead(bytes: number): void {
    if (this.#lineBytes + bytes > this.#limits.maxHeaderBytes) throw new Unreadable({ kind: 'too-large' });
  }
}

class Unreadable extends Error {
  readonly fault: ReadingFault;

  constructor(fault: ReadingFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

function malformed(reason: string): Unreadable {
  return new Unreadable({ kind: 'malformed', reason });
}

const httpVersion = 'HTTP/1.';
/** Without its CRLF. */
const maxLineBytes = 4096;

function parseStatus(line: string): number {
  const status = /^HTTP\/1\.[01] ([1-9]\d\d)(?: |$)/.exec(line)?.[1];
  if (status === undefined) throw malformed('its status line is not one');
  return Number(status);
}

function parseHeaderLine(line: string): HeaderPair {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0));
  if (!token.test(name)) throw malformed('a header line has no name');
  const value = trimWhitespace(line.slice(colon + 1));
  if (controlCharacter.test(value)) throw malformed(`the header ${name} holds a control character`);
  return [name, value];
}

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
// oxlint-disable-next-line no-control-regex -- RFC 9110 5.5: no control character but the tab
const controlCharacter = /[\x00-\x08\x0a-\x1f\x7f]/;

/** RFC 9112 6.3, without its leniencies. */
function framingOf(method: string, status: number, headers: readonly HeaderPair[]): State {
  if (method === 'HEAD' || status === 204 || status === 304) return { at: 'whole' };
  const encoding = headerValue(headers, 'Transfer-Encoding');
  const lengths = headers.filter(([name]) => name.toLowerCase() === 'content-length').map(([, value]) => value);
  if (encoding !== undefined) {
    if (lengths.length > 0) throw malformed('it has both Content-Length and Transfer-Encoding');
    if (encoding.toLowerCase() !== 'chunked') throw malformed('its Transfer-Encoding is not chunked');
    return { at: 'chunk-size' };
  }
  const [length] = lengths;
  if (length === undefined) return { at: 'until-close' };
  if (lengths.length > 1) throw malformed('it has several Content-Length headers');
  if (!/^\d{1,15}$/.test(length)) throw malformed('its Content-Length is not a number');
  return length === '0' ? { at: 'whole' } : { at: 'fixed', remaining: Number(length) };
}
