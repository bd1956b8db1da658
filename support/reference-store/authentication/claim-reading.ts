import { Refusal, invalidArgument } from '../errors/refusal.ts';
import { headerValue, headerValues, queryValue } from '../http/store-request.ts';
import type { StoreRequest } from '../http/store-request.ts';
import { readAuthorization } from './header-claim.ts';
import type { Claim } from './claim.ts';
import { claimsV1Url, claimsV4Url, readV1Url, readV4Url } from './url-claim.ts';

/** `null` for an anonymous request. */
export function readClaim(request: StoreRequest): Claim | Refusal | null {
  const [authorization, ...repeated] = headerValues(request.headers, 'authorization');
  const [v1InUrl, v4InUrl] = [claimsV1Url(request.query), claimsV4Url(request.query)];
  const inUrl = v1InUrl || v4InUrl;
  const twiceInUrl = v1InUrl && v4InUrl;
  // AUTH-15. Two claims in the URL, or two Authorization headers, are just as ambiguous: the store must not guess the
  // signer.
  if (twiceInUrl || (authorization !== undefined && (inUrl || repeated.length > 0)))
    return invalidArgument('Only one form of signature may be given, in the header or in the URL.');
  if (authorization === undefined) return inUrl ? readUrlClaim(request) : readUrlLeftover(request);
  return readAuthorization(authorization, headerValue(request.headers, 'x-oss-security-token') ?? null);
}

function readUrlClaim({ query }: StoreRequest): Claim | Refusal {
  return claimsV4Url(query) ? readV4Url(query) : readV1Url(query);
}

/** `Expires` alone is one of the three parameters without the other two (AUTH-14). */
function readUrlLeftover({ query }: StoreRequest): Refusal | null {
  if (queryValue(query, 'Expires') === undefined) return null;
  const claim = readV1Url(query);
  return claim instanceof Refusal ? claim : null;
}
