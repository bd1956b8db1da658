import { createHash, createHmac } from 'node:crypto';
import { basicIsoDate } from '../http/http-date.ts';
import type { HeaderPair } from '../http/store-request.ts';

/** The differences from a correct signature. */
export interface SigningChanges {
  readonly accessKeyId?: string;
  readonly accessKeySecret?: string;
  readonly securityToken?: string;
  readonly at?: Date;
  /** The day of the scope. */
  readonly day?: string;
  readonly region?: string;
  readonly product?: string;
  readonly terminator?: string;
  readonly additionalHeaders?: readonly string[];
  readonly canonicalUri?: string;
  readonly canonicalQuery?: string;
  /** `null` leaves x-oss-content-sha256 out. */
  readonly payload?: string | null;
  /** The header with the time, instead of x-oss-date; `null` for none. */
  readonly dateHeader?: HeaderPair | null;
  readonly separator?: string;
  /** Validity of a signed URL in seconds. */
  readonly expires?: string;
  /** Parameters to leave out of a signed URL. */
  readonly without?: readonly string[];
}

/** Signs requests for `/bkt?encryption` on 127.0.0.1 by V4, with one mistake where a test needs it. */
export class TestSigner {
  readonly #credentials: { readonly accessKeyId: string; readonly accessKeySecret: string };
  readonly #now: Date;

  constructor(credentials: { accessKeyId: string; accessKeySecret: string }, now: Date) {
    this.#credentials = credentials;
    this.#now = now;
  }

  v4Headers(method: string, target: string, changes: SigningChanges = {}): readonly HeaderPair[] {
    const { additionalHeaders = [], payload = 'UNSIGNED-PAYLOAD', separator = ',' } = changes;
    const { dateHeader = ['x-oss-date', basicIsoDate(changes.at ?? this.#now)] } = changes;
    const headers: HeaderPair[] = [['host', '127.0.0.1']];
    if (dateHeader) headers.push(dateHeader);
    if (payload !== null) headers.push(['x-oss-content-sha256', payload]);
    if (changes.securityToken !== undefined) headers.push(['x-oss-security-token', changes.securityToken]);
    const signed = headers.filter(([name]) => name.startsWith('x-oss-') || additionalHeaders.includes(name));
    const canonicalRequest = [
      method,
      changes.canonicalUri ?? `${target.split('?')[0]}/`,
      changes.canonicalQuery ?? target.split('?')[1] ?? '',
      ...signed.map(([name, value]) => `${name}:${value}`).toSorted(),
      '',
      additionalHeaders.join(';'),
      payload,
    ].join('\n');
    const { credential, signature } = this.#sign(dateHeader?.[1] ?? '', canonicalRequest, changes);
    const parts = [
      `Credential=${credential}`,
      ...(additionalHeaders.length > 0 ? [`AdditionalHeaders=${additionalHeaders.join(';')}`] : []),
      `Signature=${signature}`,
    ];
    return [...headers, ['Authorization', `OSS4-HMAC-SHA256 ${parts.join(separator)}`]];
  }

  v4Url(method: string, path: string, changes: SigningChanges = {}): string {
    const { expires = '600', without = [] } = changes;
    const at = basicIsoDate(changes.at ?? this.#now);
    const parameters: Record<string, string> = {
      'x-oss-signature-version': 'OSS4-HMAC-SHA256',
      'x-oss-credential': this.#credential(changes),
      'x-oss-date': at,
      'x-oss-expires': expires,
      ...(changes.securityToken === undefined ? {} : { 'x-oss-security-token': changes.securityToken }),
    };
    const query = [
      'encryption',
      ...Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`),
    ];
    const canonicalRequest = `${method}\n${path}/\n${query.toSorted().join('&')}\n\n\nUNSIGNED-PAYLOAD`;
    const { signature } = this.#sign(at, canonicalRequest, changes);
    const sent = [...query, `x-oss-signature=${signature}`].filter(
      (parameter) => !without.some((name) => parameter.startsWith(`${name}=`)),
    );
    return `${path}?${sent.join('&')}`;
  }

  #credential(changes: SigningChanges): string {
    const { accessKeyId = this.#credentials.accessKeyId } = changes;
    return [accessKeyId, ...this.#scope(changes)].join('/');
  }

  #scope(changes: SigningChanges): readonly string[] {
    const { region = 'cn-hangzhou', product = 'oss', terminator = 'aliyun_v4_request' } = changes;
    return [changes.day ?? basicIsoDate(changes.at ?? this.#now).slice(0, 8), region, product, terminator];
  }

  #sign(time: string, canonicalRequest: string, changes: SigningChanges): { credential: string; signature: string } {
    const { accessKeySecret = this.#credentials.accessKeySecret } = changes;
    const scope = this.#scope(changes);
    const hash = createHash('sha256').update(canonicalRequest).digest('hex');
    const stringToSign = ['OSS4-HMAC-SHA256', time, scope.join('/'), hash].join('\n');
    let key = Buffer.from(`aliyun_v4${accessKeySecret}`);
    for (const part of scope) key = createHmac('sha256', key).update(part).digest();
    const signature = createHmac('sha256', key).update(stringToSign).digest('hex');
    return { credential: this.#credential(changes), signature };
  }
}
