import { compareUtf8 } from '../storage/key-index.ts';
import type { ObjectSummary } from './bucket-contents.ts';
import { firstPage } from './paging.ts';

/** One line of a listing: an object, or all objects whose keys go on beyond the delimiter. */
export type ListingEntry =
  | { readonly kind: 'object'; readonly name: string; readonly object: ObjectSummary }
  | { readonly kind: 'prefix'; readonly name: string };

export interface ListingQuestion {
  readonly prefix: string;
  /** Empty for none. */
  readonly delimiter: string;
  /** Only names after this one. */
  readonly after: string;
  readonly maxKeys: number;
}

export interface Listing {
  readonly entries: readonly ListingEntry[];
  /** The name after which the next page starts; `null` on the last page. */
  readonly next: string | null;
}

/** `objects` ascend by the bytes of their keys. */
export function listObjects(objects: Iterable<ObjectSummary>, question: ListingQuestion): Listing {
  const { entries, isTruncated } = firstPage(entriesOf(objects, question), question.maxKeys);
  return { entries, next: isTruncated ? (entries.at(-1)?.name ?? null) : null };
}

function* entriesOf(
  objects: Iterable<ObjectSummary>,
  { prefix, delimiter, after }: ListingQuestion,
): Generator<ListingEntry> {
  let latestPrefix: string | null = null;
  for (const object of objects) {
    const { key } = object;
    if (!key.startsWith(prefix)) continue;
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const name = end < 0 ? key : key.slice(0, end + delimiter.length);
    if (compareUtf8(name, after) <= 0 || name === latestPrefix) continue;
    if (end < 0) yield { kind: 'object', name, object };
    else {
      latestPrefix = name;
      yield { kind: 'prefix', name };
    }
  }
}
