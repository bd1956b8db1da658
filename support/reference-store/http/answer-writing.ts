import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from './answer.ts';
import type { HeaderPair } from './store-request.ts';

/** A body that is still arriving and shorter than this is swallowed, so that the connection can go on. */
const smallBody = 64 * 1024;

interface Channel {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly lingerMilliseconds: number;
}

/** Never rejects: a caller who went away is nobody's fault. */
export async function writeAnswer(answer: Answer, channel: Channel): Promise<void> {
  const { message, response } = channel;
  const { delivery = 'whole' } = answer;
  if (delivery === 'silence') return;
  if (delivery === 'drop' || response.destroyed) {
    message.socket.destroy();
    return;
  }
  const closes = mustClose(message);
  writeHead(response, answer, closes);
  try {
    await writeBody(answer, channel);
    if (closes) await swallowRest(channel);
    response.end();
  } catch {
    message.socket.destroy();
  }
}

/** More is to come than is worth reading, or the connection can carry no further request. */
function mustClose(message: IncomingMessage): boolean {
  if (message.complete) return false;
  const announced = Number(message.headers['content-length'] ?? Number.POSITIVE_INFINITY);
  return announced > smallBody;
}

function writeHead(response: ServerResponse, answer: Answer, closes: boolean): void {
  response.sendDate = false;
  const headers = framedHeaders(answer, closes);
  response.writeHead(answer.status, STATUS_CODES[answer.status] ?? '', headers.flat());
}

function framedHeaders(answer: Answer, closes: boolean): HeaderPair[] {
  const headers = [...answer.headers];
  const has = (name: string): boolean => headers.some(([present]) => present.toLowerCase() === name);
  const length = answer.body === null ? 0 : answer.body instanceof Uint8Array ? answer.body.length : null;
  // RFC 9110, 8.6: a 204 has no Content-Length; the service is shown to send 0 (DBE-02), and both must be tolerated.
  const needsLength = length !== null && answer.status !== 204 && answer.status !== 304;
  if (needsLength && !has('content-length') && !has('transfer-encoding'))
    headers.push(['Content-Length', String(length)]);
  if (!has('connection')) headers.push(['Connection', closes ? 'close' : 'keep-alive']);
  return headers;
}

async function writeBody({ body, delivery = 'whole' }: Answer, { message, response }: Channel): Promise<void> {
  if (body !== null && message.method !== 'HEAD') {
    if (!(body instanceof Uint8Array)) {
      await pipeline(Readable.from(body), response, { end: false });
      return;
    }
    const bytes = typeof delivery === 'object' ? body.subarray(0, delivery.cutAfter) : body;
    response.write(bytes);
  }
  response.flushHeaders();
  if (typeof delivery === 'object') message.socket.destroySoon();
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
