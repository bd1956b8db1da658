import type { Refusal } from '../errors/refusal.ts';
import type { QueryParameter } from '../http/store-request.ts';
import type { ObjectSummary } from './bucket-contents.ts';
import { writeToken } from './continuation-token.ts';
import { readMarker, readQuestion, readStart } from './listing-question.ts';
import type { Question } from './listing-question.ts';
import { listObjects } from './object-listing.ts';
import type { Listing, ListingQuestion } from './object-listing.ts';

/** The decisions about listings of objects. */
export interface ListingsBehaviour {
  readonly question: (query: readonly QueryParameter[]) => Question | Refusal;
  /** The name after which a page of ListObjects starts. */
  readonly marker: (query: readonly QueryParameter[]) => string | Refusal;
  /** The same for ListObjectsV2. */
  readonly start: (query: readonly QueryParameter[]) => string | Refusal;
  /** `objects` ascend by the bytes of their keys, and can be read more than once. */
  readonly page: (objects: Iterable<ObjectSummary>, question: ListingQuestion) => Listing;
  /** The continuation token of a page that ends with that name. */
  readonly token: (after: string) => string;
  /** A name as an answer has it. */
  readonly name: (name: string, encodingType: string | null) => string;
}

export const documentedListings: ListingsBehaviour = {
  question: readQuestion,
  marker: readMarker,
  start: readStart,
  page: listObjects,
  token: writeToken,
  // `encoding-type=url` is for names that XML cannot hold.
  name: (name, encodingType) => (encodingType === 'url' ? encodeURIComponent(name) : name),
};
