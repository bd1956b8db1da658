import type { Answer } from '../../client/exchange.ts';
import { childrenOf, textAt, type XmlElement } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import { describeListing } from '../conversation/answer-words.ts';
import { Nonconformance } from '../verdict/finding.ts';
import type { ListingOperation } from './listing-requests.ts';

/** One answer to a request for a listing. Names are decoded where the answer says that they are encoded. */
export interface ListingPage {
  /** The names in Contents, in order. */
  readonly objects: readonly string[];
  /** The names in CommonPrefixes, in order. */
  readonly prefixes: readonly string[];
  readonly isTruncated: boolean;
  /** Where the next page begins, by NextMarker or NextContinuationToken. */
  readonly next: string | null;
}

/** Throws Nonconformance if the answer is no listing, or its names are not encoded as it says. */
export function readListingPage(operation: ListingOperation, answer: Answer): ListingPage {
  const xml = readXml(answer.body);
  if (answer.status !== 200 || !('root' in xml) || xml.root.name !== 'ListBucketResult')
    throw new Nonconformance('a ListBucketResult', describeListing(answer));
  const { root } = xml;
  const read = textAt(root, 'EncodingType') === 'url' ? decoded : (text: string): string => text;
  const namesIn = (parent: string, child: string): readonly string[] =>
    childrenOf(root, parent).map((entry) => read(nameIn(entry, child)));
  const next = textAt(root, nextElement(operation));
  return {
    objects: namesIn('Contents', 'Key'),
    prefixes: namesIn('CommonPrefixes', 'Prefix'),
    isTruncated: textAt(root, 'IsTruncated') === 'true',
    next: next === undefined || next === '' ? null : read(next),
  };
}

export function nextElement(operation: ListingOperation): string {
  return operation === 'ListObjectsV2' ? 'NextContinuationToken' : 'NextMarker';
}

function nameIn(entry: XmlElement, child: string): string {
  const name = textAt(entry, child);
  if (name === undefined) throw new Nonconformance(`a ${child} in every ${entry.name}`, 'one without');
  return name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Nonconformance('names that are percent-encoded, as EncodingType says', 'one that is not');
  }
}
