import { createHash } from 'node:crypto';
import type { Answer } from '../client/exchange.ts';
import type { WireRequest } from '../client/request.ts';
import { readableText } from './readable-text.ts';

/**
 * Stand-ins for the ids that a store makes up: of requests, uploads, keys, entity tags, accounts. They are known by the
 * place they stand in. A stand-in has the length and the alphabet of its id, for some clauses are about these; the same
 * id has the same stand-in, for others are about that.
 */
export class StoreIds {
  readonly #standIns = new Map<string, string>();
  /** What the client has sent, where an id would not be the store's own. */
  readonly #sent: string[] = [];

  /** `request` is what the answer answers. */
  learn(request: WireRequest, answer: Answer | null): void {
    this.#remember(request);
    for (const id of answer === null ? [] : idsIn(answer))
      if (!this.#standIns.has(id) && !this.#sent.some((text) => text.includes(id)))
        this.#standIns.set(id, standInFor(id, this.#standIns.size + 1));
  }

  get pairs(): Iterable<readonly [id: string, standIn: string]> {
    return this.#standIns;
  }

  #remember({ path, headers, body }: WireRequest): void {
    this.#sent.push(path, headers.map(([, value]) => value).join('\n'));
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

function idsIn({ headers, body }: Answer): readonly string[] {
  const text = readableText(body) ?? '';
  const quoted = headers
    .filter(([name]) => name.toLowerCase() === 'x-oss-err')
    .map(([, value]) => Buffer.from(value, 'base64').toString());
  const written = [
    ...headers.filter(([name]) => headerNames.has(name.toLowerCase())).map(([, value]) => value),
    ...[text, ...quoted].flatMap((document) =>
      [...document.matchAll(elements), ...document.matchAll(canonicalDigest)].map(([, value = '']) => value),
    ),
  ];
  return written.flatMap((value) => id.exec(value) ?? []);
}

function standInFor(own: string, ordinal: number): string {
  const filler = fillerFor(own);
  const digits = String(ordinal).split('');
  let standIn = '';
  for (const character of own.split('').toReversed())
    standIn = (/[A-Za-z\d]/u.test(character) ? (digits.pop() ?? filler) : character) + standIn;
  return standIn;
}

function fillerFor(own: string): string {
  if (/^[\dA-F.-]+$/u.test(own)) return '0';
  return /^[\da-f.-]+$/u.test(own) ? 'a' : 'x';
}
