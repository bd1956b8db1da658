import { createHash } from 'node:crypto';
import type { Answer } from '../../client/exchange.ts';
import type { WireRequest } from '../../client/request.ts';
import { readableText } from './readable-text.ts';
import { urlReadings } from './url-readings.ts';

/**
 * Stand-ins for the ids that a store makes up: of requests, uploads, keys, entity tags, accounts. They are known by the
 * place they stand in. A stand-in has the length and the alphabet of its id, for some clauses are about these; the same
 * id has the same stand-in, for others are about that.
 */
export class StoreIds {
  readonly #standIns = new Map<string, string>();
  #count = 0;
  /** What the client has sent, where an id would not be the store's own. */
  readonly #sent: string[] = [];

  /** `live` is what the answer answers, `reenacted` the request in its place. */
  learn(live: WireRequest, answer: Answer | null, reenacted: WireRequest): void {
    this.#remember(live);
    if (answer === null) return;
    const told = documentsIn(answer);
    for (const digest of matchesIn(told, canonicalDigest))
      if (!this.#standIns.has(digest)) this.#standIns.set(digest, digestStandIn(reenacted));
    for (const id of idsIn(answer, told))
      if (!this.#standIns.has(id) && !this.#sent.some((text) => text.includes(id))) {
        this.#count += 1;
        this.#standIns.set(id, standInFor(id, this.#count));
      }
  }

  get pairs(): Iterable<readonly [id: string, mockStore: string]> {
    return this.#standIns;
  }

  #remember({ path, headers, body }: WireRequest): void {
    // A signature stands percent-encoded in a URL and as it is in the answer; whether that differs is chance.
    this.#sent.push(...readingsOf(path), headers.map(([, value]) => value).join('\n'));
    if (body === null || body.length === 0) return;
    // An entity tag that is the MD5 of what was sent is no invention (OBJ-25).
    const md5 = createHash('md5').update(body).digest('hex');
    this.#sent.push(md5, md5.toUpperCase());
    // A form has text around the bytes of its file.
    this.#sent.push(Buffer.from(body.subarray(0, longestForm)).toString('latin1'));
  }
}

const headerNames: ReadonlySet<string> = new Set([
  'etag',
  'x-oss-request-id',
  'x-oss-server-side-encryption-key-id',
  'x-oss-version-id',
]);

const elements =
  /<(?:\w+:)?(?:RequestId|UploadId|VersionId|KMSMasterKeyID|ETag|ID|DisplayName|AuthPrincipalOwnerId|AuthPrincipalDisplayName|EncodedDiagnosticMessage|SignatureProvided)>([^<]*)</gu;
/** The digest of a canonical request that the client did not sign stands last in V4's string to sign (AUTH-26). */
const canonicalDigest = /OSS4-HMAC-SHA256\n\S+\n\S+\n([\da-f]{64})/gu;

const longestForm = 64 * 1024;

/** Without the quotes around an entity tag. Shorter texts are words that may stand anywhere. */
const id = /[\w.+/= -]{8,}/u;

function idsIn({ headers }: Answer, documents: readonly string[]): readonly string[] {
  const inHeaders = headers.filter(([name]) => headerNames.has(name.toLowerCase())).map(([, value]) => value);
  return [...inHeaders, ...matchesIn(documents, elements)].flatMap((value) => id.exec(value) ?? []);
}

/** The body, and what stands in `x-oss-err`. */
function documentsIn({ headers, body }: Answer): readonly string[] {
  const quoted = headers
    .filter(([name]) => name.toLowerCase() === 'x-oss-err')
    .map(([, value]) => Buffer.from(value, 'base64').toString());
  return [readableText(body) ?? '', ...quoted];
}

function matchesIn(documents: readonly string[], pattern: RegExp): readonly string[] {
  return documents.flatMap((document) => [...document.matchAll(pattern)].map(([, value = '']) => value));
}

/**
 * The digest is over the date of the request among others: two requests of one second have one, and of two seconds
 * two. So it cannot be told by when it came, as other ids are.
 */
function digestStandIn({ method, path, headers }: WireRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([method, path, headers]))
    .digest('hex');
}

function readingsOf(path: string): readonly string[] {
  const parts = path.split(/[/?&=]/u);
  return urlReadings.map((read) => parts.map(read).join('\n'));
}

function standInFor(own: string, ordinal: number): string {
  const { filler, replaced } = alphabetOf(own);
  const digits = String(ordinal).split('');
  let mockStore = '';
  for (const character of own.split('').toReversed())
    mockStore = (replaced.test(character) ? (digits.pop() ?? filler) : character) + mockStore;
  return mockStore;
}

/** The hyphens of a UUID stand where they always do; what else base64 has between its letters is chance. */
function alphabetOf(own: string): { readonly filler: string; readonly replaced: RegExp } {
  if (/^[\dA-F.-]+$/u.test(own)) return { filler: '0', replaced: /[A-F\d]/u };
  if (/^[\da-f.-]+$/u.test(own)) return { filler: 'a', replaced: /[a-f\d]/u };
  return { filler: 'x', replaced: /[\w+/-]/u };
}
