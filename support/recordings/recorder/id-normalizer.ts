import { createHash } from 'node:crypto';
import type { Answer } from '../../client/exchange.ts';
import type { WireRequest } from '../../client/request.ts';
import type { Replacement } from '../format/placeholder-credentials.ts';
import { documentIn } from './encoded-text.ts';
import { urlReadings } from './request-differences.ts';

/**
 * Placeholders for the ids that a store generates: of requests, uploads, keys, entity tags, accounts. An id is
 * recognised by its place in the answer. A placeholder has the length and the alphabet of its id, and the same id has
 * the same placeholder, because clauses test these.
 */
export class IdNormalizer {
  readonly #placeholders = new Map<string, string>();
  #count = 0;
  /** What the client has sent: an id in it is not the store's own. */
  readonly #sent: string[] = [];

  /** `answer` is that to the `live` request; `rerun` is the rerun's request at its position. */
  learn(live: WireRequest, answer: Answer | null, rerun: WireRequest): void {
    this.#remember(live);
    if (answer === null) return;
    const documents = documentsIn(answer);
    for (const digest of matchesIn(documents, canonicalDigest))
      if (!this.#placeholders.has(digest)) this.#placeholders.set(digest, digestPlaceholder(rerun));
    for (const id of idsIn(answer, documents))
      if (!this.#placeholders.has(id) && !this.#sent.some((text) => text.includes(id))) {
        this.#count += 1;
        this.#placeholders.set(id, placeholderFor(id, this.#count));
      }
  }

  get pairs(): Iterable<Replacement> {
    return this.#placeholders;
  }

  #remember({ path, headers, body }: WireRequest): void {
    // A signature is percent-encoded in a URL and plain in the answer; whether the two differ is chance.
    this.#sent.push(...readingsOf(path), headers.map(([, value]) => value).join('\n'));
    if (body === null || body.length === 0) return;
    // An entity tag that is the MD5 of what was sent is not generated (OBJ-25).
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
/** The string to sign of V4 ends with the digest of the canonical request, which the client may not have signed (AUTH-26). */
const canonicalDigest = /OSS4-HMAC-SHA256\n\S+\n\S+\n([\da-f]{64})/gu;

const longestForm = 64 * 1024;

/** Without the quotes around an ETag. Shorter texts are words that may occur anywhere. */
const id = /[\w.+/= -]{8,}/u;

function idsIn({ headers }: Answer, documents: readonly string[]): readonly string[] {
  const inHeaders = headers.filter(([name]) => headerNames.has(name.toLowerCase())).map(([, value]) => value);
  return [...inHeaders, ...matchesIn(documents, elements)].flatMap((value) => id.exec(value) ?? []);
}

/** The body, and the document in `x-oss-err`. */
function documentsIn({ headers, body }: Answer): readonly string[] {
  const quoted = headers
    .filter(([name]) => name.toLowerCase() === 'x-oss-err')
    .map(([, value]) => Buffer.from(value, 'base64').toString());
  return [documentIn(body) ?? '', ...quoted];
}

function matchesIn(documents: readonly string[], pattern: RegExp): readonly string[] {
  return documents.flatMap((document) => [...document.matchAll(pattern)].map(([, value = '']) => value));
}

/**
 * The digest covers the date of the request: two requests of the same second have one digest, and of different seconds
 * two. So its placeholder cannot depend on its position, as those of other ids do.
 */
function digestPlaceholder({ method, path, headers }: WireRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([method, path, headers]))
    .digest('hex');
}

function readingsOf(path: string): readonly string[] {
  const parts = path.split(/[/?&=]/u);
  return urlReadings.map((read) => parts.map(read).join('\n'));
}

function placeholderFor(own: string, ordinal: number): string {
  const { filler, replaced } = alphabetOf(own);
  const digits = String(ordinal).split('');
  let placeholder = '';
  for (const character of own.split('').toReversed())
    placeholder = (replaced.test(character) ? (digits.pop() ?? filler) : character) + placeholder;
  return placeholder;
}

/** The hyphens of a UUID are always at the same places; those of base64 are at any. */
function alphabetOf(own: string): { readonly filler: string; readonly replaced: RegExp } {
  if (/^[\dA-F.-]+$/u.test(own)) return { filler: '0', replaced: /[A-F\d]/u };
  if (/^[\da-f.-]+$/u.test(own)) return { filler: 'a', replaced: /[a-f\d]/u };
  return { filler: 'x', replaced: /[\w+/-]/u };
}
