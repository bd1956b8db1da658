import { gunzipSync } from 'node:zlib';
import type { Answer } from '../../client/exchange.ts';
import { headerValue } from '../../client/request.ts';
import { Nonconformance } from '../verdict/finding.ts';

/** No object that a scenario reads in gzip is larger; a small answer must not fill the memory. */
const mostBytes = 1024 * 1024;

/** The bytes behind the Content-Encoding of an answer (GET-28). Throws Nonconformance where it names other bytes. */
export function decompressed({ headers, body }: Answer): Uint8Array {
  const coding = headerValue(headers, 'Content-Encoding');
  if (coding === undefined) return body;
  if (coding.toLowerCase() !== 'gzip') throw new Nonconformance('gzip or no Content-Encoding', coding);
  try {
    return gunzipSync(body, { maxOutputLength: mostBytes });
  } catch {
    throw new Nonconformance('a body in gzip, as its Content-Encoding says', 'one that cannot be decompressed');
  }
}
