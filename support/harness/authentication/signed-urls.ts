import { withExtraQueryParameter, withoutQueryParameter, type Alteration } from '../../client/alteration.ts';
import type { Credentials } from '../../client/credentials.ts';
import type { HeaderPair, OssRequest } from '../../client/request.ts';
import { isoBasicDate, unixSeconds } from '../../client/signature/dates.ts';
import { signV1Url } from '../../client/signature/v1.ts';
import { signV4Url } from '../../client/signature/v4.ts';
import type { RequestDraft } from '../conversation/request-draft.ts';
import { hour25 } from './dates.ts';
import type { RequestVariation, RequestVariations } from './variation.ts';

const hour = 3600;
/** AUTH-31: seven days, in seconds. */
const longestExpiry = 604_800;
/** AUTH-31: twelve hours, for temporary keys. */
const longestTemporaryExpiry = 43_200;
/** A well-formed but wrong V1 signature. */
const wrongSignature = 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=';

/** Signed URLs: what is missing, how long they are valid, and what was changed after signing. */
export const signedUrls = {
  'URL lacks OSSAccessKeyId': lacking('OSSAccessKeyId'),
  'URL lacks Expires': lacking('Expires'),
  'URL lacks Signature': lacking('Signature'),
  'URL lacks x-oss-credential': neverHaving('x-oss-credential'),
  'URL lacks x-oss-date': neverHaving('x-oss-date'),
  'URL lacks x-oss-expires': neverHaving('x-oss-expires'),
  'URL lacks x-oss-signature-version': neverHaving('x-oss-signature-version'),
  'URL lacks x-oss-signature': lacking('x-oss-signature'),

  'URL expired an hour ago': (draft) => draft.send({ skewSeconds: -2 * hour, expiresIn: hour }),
  'URL was signed an hour ago and is valid for two': (draft) => draft.send({ skewSeconds: -hour, expiresIn: 2 * hour }),
  'Expires is not a number': stating('Expires', 'tomorrow'),
  // In the year 2100, so that only the letter is wrong.
  'Expires begins with a letter': stating('Expires', 'x4102444800'),
  'Expires ends with a letter': stating('Expires', '4102444800x'),
  'URL is valid for seven days': (draft) => draft.send({ expiresIn: longestExpiry }),
  'URL is valid for a second more than seven days': (draft) => draft.send({ expiresIn: longestExpiry + 1 }),
  'URL is valid for twelve hours': (draft) => draft.send({ expiresIn: longestTemporaryExpiry }),
  'URL is valid for a second more than twelve hours': (draft) => draft.send({ expiresIn: longestTemporaryExpiry + 1 }),
  'URL is valid for one second': (draft) => draft.send({ expiresIn: 1 }),
  'URL is valid for less than a second': stating('x-oss-expires', '0.5'),
  'URL is valid for minus one second': (draft) => draft.send({ expiresIn: -1 }),
  'x-oss-expires is not a number': stating('x-oss-expires', 'tomorrow'),
  'x-oss-expires begins with a letter': stating('x-oss-expires', 'x600'),
  'x-oss-expires ends with a letter': stating('x-oss-expires', '600x'),
  'x-oss-date in the URL is not a date': stating('x-oss-date', 'the day before yesterday'),
  'x-oss-date in the URL has the hour 25': (draft, target) => stating('x-oss-date', hour25())(draft, target),
  'x-oss-signature-version is unknown': stating('x-oss-signature-version', 'ABC'),
  'URL is valid for zero seconds': (draft) => draft.send({ expiresIn: 0 }),
  'Expires is raised after signing': changing('Expires', (value) => String(Number(value) + 60)),
  'x-oss-expires is raised after signing': changing('x-oss-expires', (value) => String(Number(value) + 60)),

  'signature holds a plus sign': (draft) => draft.rework(withPlusSignInSignature),
  'plus sign is not percent-encoded': (draft) =>
    draft.send({ finish: (wire) => ({ ...wire, path: wire.path.replaceAll('%2B', '+') }) }),
  'Signature is repeated with a wrong one after it': (draft) =>
    draft.send({ finish: withExtraQueryParameter('Signature', wrongSignature) }),
  'Signature is repeated with a wrong one before it': (draft) =>
    draft.send({
      finish: (wire) => ({
        ...wire,
        path: wire.path.replace('?', `?Signature=${encodeURIComponent(wrongSignature)}&`),
      }),
    }),
  // V1 leaves these parameters out of its string to sign, so that both signatures are right.
  'URL is signed as well as its header': signedByV1Too,
  'URL is signed by V1, too': signedByV1Too,
  // V4 covers the headers that the other signature adds. They are added first, so that both signatures are right.
  'URL is signed by V4, too': (draft, { region }) =>
    draft.rework((request, keys) => {
      const at = new Date();
      const signedHeaders: readonly HeaderPair[] = [
        ['x-oss-date', isoBasicDate(at)],
        ['x-oss-content-sha256', 'UNSIGNED-PAYLOAD'],
      ];
      const dated = { ...request, headers: [...request.headers, ...signedHeaders] };
      const { query } = signV4Url(dated, keys, { at, region, expiresIn: hour });
      return { ...dated, query: [...request.query, ...query] };
    }),
} satisfies RequestVariations;

function signedByV1Too(draft: RequestDraft): void {
  draft.rework((request, keys) => {
    const { query } = signV1Url(request, keys, { at: new Date(), expiresIn: hour });
    return { ...request, query: [...request.query, ...query] };
  });
}

function lacking(name: string): RequestVariation {
  return (draft) => draft.send({ finish: withoutQueryParameter(name) });
}

/** V4 signs the parameters that are present, so the signature is right without this one. */
function neverHaving(name: string): RequestVariation {
  return (draft) => draft.send({ leaveOut: [name] });
}

/** Adds the parameter before signing, so that the signature covers it. */
function stating(name: string, value: string): RequestVariation {
  return (draft) => draft.rework((request) => ({ ...request, query: [...request.query, [name, value]] }));
}

function changing(name: string, change: (value: string) => string): RequestVariation {
  const finish: Alteration = (wire) => ({
    ...wire,
    path: wire.path.replace(new RegExp(`(?<=[?&]${name}=)[^&]*`, 'u'), change),
  });
  return (draft) => draft.send({ finish });
}

/** AUTH-17: about every third signature has one, so other times of expiry are tried until one does. */
function withPlusSignInSignature(request: OssRequest, keys: Credentials): OssRequest {
  const now = unixSeconds(new Date());
  for (let seconds = 600; seconds < 1600; seconds += 1) {
    const candidate: OssRequest = { ...request, query: [...request.query, ['Expires', String(now + seconds)]] };
    if (signV1Url(candidate, keys, { at: new Date(), expiresIn: seconds }).trace.signature.includes('+'))
      return candidate;
  }
  throw new Error('a thousand signatures without a plus sign');
}
