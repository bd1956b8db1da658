import { readErrorDocument } from '../../client/error-document.ts';
import type { Answer } from '../../client/exchange.ts';
import { headerValue, type OssRequest } from '../../client/request.ts';
import { readXml } from '../../client/xml/reading.ts';
import { describeAnswer, shown } from './answer-words.ts';

/**
 * Whether an answer can be from an object store at all. A device in between may have answered: a login page, a
 * redirection, half a document. `foreign` is not from an object store; `unreadable` may be a mistake of the store.
 */
export type Strangeness = { readonly kind: 'foreign' | 'unreadable'; readonly words: string };

/** `null` for an answer that an object store could give to such a request, right or wrong. */
export function strangenessOf(
  { method, bucket, key }: Pick<OssRequest, 'method' | 'bucket' | 'key'>,
  answer: Answer,
): Strangeness | null {
  const { status, body } = answer;
  if (status >= 300 && status < 400 && status !== 304)
    return foreign(`${status}, a redirect${destinationOf(answer, bucket)}`, answer);
  if (isPage(method, answer)) return foreign(`${status} with an HTML page`, answer);
  const isSuccess = status >= 200 && status < 300;
  // Clients read only the status of a write, and an object may contain anything.
  const isDocument = isSuccess ? method === 'GET' && key === undefined : body.length > 0;
  if (!isDocument || 'root' in readXml(body)) return null;
  const words = body.length === 0 ? `${status} without a body` : describeAnswer(answer);
  return { kind: 'unreadable', words: `${words}${intermediaryIn(answer)}` };
}

/** An answer in a few words that say first why it cannot be one of an object store: `200 without a body`. */
export function describeAnswerTo(request: OssRequest, answer: Answer): string {
  return strangenessOf(request, answer)?.words ?? describeAnswer(answer);
}

/** Codes about the keys, the signature or the clock, not about the request. */
const refusalsOfKeys: ReadonlySet<string> = new Set([
  'AccessKeyIdAndSecurityTokenNotMatch',
  'InvalidAccessKeyId',
  'InvalidSecurityToken',
  'RequestTimeTooSkewed',
  'SecurityTokenExpired',
  'SignatureDoesNotMatch',
  'UserDisable',
]);

/** Whether the answer refuses the caller, not the request. */
export function refusesKeys(answer: Answer): boolean {
  const reading = readErrorDocument(answer);
  return 'error' in reading && refusalsOfKeys.has(reading.error.code);
}

/**
 * Whether the answer says that the account may not use this endpoint for data: mainland accounts opened from 2025-03-20 on
 * need another one (EC 0048-00000401).
 */
export function forbidsEndpoint(answer: Answer): boolean {
  const reading = readErrorDocument(answer);
  return 'error' in reading && reading.error.code === 'PublicEndpointForbidden';
}

/** Whether the answer refuses signatures of V1 as such: the service closes it for accounts and buckets (EC 0002-00000080). */
export function refusesV1(answer: Answer): boolean {
  const reading = readErrorDocument(answer);
  const ec = 'error' in reading ? reading.error.ec : null;
  return (ec ?? headerValue(answer.headers, 'x-oss-ec')) === '0002-00000080';
}

/** Whether this answers ListBuckets: with the buckets, or with an OSS error that is not about the request. */
export function isAnswerToListBuckets(answer: Answer): boolean {
  if ('error' in readErrorDocument(answer)) return true;
  const xml = readXml(answer.body);
  return 'root' in xml && xml.root.name === 'ListAllMyBucketsResult';
}

function foreign(words: string, answer: Answer): Strangeness {
  return { kind: 'foreign', words: `${words}${intermediaryIn(answer)}` };
}

/** Only the host, without the bucket's name, so that two runs give the same reason. */
function destinationOf({ headers }: Answer, bucket = ''): string {
  const location = headerValue(headers, 'Location');
  if (location === undefined) return ' without a Location';
  const origin = URL.parse(location)?.origin ?? 'null';
  if (origin === 'null') return ' within the same host';
  return ` to ${shown(bucket === '' ? origin : origin.replace(bucket, 'BUCKET'))}`;
}

/** Answers of OSS have a request id (ENV-01); a gateway or load balancer sends none, and names itself. */
function intermediaryIn({ headers }: Answer): string {
  const server = headerValue(headers, 'Server');
  if (server === undefined || server === 'AliyunOSS' || headerValue(headers, 'x-oss-request-id') !== undefined)
    return '';
  return `, apparently from an intermediary (Server ${shown(server)}, no x-oss-request-id)`;
}

/** Decided by the body, because some stores label all answers as HTML; an answer to HEAD has only the label. */
function isPage(method: string, { headers, body }: Answer): boolean {
  if (method === 'HEAD') return /^text\/html\b/iu.test(headerValue(headers, 'Content-Type') ?? '');
  return /^\s*(?:<[!?][^>]*>\s*)*?<(?:!doctype\s+)?html\b/iu.test(beginningOf(body));
}

function beginningOf(body: Uint8Array): string {
  return Buffer.from(body.subarray(0, 1024)).toString('latin1');
}
