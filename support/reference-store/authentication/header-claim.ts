import { Refusal, invalidArgument } from '../errors/refusal.ts';
import type { V1HeaderClaim, V4HeaderClaim } from './claim.ts';
import { normaliseAdditionalHeaders, readCredential } from './credential.ts';

/** AUTH-01 and AUTH-18. Everything malformed is AUTH-11's 400 InvalidArgument; the messages are those of D:400. */
export function readAuthorization(
  value: string,
  securityToken: string | null,
): V1HeaderClaim | V4HeaderClaim | Refusal {
  if (value === '') return invalidArgument('Authorization header value is empty.');
  const space = value.indexOf(' ');
  const scheme = space < 0 ? value : value.slice(0, space);
  const rest = space < 0 ? '' : value.slice(space + 1);
  switch (scheme) {
    case 'OSS':
      return readV1(rest, securityToken);
    case 'OSS4-HMAC-SHA256':
      return readV4(rest, securityToken);
    default:
      // OSS2 (AUTH-12) and the S3 compatible schemes (AUTH-46) are not offered.
      return invalidArgument('Authorization header is invalid.');
  }
}

function readV1(text: string, securityToken: string | null): V1HeaderClaim | Refusal {
  const [accessKeyId, signature, ...more] = text.split(':');
  if (!accessKeyId || !signature)
    return invalidArgument('AccessKeyId or Signature is missing in Authorization header value.', {
      ec: '0002-00000065',
    });
  if (more.length > 0 || /\s/.test(text)) return invalidArgument('Authorization header is invalid.');
  return { version: 'v1', placement: 'header', accessKeyId, signature, securityToken };
}

function readV4(text: string, securityToken: string | null): V4HeaderClaim | Refusal {
  const pairs = readPairs(text);
  if (pairs instanceof Refusal) return pairs;
  const credentialText = pairs.get('Credential');
  const signature = pairs.get('Signature');
  if (!credentialText || !signature)
    return invalidArgument('AccessKeyId or Signature is missing in Authorization header value.', {
      ec: '0002-00000202',
    });
  const additional = pairs.get('AdditionalHeaders');
  if (additional === '')
    return invalidArgument('Authorization header is invalid: AdditionalHeaders is empty.', { ec: '0002-00000209' });
  const credential = readCredential(credentialText);
  if (credential === null)
    return invalidArgument('Authorization header is invalid: Credential is malformed.', { ec: '0002-00000206' });
  return {
    version: 'v4',
    placement: 'header',
    ...credential,
    additionalHeaders: normaliseAdditionalHeaders(additional),
    signature,
    securityToken,
  };
}

/** Documents print `, ` between the pairs, SDKs write `,` (AUTH-18). */
function readPairs(text: string): ReadonlyMap<string, string> | Refusal {
  const pairs = new Map<string, string>();
  const items = text.split(',').map((item) => item.trim());
  if (items.length < 2 || items.length > 3)
    return invalidArgument('Authorization header is invalid, bad num of Items in Authorization header.', {
      ec: '0002-00000202',
    });
  for (const item of items) {
    const equals = item.indexOf('=');
    const name = equals < 0 ? item : item.slice(0, equals);
    if (!['Credential', 'AdditionalHeaders', 'Signature'].includes(name) || equals < 0 || pairs.has(name))
      return invalidArgument('Unknown parameter in Authorization header.', { ec: '0002-00000202' });
    pairs.set(name, item.slice(equals + 1));
  }
  return pairs;
}
