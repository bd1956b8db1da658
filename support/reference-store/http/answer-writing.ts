import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, StreamedBody } from './answer.ts';
import type { RequestBody } from './request-body.ts';
import type { HeaderPair } from './store-request.ts';

/** An incoming body with at most this length is read to its end, so that the connection can be reused. */
const smallBody = 64 * 1024;

interface Channel {
  readonly message: IncomingMessage;
  readonly body: RequestBody;
  readonly response: ServerResponse;
  readonly lingerMilliseconds: number;
}

/** Never rejects: a caller may go away at any time. */
export async function writeAnswer(answer: Answer, channel: Channel): Promise<void> {
  const { message, body, response } = channel;
  const { delivery = 'whole' } = answer;
  if (delivery === 'silence' || delivery === 'drop' || response.destroyed) {
    if (delivery !== 'silence') message.socket.destroy();
    await letGo(answer);
    return;
  }
  try {
    const abandons = isNotWorthReading(body);
    writeHead(response, answer, abandons || !response.shouldKeepAlive);
    const bytes = bytesInMemory(answer.body);
    if (!abandons && delivery === 'whole' && bytes !== undefined) {
      // Head and body in one write.
      response.end(message.method === 'HEAD' ? null : bytes);
      return;
    }
    // Sends the whole answer now, although `end` may come later.
    if (abandons) response.flushHeaders();
    // flushHeaders would encode bytes, e.g. of user metadata, as UTF-8. A refusal has no such bytes.
    else response.write(new Uint8Array());
    await writeBody(answer, channel);
    if (abandons) await swallowRest(channel);
    response.end();
  } catch {
    message.socket.destroy();
    await letGo(answer);
  }
}

/** `undefined` if they have yet to be read; `null` for no body. */
function bytesInMemory(body: Answer['body']): Uint8Array | null | undefined {
  return isInMemory(body) ? body : (body.whole ?? undefined);
}

function isInMemory(body: Answer['body']): body is Uint8Array | null {
  return body === null || body instanceof Uint8Array;
}

/** Closes the files behind an unread streamed body. */
async function letGo({ body }: Answer): Promise<void> {
  if (isInMemory(body)) return;
  await body[Symbol.asyncIterator]().return?.();
}

/** Whether the rest of the body is too long to read, or may never arrive. */
function isNotWorthReading(body: RequestBody): boolean {
  return body.isArriving && (body.announcedLength === null || body.announcedLength > smallBody || body.isHeldBack);
}

function writeHead(response: ServerResponse, answer: Answer, closes: boolean): void {
  // The date comes from the store's clock.
  response.sendDate = false;
  response.writeHead(answer.status, STATUS_CODES[answer.status] ?? '', framedHeaders(answer, closes).flat());
}

function framedHeaders(answer: Answer, closes: boolean): readonly HeaderPair[] {
  const headers = [...answer.headers];
  const has = (name: string): boolean => headers.some(([present]) => present.toLowerCase() === name);
  const length = knownLength(answer);
  if (length !== null && !has('content-length') && !has('transfer-encoding'))
    headers.push(['Content-Length', String(length)]);
  if (!has('connection')) headers.push(['Connection', closes ? 'close' : 'keep-alive']);
  return headers;
}

/** `null` if the answer has no Content-Length. */
function knownLength({ status, body }: Answer): number | null {
  // RFC 9110, 8.6 forbids it on a 204. The service sends 0 (DBE-02), which clients tolerate but do not need.
  if (status === 204 || status === 304) return null;
  if (body === null) return 0;
  return body instanceof Uint8Array ? body.length : null;
}

async function writeBody(answer: Answer, { message, response }: Channel): Promise<void> {
  const { body, delivery = 'whole' } = answer;
  const limit = typeof delivery === 'object' ? delivery.cutAfter : Number.POSITIVE_INFINITY;
  if (message.method === 'HEAD') await letGo(answer);
  else if (body instanceof Uint8Array) response.write(body.subarray(0, limit));
  else if (body !== null) await writeStream(body, limit, response);
  if (typeof delivery === 'object') message.socket.destroySoon();
}

async function writeStream(body: StreamedBody, limit: number, response: ServerResponse): Promise<void> {
  let left = limit;
  for await (const chunk of body) {
    const wanted = chunk.subarray(0, left);
    left -= chunk.length;
    await written(wanted, response);
    body.release?.(chunk);
    if (left <= 0) return;
  }
}

/** Resolves when the system has accepted the chunk. @throws if the caller has disconnected */
async function written(chunk: Uint8Array, response: ServerResponse): Promise<void> {
  const taken = Promise.withResolvers<void>();
  const onClose = (): void => taken.reject(new Error('the connection was closed'));
  response.once('close', onClose);
  response.write(chunk, (error) => (error ? taken.reject(error) : taken.resolve()));
  await taken.promise.finally(() => response.off('close', onClose));
}

/** Reads on for a while: closing at once would reset the connection, and the answer would be lost with it. */
async function swallowRest({ message, lingerMilliseconds }: Channel): Promise<void> {
  const ended = Promise.withResolvers<void>();
  const timer = setTimeout(ended.resolve, lingerMilliseconds);
  message.once('end', ended.resolve).once('error', ended.resolve).once('close', ended.resolve);
  message.resume();
  await ended.promise;
  clearTimeout(timer);
}

/** An answer as bytes, for a connection whose request could not be read. */
export function formatAnswer(answer: Answer): Uint8Array {
  const head = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}`,
    ...framedHeaders(answer, true).map(([name, value]) => `${name}: ${value}`),
  ];
  const body = answer.body instanceof Uint8Array ? answer.body : new Uint8Array();
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}
