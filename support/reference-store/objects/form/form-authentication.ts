import { createHmac } from 'node:crypto';
import type { AccessKeys } from '../../authentication/access-keys.ts';
import type { AuthenticationBehaviour } from '../../authentication/behaviour.ts';
import type { V1UrlClaim, V4UrlClaim } from '../../authentication/claim.ts';
import { readCredential } from '../../authentication/credential.ts';
import { signatureDoesNotMatch } from '../../authentication/checks.ts';
import { v1Signature } from '../../authentication/v1.ts';
import { anonymous } from '../../authorization/principal.ts';
import type { BucketView } from '../../buckets/bucket-record.ts';
import type { Principal } from '../../authorization/principal.ts';
import { Refusal, invalidArgument } from '../../errors/refusal.ts';

export interface FormAuthentication {
  readonly authentication: AuthenticationBehaviour;
  readonly keys: AccessKeys;
  readonly buckets: BucketView;
  readonly region: string;
  readonly clock: () => Date;
}

/**
 * Authenticates a form. The policy field is signed unchanged, with V1 (`OSSAccessKeyId`, `Signature`) or V4
 * (`x-oss-credential`, `x-oss-signature`); signatures in headers or the URL are ignored. A form without any of these is
 * anonymous. `fields` by lower-case name.
 */
export function authenticateForm(
  context: FormAuthentication,
  fields: ReadonlyMap<string, string>,
): Principal | Refusal {
  const claim = readFormClaim(fields);
  if (claim === null) return anonymous;
  if (claim instanceof Refusal) return claim;
  const { authentication, keys, region, clock } = context;
  const misplaced = claim.version === 'v4' ? authentication.scope(claim, region) : null;
  if (misplaced !== null) return misplaced;
  const key = authentication.accessKey(claim, keys.find(claim.accessKeyId));
  if (key instanceof Refusal) return key;
  const holder = claim.securityToken === null ? undefined : keys.findByToken(claim.securityToken);
  const badToken = authentication.token(claim, key, holder, clock());
  if (badToken !== null) return badToken;
  const policy = fields.get('policy') ?? '';
  const expected =
    claim.version === 'v1'
      ? v1Signature(key.accessKeySecret, policy)
      : createHmac('sha256', authentication.v4SigningKey(key.accessKeySecret, claim.scope))
          .update(policy)
          .digest('hex');
  return authentication.matches(expected, claim.signature) ? key.principal : signatureDoesNotMatch(claim, policy);
}

/** A form is treated like a signed URL: the policy says how long it is valid. */
function readFormClaim(fields: ReadonlyMap<string, string>): V1UrlClaim | V4UrlClaim | Refusal | null {
  const securityToken = fields.get('x-oss-security-token') ?? null;
  const policy = fields.get('policy');
  if (fields.has('x-oss-signature-version')) {
    const signature = fields.get('x-oss-signature');
    const credential = readCredential(fields.get('x-oss-credential') ?? '');
    const date = fields.get('x-oss-date');
    if (signature === undefined || credential === null || date === undefined || policy === undefined)
      return incomplete();
    return {
      version: 'v4',
      placement: 'url',
      ...credential,
      signature,
      securityToken,
      additionalHeaders: [],
      date,
      expires: '',
    };
  }
  const accessKeyId = fields.get('ossaccesskeyid');
  const signature = fields.get('signature');
  if (accessKeyId === undefined && signature === undefined && policy === undefined) return null;
  if (accessKeyId === undefined || signature === undefined || policy === undefined) return incomplete();
  return { version: 'v1', placement: 'url', accessKeyId, signature, securityToken, expires: '' };
}

function incomplete(): Refusal {
  return invalidArgument('A signed form needs the fields for the key, the policy and the signature.');
}
