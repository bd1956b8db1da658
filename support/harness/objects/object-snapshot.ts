import type { Answer } from '../../client/exchange.ts';
import { headerValue } from '../../client/request.ts';

/** What GetObject says about an object at one point in time. */
export interface ObjectSnapshot {
  readonly content: Uint8Array;
  /** Lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
}

/** Headers that describe the answer, not the object. */
const aboutTheAnswer: ReadonlySet<string> = new Set(['x-oss-request-id', 'x-oss-server-time', 'x-oss-ec']);

const aboutTheObject: ReadonlySet<string> = new Set([
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-md5',
  'content-type',
  'etag',
  'expires',
  'last-modified',
]);

/** Reads an answer to GetObject. */
export function snapshotOf({ headers, body }: Answer): ObjectSnapshot {
  const kept = headers
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .filter(([name]) => aboutTheObject.has(name) || (name.startsWith('x-oss-') && !aboutTheAnswer.has(name)));
  return { content: body, headers: new Map(kept) };
}

/** How an object differs from its earlier state, in words; `null` if it does not. */
export function changeSince(before: ObjectSnapshot, { headers, body }: Answer): string | null {
  if (Buffer.compare(before.content, body) !== 0) return 'other bytes';
  const after = snapshotOf({ status: 200, headers, body });
  const names = new Set([...before.headers.keys(), ...after.headers.keys()]);
  for (const name of names)
    if (before.headers.get(name) !== after.headers.get(name))
      return after.headers.has(name) ? `another ${name}` : `no ${name} any more`;
  return null;
}

/** The ETag of a snapshot as the store sent it. */
export function headerOf(snapshot: ObjectSnapshot, name: string): string | undefined {
  return headerValue([...snapshot.headers], name);
}
