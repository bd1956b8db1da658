import { Refusal, invalidArgument } from '../errors/refusal.ts';
import { xmlAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { BucketCall } from '../http/operation.ts';
import { queryValue } from '../http/store-request.ts';
import { element } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { writeListing } from '../xml/writing.ts';
import type { BucketContents } from './bucket-contents.ts';
import { describeOwner } from './bucket-documents.ts';
import type { Question } from './listing-question.ts';
import type { ListingsBehaviour } from './listings-behaviour.ts';
import type { Listing } from './object-listing.ts';

/** The objects of the store, and how it lists them. */
export interface ListingContext {
  readonly contents: BucketContents;
  readonly listings: ListingsBehaviour;
}

export function listObjectsV1(
  { contents, listings }: ListingContext,
  owner: string,
  call: BucketCall,
): Answer | Refusal {
  const { query } = call.request;
  const question = listings.question(query);
  if (question instanceof Refusal) return question;
  const marker = listings.marker(query);
  if (marker instanceof Refusal) return marker;
  const listing = listings.page(contents.objects(call.bucket), { ...question, after: marker });
  const name = nameWriter(listings, question);
  const next = listing.next === null ? [] : [element('NextMarker', name(listing.next))];
  return answer({ bucket: call.bucket, question, listing, owner, name }, [element('Marker', name(marker)), ...next]);
}

export function listObjectsV2(
  { contents, listings }: ListingContext,
  owner: string,
  call: BucketCall,
): Answer | Refusal {
  const { query } = call.request;
  if (queryValue(query, 'list-type') !== '2')
    return invalidArgument('Invalid Argument. Parameter is invalid.', { name: 'list-type' });
  const question = listings.question(query);
  if (question instanceof Refusal) return question;
  const after = listings.start(query);
  if (after instanceof Refusal) return after;
  const listing = listings.page(contents.objects(call.bucket), { ...question, after });
  const name = nameWriter(listings, question);
  const showsOwner = queryValue(query, 'fetch-owner') === 'true';
  const startAfter = queryValue(query, 'start-after') || null;
  const token = queryValue(query, 'continuation-token') || null;
  return answer({ bucket: call.bucket, question, listing, owner: showsOwner ? owner : null, name }, [
    ...(startAfter === null ? [] : [element('StartAfter', name(startAfter))]),
    ...(token === null ? [] : [element('ContinuationToken', token)]),
    ...(listing.next === null ? [] : [element('NextContinuationToken', listings.token(listing.next))]),
    element('KeyCount', String(listing.entries.length)),
  ]);
}

export function nameWriter({ name }: ListingsBehaviour, { encodingType }: Question): (name: string) => string {
  return (text) => name(text, encodingType);
}

interface Answered {
  readonly bucket: string;
  readonly question: Question;
  readonly listing: Listing;
  /** `null` for a listing without owners. */
  readonly owner: string | null;
  readonly name: (text: string) => string;
}

/** `position` has the elements about where the page begins and ends. */
function answer({ bucket, question, listing, owner, name }: Answered, position: readonly XmlElement[]): Answer {
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
            ...(owner === null ? [] : [describeOwner(owner)]),
          ]),
    ),
  ]);
  return xmlAnswer(200, writeListing(document));
}
