import { Refusal, invalidArgument } from '../errors/refusal.ts';
import { xmlAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { BucketCall } from '../http/operation.ts';
import { queryValue } from '../http/store-request.ts';
import { element } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { writeListing } from '../xml/writing.ts';
import { describeOwner } from './bucket-documents.ts';
import { nameWriter } from './list-objects.ts';
import type { ListingContext } from './list-objects.ts';
import type { ListingEntry } from './object-listing.ts';

/**
 * The id of the one version that an object of an unversioned bucket has, as the versioning guide gives it. The sample
 * on the operation's own page leaves the element empty.
 */
const onlyVersion = 'null';

/** ListObjectVersions (GetBucketVersions): nothing is versioned here, so that every object is its own latest version. */
export function listObjectVersions(
  { contents, listings }: ListingContext,
  owner: string,
  call: BucketCall,
): Answer | Refusal {
  const { query } = call.request;
  const question = listings.question(query);
  if (question instanceof Refusal) return question;
  const keyMarker = queryValue(query, 'key-marker');
  const versionIdMarker = queryValue(query, 'version-id-marker');
  if (versionIdMarker !== undefined && keyMarker === undefined)
    return invalidArgument('A version-id marker cannot be specified without a key marker.', {
      name: 'version-id-marker',
      value: versionIdMarker,
    });
  const listing = listings.page(contents.objects(call.bucket), { ...question, after: keyMarker ?? '' });
  const name = nameWriter(listings, question);
  const next =
    listing.next === null
      ? []
      : [element('NextKeyMarker', name(listing.next)), element('NextVersionIdMarker', onlyVersion)];
  const document = element('ListVersionsResult', [
    element('Name', call.bucket),
    element('Prefix', name(question.prefix)),
    element('KeyMarker', name(keyMarker ?? '')),
    element('VersionIdMarker', versionIdMarker ?? ''),
    ...next,
    element('MaxKeys', String(question.maxKeys)),
    element('Delimiter', name(question.delimiter)),
    ...(question.encodingType === null ? [] : [element('EncodingType', question.encodingType)]),
    element('IsTruncated', String(listing.next !== null)),
    ...listing.entries.map((entry) => writeEntry(entry, owner, name)),
  ]);
  return xmlAnswer(200, writeListing(document));
}

function writeEntry(entry: ListingEntry, owner: string, name: (text: string) => string): XmlElement {
  if (entry.kind === 'prefix') return element('CommonPrefixes', [element('Prefix', name(entry.name))]);
  const { lastModified, etag, type, size, storageClass } = entry.object;
  return element('Version', [
    element('Key', name(entry.name)),
    element('VersionId', onlyVersion),
    element('IsLatest', 'true'),
    element('LastModified', lastModified.toISOString()),
    element('ETag', `"${etag}"`),
    element('Type', type),
    element('Size', String(size)),
    element('StorageClass', storageClass),
    describeOwner(owner),
  ]);
}
