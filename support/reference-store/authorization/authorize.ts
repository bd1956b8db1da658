import type { BucketRecord } from '../buckets/bucket-record.ts';
import { Refusal } from '../errors/refusal.ts';
import type { Action, Principal } from './principal.ts';

export interface AuthorizationQuestion {
  readonly principal: Principal;
  readonly action: Action;
  /** `null` if the request is not about an existing bucket. */
  readonly bucket: BucketRecord | null;
}

/**
 * Whether a principal may do something. A bucket that does not exist has no
 * owner: the operation tells permitted callers that it is missing (PBE-33).
 */
export function authorize({ principal, action, bucket }: AuthorizationQuestion): Refusal | null {
  if (principal.kind === 'anonymous') return anonymousIsForbidden();
  // PutBucket on another account's bucket is a name conflict, not a missing permission: 409, not 403.
  if (bucket && bucket.owner !== principal.accountId && action !== 'oss:PutBucket') return accessDenied();
  if (principal.kind === 'ram-user' && !principal.allowedActions.includes(action)) return accessDenied();
  return null;
}

/** AUTH-40, the message for a bucket that is private. */
function accessDenied(): Refusal {
  return new Refusal({
    status: 403,
    code: 'AccessDenied',
    message: 'You have no right to access this object because of bucket acl.',
    ec: '0003-00000001',
  });
}

/** AUTH-41. */
function anonymousIsForbidden(): Refusal {
  return new Refusal({
    status: 403,
    code: 'AccessDenied',
    message: 'Anonymous access is forbidden for this operation.',
    ec: '0003-00001201',
  });
}
