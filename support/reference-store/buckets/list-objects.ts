import { createHash } from 'node:crypto';
import { Refusal, invalidArgument } from '../errors/refusal.ts';
import { xmlAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { BucketCall } from '../http/operation.ts';
import { queryValue } from '../http/store-request.ts';
import { element } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { writeListing } from '../xml/writing.ts';
import type { BucketContents } from './bucket-contents.ts';
import { listObjects } from './object-listing.ts';
import type { Listing } from './object-listing.ts';
import { readMaxKeys } from './paging.ts';

/** What all listings of a bucket's objects have in common. */
export interface Question {
  readonly prefix: string;
  readonly delimiter: string;
  readonly maxKeys: number;
  readonly encodingType: string | null;
}

export function listObjectsV1(contents: BucketContents, owner: string, call: BucketCall): Answer | Refusal {
  const question = readQuestion(call);
  if (question instanceof Refusal) return question;
  const marker = queryValue(call.request.query, 'marker') ?? '';
  const listing = listObjects(contents.objects(call.bucket), { ...question, after: marker });
  const name = nameWriter(question);
  const next = listing.next === null ? [] : [element('NextMarker', name(listing.next))];
  return answer(call.bucket, question, listing, owner, [element('Marker', name(marker)), ...next]);
}

export function listObjectsV2(contents: BucketContents, owner: string, call: BucketCall): Answer | Refusal {
  const { query } = call.request;
  if (queryValue(query, 'list-type') !== '2')
    return invalidArgument('Invalid Argument. Parameter is invalid.', { name: 'list-type' });
  const question = readQuestion(call);
  if (question instanceof Refusal) return question;
  const startAfter = queryValue(query, 'start-after') ?? '';
  // The Python SDK sends an empty token with the first page, together with start-after.
  const token = queryValue(query, 'continuation-token') || null;
  const after = token === null ? startAfter : readToken(token);
  if (after instanceof Refusal) return after;
  const listing = listObjects(contents.objects(call.bucket), { ...question, after });
  const name = nameWriter(question);
  const showsOwner = queryValue(query, 'fetch-owner') === 'true';
  return answer(call.bucket, question, listing, showsOwner ? owner : null, [
    element('StartAfter', name(startAfter)),
    ...(token === null ? [] : [element('ContinuationToken', token)]),
    ...(listing.next === null ? [] : [element('NextContinuationToken', writeToken(listing.next))]),
    element('KeyCount', String(listing.entries.length)),
  ]);
}

/** The name after which the next page starts, with a checksum, so that only tokens of this store are accepted. */
function writeToken(after: string): string {
  return Buffer.concat([checksum(after), Buffer.from(after)]).toString('base64');
}

/** EC 0015-00000404: a token that was never issued. */
function readToken(token: string): string | Refusal {
  const after = Buffer.from(token, 'base64').subarray(checksumBytes).toString();
  if (writeToken(after) === token) return after;
  return invalidArgument('The continuation token provided is incorrect.', {
    name: 'continuation-token',
    value: token,
    ec: '0015-00000404',
  });
}

const checksumBytes = 4;

function checksum(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, checksumBytes);
}

export function readQuestion({ request: { query } }: BucketCall): Question | Refusal {
  const maxKeys = readMaxKeys(query);
  if (maxKeys instanceof Refusal) return maxKeys;
  const encodingType = queryValue(query, 'encoding-type') ?? null;
  if (encodingType !== null && encodingType !== 'url')
    return invalidArgument('Invalid Encoding Method specified in Request', {
      name: 'encoding-type',
      value: encodingType,
    });
  return {
    prefix: queryValue(query, 'prefix') ?? '',
    delimiter: queryValue(query, 'delimiter') ?? '',
    maxKeys,
    encodingType,
  };
}

function answer(
  bucket: string,
  question: Question,
  listing: Listing,
  owner: string | null,
  position: readonly XmlElement[],
): Answer {
  const name = nameWriter(question);
  const document = element('ListBucketResult', [
    element('Name', bucket),
    element('Prefix', name(question.prefix)),
    ...position,
    element('MaxKeys', String(question.maxKeys)),
    element('Delimiter', name(question.delimiter)),
    ...(question.encodingType === null ? [] : [element('EncodingType', question.encodingType)]),
    element('IsTruncated', String(listing.next !== null)),
    ...listing.entries.map((entry) =>
      entry.kind === 'prefix'
        ? element('CommonPrefixes', [element('Prefix', name(entry.name))])
        : element('Contents', [
            element('Key', name(entry.name)),
            element('LastModified', entry.object.lastModified.toISOString()),
            element('ETag', `"${entry.object.etag}"`),
            element('Type', entry.object.type),
            element('Size', String(entry.object.size)),
            element('StorageClass', entry.object.storageClass),
            ...(owner === null ? [] : [element('Owner', [element('ID', owner), element('DisplayName', owner)])]),
          ]),
    ),
  ]);
  return xmlAnswer(200, writeListing(document));
}

/** `encoding-type=url` is for names XML cannot hold. */
export function nameWriter({ encodingType }: Question): (name: string) => string {
  return encodingType === 'url' ? encodeURIComponent : (name) => name;
}
