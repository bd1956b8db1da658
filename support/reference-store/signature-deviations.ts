import type { AuthenticationBehaviour } from './authentication/behaviour.ts';
import type { Claim } from './authentication/claim.ts';
import { Refusal } from './errors/refusal.ts';
import { headerValue } from './http/store-request.ts';

/** The clauses that need right signatures of each version to be accepted. */
const clausesThatSign: Readonly<Record<Claim['version'], readonly string[]>> = {
  v1: numbered('AUTH', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 17, 34, 37, 53, 54, 55, 56, 57]).concat(
    'ENV-29',
    'PBE-02',
  ),
  v4: numbered(
    'AUTH',
    [18, 19, 20, 21, 22, 23, 24, 25, 26, 29, 30, 31, 32, 33, 34, 37, 51, 52, 53, 55, 56, 57, 58],
  ).concat('ENV-29'),
};

function numbered(family: string, numbers: readonly number[]): readonly string[] {
  return numbers.map((number) => `${family}-${String(number).padStart(2, '0')}`);
}

/** The clauses that catch a store that refuses signatures of this version, except `exceptions`. */
export function clausesSignedBy(version: Claim['version'], ...exceptions: readonly string[]): readonly string[] {
  return clausesThatSign[version].filter((clause) => !exceptions.includes(clause));
}

/** The clauses that catch a store that refuses V4 URLs, except `exceptions`. */
export function clausesWithV4Urls(...exceptions: readonly string[]): readonly string[] {
  return numbered('AUTH', [31, 32, 33, 34, 37, 51, 52, 53, 55, 56, 57, 58]).filter(
    (clause) => !exceptions.includes(clause),
  );
}

/** Changes for signed URLs only: `isUrl` says whether the current request is signed in its URL. */
export function forSignedUrls(
  { claim }: Pick<AuthenticationBehaviour, 'claim'>,
  change: (isUrl: () => boolean) => Partial<AuthenticationBehaviour>,
): Partial<AuthenticationBehaviour> {
  let isUrl = false;
  return {
    claim(request) {
      const read = claim(request);
      isUrl = read !== null && !(read instanceof Refusal) && read.placement === 'url';
      return read;
    },
    ...change(() => isUrl),
  };
}

/** Changes the Authorization header before it is read. */
export function changeAuthorization(
  { claim }: Pick<AuthenticationBehaviour, 'claim'>,
  change: (text: string) => string,
): Pick<AuthenticationBehaviour, 'claim'> {
  return {
    claim: (request) =>
      claim({
        ...request,
        headers: request.headers.map(([name, value]) => [
          name,
          name.toLowerCase() === 'authorization' ? change(value) : value,
        ]),
      }),
  };
}

type Validity = Pick<AuthenticationBehaviour, 'validity'>;
type Time = Pick<AuthenticationBehaviour, 'time'>;

/** Reads `Date` first, and `x-oss-date` only where there is no `Date`. */
export function dateBeforeOssDate(version: Claim['version'], { validity }: Validity): Validity {
  return {
    validity(claim, request) {
      const hasDate = headerValue(request.headers, 'date') !== undefined;
      if (claim.version !== version || !hasDate) return validity(claim, request);
      const headers = request.headers.filter(([name]) => name.toLowerCase() !== 'x-oss-date');
      return validity(claim, { ...request, headers });
    },
  };
}

/** Does not notice that a signed URL has expired. */
export function urlsNeverExpire(version: Claim['version'], { time }: Time): Time {
  return {
    time: (claim, signed, now) =>
      claim.version === version && claim.placement === 'url' && now > signed.validUntil
        ? null
        : time(claim, signed, now),
  };
}
