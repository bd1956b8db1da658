import { Readable, pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Answer, StreamedBody } from '../../http/answer.ts';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';

/** GetObject's page lists the types, and 1 KB as the smallest size. */
const compressibleTypes = new Set([
  'application/javascript',
  'application/json',
  'application/rss+xml',
  'application/x-javascript',
  'text/cache-manifest',
  'text/css',
  'text/json',
  'text/plain',
  'text/xml',
]);
const leastBytes = 1024;

/** These describe the uncompressed body. */
const lostHeaders = new Set(['content-length', 'content-md5', 'etag']);

/** The answer to GetObject, compressed where the caller takes gzip and OSS would compress (GET-28). */
export function compressedFor(requested: readonly HeaderPair[], answer: Answer): Answer {
  const { status, headers, body } = answer;
  if (status !== 200 || body === null || body instanceof Uint8Array) return answer;
  if (!acceptsGzip(requested) || !isCompressible(headers)) return answer;
  const kept = headers.filter(([name]) => !lostHeaders.has(name.toLowerCase()));
  return { ...answer, headers: [...kept, ['Content-Encoding', 'gzip']], body: gzipped(body) };
}

function acceptsGzip(headers: readonly HeaderPair[]): boolean {
  const codings = headerValue(headers, 'accept-encoding')?.toLowerCase().split(',') ?? [];
  return codings.some((coding) => /^\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/u.test(coding));
}

function isCompressible(headers: readonly HeaderPair[]): boolean {
  const type = headerValue(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const isEncoded = headerValue(headers, 'content-encoding') !== undefined;
  return !isEncoded && compressibleTypes.has(type) && Number(headerValue(headers, 'content-length')) >= leastBytes;
}

function gzipped(body: StreamedBody): StreamedBody {
  const chunks = compressed(body);
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => chunks.next(),
      // A generator that has not started does not run its `finally`, so close the body here.
      async return() {
        await chunks.return();
        await body[Symbol.asyncIterator]().return?.();
        return { done: true, value: undefined };
      },
    }),
  };
}

async function* compressed(body: StreamedBody): AsyncGenerator<Uint8Array, void, undefined> {
  // A fault while the object is read destroys the compressor, which then throws it here.
  yield* pipeline(Readable.from(body), createGzip(), () => {});
}
