import { Refusal, invalidArgument } from '../errors/refusal.ts';
import { basicIsoDay, readBasicIsoDate, readHttpDate } from '../http/http-date.ts';
import { headerValue } from '../http/store-request.ts';
import type { StoreRequest } from '../http/store-request.ts';
import type { Claim, V1UrlClaim, V4Claim, V4UrlClaim } from './claim.ts';

/** AUTH-39. */
const allowedSkewMilliseconds = 15 * 60 * 1000;
/** AUTH-31, in seconds; the second is the bound for temporary credentials. */
const longestExpiry = { longTerm: 604_800, session: 43_200 };

/** When a request was signed, and when the signature is valid. */
export interface SignatureValidity {
  /** As in the string to sign. */
  readonly text: string;
  readonly signedAt: Date;
  readonly validFrom: Date;
  readonly validUntil: Date;
}

export function signatureValidity(claim: Claim, request: StoreRequest): SignatureValidity | Refusal {
  if (claim.placement === 'header') return headerTime(claim.version, request);
  return claim.version === 'v1' ? v1UrlTime(claim) : v4UrlTime(claim);
}

function headerTime(version: Claim['version'], { headers }: StoreRequest): SignatureValidity | Refusal {
  const ossDate = headerValue(headers, 'x-oss-date');
  const text = ossDate ?? headerValue(headers, 'date');
  if (text === undefined) return invalidDate('0002-00000503');
  const signedAt = readHeaderDate(version, text, ossDate !== undefined);
  if (signedAt === null) return invalidDate('0002-00000502');
  return {
    text,
    signedAt,
    validFrom: new Date(signedAt.getTime() - allowedSkewMilliseconds),
    validUntil: new Date(signedAt.getTime() + allowedSkewMilliseconds),
  };
}

/**
 * V1 accepts RFC 1123 in both headers and, as one error page requires it, the ISO
 * form in `x-oss-date` (AUTH-09). V4 requires the ISO form in `x-oss-date`
 * (AUTH-25); in `Date` it accepts RFC 1123 too, which is what ossutil signs (12.1).
 */
function readHeaderDate(version: Claim['version'], text: string, isOssDate: boolean): Date | null {
  if (version === 'v4' && isOssDate) return readBasicIsoDate(text);
  return readHttpDate(text) ?? (version === 'v4' || isOssDate ? readBasicIsoDate(text) : null);
}

/** AUTH-14. */
function v1UrlTime({ expires }: V1UrlClaim): SignatureValidity | Refusal {
  if (!/^\d{1,12}$/.test(expires))
    return new Refusal({
      status: 403,
      code: 'AccessDenied',
      message: 'Invalid date (should be seconds since epoch).',
      ec: '0002-00000070',
    });
  const validUntil = new Date(Number(expires) * 1000);
  return { text: expires, signedAt: validUntil, validFrom: new Date(0), validUntil };
}

/** AUTH-31, AUTH-33. */
function v4UrlTime({ date, expires, securityToken }: V4UrlClaim): SignatureValidity | Refusal {
  const signedAt = readBasicIsoDate(date);
  if (signedAt === null) return invalidDate('0002-00000502');
  const longest = securityToken === null ? longestExpiry.longTerm : longestExpiry.session;
  const seconds = /^\d{1,6}$/.test(expires) ? Number(expires) : 0;
  if (seconds < 1 || seconds > longest)
    return invalidArgument(`x-oss-expires must be between 1 and ${longest} seconds.`, {
      name: 'x-oss-expires',
      value: expires,
    });
  return {
    text: date,
    signedAt,
    validFrom: new Date(signedAt.getTime() - allowedSkewMilliseconds),
    validUntil: new Date(signedAt.getTime() + seconds * 1000),
  };
}

/**
 * AUTH-38: the authentication pages say 403 AccessDenied, the error list 400 InvalidArgument; the former are about
 * exactly this case.
 */
function invalidDate(ec: string): Refusal {
  return new Refusal({
    status: 403,
    code: 'AccessDenied',
    message: 'OSS authentication requires a valid Date.',
    ec,
  });
}

/** AUTH-14, AUTH-33, AUTH-39. */
export function checkTime(claim: Claim, time: SignatureValidity, now: Date): Refusal | null {
  // Times are in whole seconds: a signed URL is valid to the end of its last second.
  const second = new Date(Math.floor(now.getTime() / 1000) * 1000);
  if (second >= time.validFrom && second <= time.validUntil) return null;
  if (claim.placement === 'url' && now > time.validUntil)
    return new Refusal({
      status: 403,
      code: 'AccessDenied',
      message: 'Request has expired.',
      details: [
        ['Expires', time.validUntil.toISOString()],
        ['ServerTime', now.toISOString()],
      ],
    });
  return new Refusal({
    status: 403,
    code: 'RequestTimeTooSkewed',
    message: 'The difference between the request time and the current time is too large.',
    ec: '0002-00000504',
    details: [
      ['MaxAllowedSkewMilliseconds', String(allowedSkewMilliseconds)],
      ['RequestTime', time.signedAt.toISOString()],
      ['ServerTime', now.toISOString()],
    ],
  });
}

/** The scope has a day in the form YYYYMMDD (AUTH-25). This store also wants it to be that of the timestamp (AUTH-67). */
export function checkScopeDay(claim: V4Claim, time: SignatureValidity): Refusal | null {
  if (claim.scope.date === basicIsoDay(time.signedAt)) return null;
  return invalidArgument('Invalid signing date in credential.', {
    name: 'SignDate',
    value: claim.scope.date,
    ec: claim.placement === 'header' ? '0002-00000212' : '0002-00000223',
  });
}
