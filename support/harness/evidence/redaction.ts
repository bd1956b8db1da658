import type { Credentials } from '../../client/credentials.ts';
import type { HeaderPair } from '../../client/request.ts';
import { SecretWritings } from './secret-writings.ts';
import { WritingIndex } from './writing-index.ts';
import { keyedPrincipals, type Target } from '../target/target.ts';

interface AccessKeyId {
  readonly id: string;
  readonly writings: SecretWritings;
}

/**
 * Masks secrets in everything that a run shows: known secrets and tokens, in any encoding, and signatures, tokens and
 * access key ids in the places where they occur. An access key id that is not encoded keeps its first four characters,
 * so that principals can be distinguished.
 */
export class Redactor {
  #secrets: readonly SecretWritings[];
  #accessKeyIds: readonly AccessKeyId[];
  #index: WritingIndex<SecretWritings | AccessKeyId> | null = null;
  /** What decodes a text needs every secret, however few of them are written in it. */
  #whole: Redactor = this;

  constructor(secrets: Iterable<string>, accessKeyIds: Iterable<string> = []) {
    this.#secrets = writingsOf(secrets);
    this.#accessKeyIds = longestFirst(accessKeyIds)
      .filter((id) => id.length >= shortestAccessKeyId)
      .map((id) => ({ id, writings: new SecretWritings(id) }));
  }

  /** For everything that a run against the target may contain. */
  static forTarget({ principals, sts }: Pick<Target, 'principals' | 'sts'>): Redactor {
    const all = [...keyedPrincipals.map((name) => principals[name]), sts?.valid, sts?.expired ?? undefined];
    const known = all.filter((keys): keys is Credentials => keys !== undefined);
    return new Redactor(
      known.flatMap(({ accessKeySecret, securityToken }) => [accessKeySecret, securityToken ?? '']),
      known.map(({ accessKeyId }) => accessKeyId),
    );
  }

  /** A redaction that masks more, e.g. the signature of the current exchange. */
  alsoMasking(secrets: Iterable<string>): Redactor {
    const extended = new Redactor([]);
    extended.#secrets = [...writingsOf(secrets), ...this.#secrets];
    extended.#accessKeyIds = this.#accessKeyIds;
    if (this.#whole !== this) extended.#whole = this.#whole;
    return extended;
  }

  /** One that masks the same in these texts and their parts, and looks only for what occurs there. */
  narrowedTo(texts: readonly string[]): Redactor {
    this.#index ??= this.#indexed();
    const occurring = this.#index.ownersIn(texts.join('\n'));
    const narrowed = new Redactor([]);
    narrowed.#secrets = this.#secrets.filter((secret) => occurring.has(secret));
    narrowed.#accessKeyIds = this.#accessKeyIds.filter((id) => occurring.has(id));
    narrowed.#whole = this;
    return narrowed;
  }

  text(text: string): string {
    // Text that is encoded as a whole is decoded first, because masks inside would make it undecodable.
    let shown = text.replaceAll(
      hexadecimalElement,
      (_, tag: string, content: string) => tag + this.#hexadecimal(content),
    );
    for (const secret of this.#secrets) shown = secret.maskIn(shown, mask);
    shown = maskPlaces(shown);
    for (const { id, writings } of this.#accessKeyIds)
      shown = writings.maskIn(
        shown.replaceAll(id, () => shortened(id)),
        mask,
      );
    return shown;
  }

  headers(headers: readonly HeaderPair[]): readonly HeaderPair[] {
    return headers.map(([name, value]) => [name, this.#headerValue(name.toLowerCase(), value)]);
  }

  /** A request target: its names are decoded, as the store reads them. */
  path(path: string): string {
    const [resource = '', ...query] = path.split(/(?=[?&])/);
    const shown = query.map((part) =>
      part.replace(
        /^(.)([^=]*)=(.*)$/s,
        (_, mark: string, name: string, value: string) => `${mark}${name}=${maskParameter(decoded(name), value)}`,
      ),
    );
    return this.text([resource, ...shown].join(''));
  }

  #headerValue(name: string, value: string): string {
    switch (name) {
      case 'authorization':
      case 'proxy-authorization':
        return this.text(maskAuthorization(value));
      case 'x-oss-security-token':
        return mask;
      case 'x-oss-err':
        return this.#base64(value);
      default:
        return this.text(value);
    }
  }

  /** What was decoded is no part of the texts that a redactor was narrowed to. */
  #decodedText(decoded: string): string {
    return this.#whole === this ? this.text(decoded) : this.#whole.text(this.text(decoded));
  }

  #indexed(): WritingIndex<SecretWritings | AccessKeyId> {
    const secrets = this.#secrets.flatMap((secret) => secret.all.map((writing) => [writing, secret] as const));
    const ids = this.#accessKeyIds.flatMap((id) =>
      [id.id, ...id.writings.all].map((writing) => [writing, id] as const),
    );
    return new WritingIndex<SecretWritings | AccessKeyId>([...secrets, ...ids]);
  }

  /** The error document of an answer to HEAD (ENV-08). */
  #base64(value: string): string {
    const document = Buffer.from(value, 'base64').toString();
    const shown = this.#decodedText(document);
    return shown === document ? this.text(value) : Buffer.from(shown).toString('base64');
  }

  /** The bytes of a string to sign, as `47 45 54` (AUTH-37). Latin1 preserves each byte. */
  #hexadecimal(content: string): string {
    const digits = content.replaceAll(/\s/g, '');
    if (!/^(?:[\dA-Fa-f]{2})*$/.test(digits)) return mask;
    const signed = Buffer.from(digits, 'hex').toString('latin1');
    const shown = this.#decodedText(signed);
    return shown === signed ? content : spaced(Buffer.from(shown, 'latin1').toString('hex'));
  }
}

function writingsOf(secrets: Iterable<string>): readonly SecretWritings[] {
  return longestFirst(secrets).map(writingsOfOne);
}

/** V4's signing key is a secret of every exchange of a day. Cleared when full, because each signature is another one. */
const latest = new Map<string, SecretWritings>();
const mostLatest = 64;

function writingsOfOne(secret: string): SecretWritings {
  const known = latest.get(secret);
  if (known !== undefined) return known;
  const writings = new SecretWritings(secret);
  if (latest.size >= mostLatest) latest.clear();
  latest.set(secret, writings);
  return writings;
}

/** One may contain another. */
function longestFirst(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].toSorted((a, b) => b.length - a.length);
}

const mask = '****';

/** Shorter ones are words that occur everywhere. */
const shortestAccessKeyId = 8;

const signatureNames = 'x-oss-signature|signature';
const tokenNames = 'x-oss-security-token|security-token|securitytoken|accesskeysecret';
const idNames = 'ossaccesskeyid|accesskeyid|x-oss-credential|credential';

const hexadecimalElement = /(<(?:\w+:)?(?:StringToSign|CanonicalRequest)Bytes[^<>]*>)([^<]*)/g;
/** `name=value` of a query, `name:value` of a header, `"name":"value"` of JSON. */
const assignment = (names: string): RegExp =>
  new RegExp(`((?<![\\w-])(?:${names})["']?\\s*(?:[:=]|%3d)\\s*["']?)([^\\s"'&<>,;]+)`, 'gi');
/** `<Name>value`, also in CDATA. */
const element = (names: string): RegExp =>
  new RegExp(`(<(?:\\w+:)?(?:${names})(?:\\s[^<>]*)?>(?:<!\\[CDATA\\[)?\\s*)([^<\\]]+)`, 'gi');
/** A field of a form upload. */
const formField = (names: string): RegExp =>
  new RegExp(`(;\\s*name="?(?:${names})"?[^\\r\\n]*\\r?\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n)([^\\r\\n]+)`, 'gi');

const hiddenNames = `${signatureNames}|${tokenNames}`;
const hiddenPlaces = [assignment(hiddenNames), element(`${hiddenNames}|signatureprovided`), formField(hiddenNames)];
const idPlaces = [assignment(idNames), element(idNames), formField(idNames)];
/** A quoted V1 header: 28 characters of base64, perhaps percent-encoded. */
const quotedAuthorization = /(?<![\w-])(OSS )([^\s:<>"'&]+):[\w+/=%-]{20,}/g;

/** A part of every name above. Most texts have none, and one search says so sooner than one for each place. */
const anyName = /OSS |signature|token|accesskey|credential/i;

function maskPlaces(text: string): string {
  if (!anyName.test(text)) return text;
  let shown = text.replaceAll(
    quotedAuthorization,
    (_, scheme: string, id: string) => `${scheme}${shortened(id)}:${mask}`,
  );
  for (const place of hiddenPlaces) shown = shown.replaceAll(place, `$1${mask}`);
  for (const place of idPlaces)
    shown = shown.replaceAll(place, (_, before: string, id: string) => before + shortened(id));
  return shown;
}

const hiddenParameter = new RegExp(`^(?:${hiddenNames})$`, 'i');
const idParameter = new RegExp(`^(?:${idNames})$`, 'i');

function maskParameter(name: string, value: string): string {
  if (hiddenParameter.test(name)) return mask;
  return idParameter.test(name) ? shortened(value) : value;
}

/** Keeps the scheme and, of V4, the scope and the additional headers (AUTH-01, AUTH-12, AUTH-18). */
function maskAuthorization(value: string): string {
  const [, scheme = '', space = '', rest = ''] = /^\s*(\S+)(\s+)(.*)$/s.exec(value) ?? [];
  switch (scheme.toUpperCase()) {
    case 'OSS': {
      const colon = rest.indexOf(':');
      return `${scheme}${space}${colon === -1 ? shortened(rest) : `${shortened(rest.slice(0, colon))}:${mask}`}`;
    }
    case 'OSS2':
    case 'OSS4-HMAC-SHA256':
      return `${scheme}${space}${rest.split(',').map(maskAuthorizationPart).join(',')}`;
    default:
      return `${scheme}${space}${mask}`;
  }
}

function maskAuthorizationPart(part: string): string {
  const [, before = '', name = '', sign = '', value = ''] = /^(\s*)(\w+)(\s*[=:]\s*)(.*)$/s.exec(part) ?? [];
  switch (name.toLowerCase()) {
    case 'additionalheaders':
      return part;
    case 'credential':
    case 'accesskeyid':
      return `${before}${name}${sign}${shortened(value)}`;
    default:
      return `${before}${name}${sign}${mask}`;
  }
}

/** An access key id, with the scope behind it in a credential. Masked text stays unchanged. */
function shortened(credential: string): string {
  const [, id = '', scope = ''] = /^(.*?)((?:\/|%2F).*)?$/is.exec(credential) ?? [];
  return id.endsWith(mask) ? credential : `${id.slice(0, 4)}${mask}${scope}`;
}

function spaced(hexadecimal: string): string {
  return hexadecimal.toUpperCase().replaceAll(/(..)(?!$)/g, '$1 ');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
