import { Refusal, invalidArgument } from '../errors/refusal.ts';
import { queryValue } from '../http/store-request.ts';
import type { QueryParameter } from '../http/store-request.ts';
import type { V1UrlClaim, V4UrlClaim } from './claim.ts';
import { normaliseAdditionalHeaders, readCredential } from './credential.ts';

type Query = readonly QueryParameter[];

export function claimsV1Url(query: Query): boolean {
  return ['OSSAccessKeyId', 'Signature'].some((name) => queryValue(query, name) !== undefined);
}

export function claimsV4Url(query: Query): boolean {
  return ['x-oss-signature-version', 'x-oss-credential', 'x-oss-signature'].some(
    (name) => queryValue(query, name) !== undefined,
  );
}

/** AUTH-13, AUTH-14. */
export function readV1Url(query: Query): V1UrlClaim | Refusal {
  const accessKeyId = queryValue(query, 'OSSAccessKeyId');
  const expires = queryValue(query, 'Expires');
  const signature = queryValue(query, 'Signature');
  if (!accessKeyId || !expires || !signature)
    return new Refusal({
      status: 403,
      code: 'AccessDenied',
      message: 'Query string authentication requires the Signature, Expires and OSSAccessKeyId parameters.',
    });
  const securityToken = queryValue(query, 'security-token') ?? null;
  return { version: 'v1', placement: 'url', accessKeyId, expires, signature, securityToken };
}

/** AUTH-31. No source gives the status and code for a malformed V4 URL; this store answers as for the header. */
export function readV4Url(query: Query): V4UrlClaim | Refusal {
  const version = queryValue(query, 'x-oss-signature-version');
  if (version !== 'OSS4-HMAC-SHA256')
    return invalidArgument('The signature version is not supported.', {
      name: 'x-oss-signature-version',
      value: version ?? '',
    });
  const missing = ['x-oss-credential', 'x-oss-date', 'x-oss-expires', 'x-oss-signature'].find(
    (name) => !queryValue(query, name),
  );
  if (missing !== undefined)
    return invalidArgument(`Query string authentication requires the ${missing} parameter.`, {
      name: missing,
      ...(missing === 'x-oss-signature' ? { ec: '0002-00000219' } : {}),
    });
  const text = (name: string): string => queryValue(query, name) ?? '';
  const credential = readCredential(text('x-oss-credential'));
  if (credential === null)
    return invalidArgument('The credential is malformed.', { name: 'x-oss-credential', ec: '0002-00000222' });
  return {
    version: 'v4',
    placement: 'url',
    ...credential,
    additionalHeaders: normaliseAdditionalHeaders(queryValue(query, 'x-oss-additional-headers')),
    date: text('x-oss-date'),
    expires: text('x-oss-expires'),
    signature: text('x-oss-signature'),
    securityToken: queryValue(query, 'x-oss-security-token') ?? null,
  };
}
