import { invalidArgument } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { queryValue } from '../http/store-request.ts';
import type { QueryParameter } from '../http/store-request.ts';

/** A listing has 1 to 1000 entries, 100 by default. */
export function readMaxKeys(query: readonly QueryParameter[]): number | Refusal {
  const text = queryValue(query, 'max-keys');
  if (text === undefined) return 100;
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= 1000) return count;
  return invalidArgument('Argument max-keys must be an integer between 1 and 1000.', {
    name: 'max-keys',
    value: text,
  });
}

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly isTruncated: boolean;
}

/** The first `size` entries; reads one more to see whether there are more. */
export function firstPage<Entry>(entries: Iterable<Entry>, size: number): Page<Entry> {
  const page: Entry[] = [];
  for (const entry of entries) {
    if (page.length === size) return { entries: page, isTruncated: true };
    page.push(entry);
  }
  return { entries: page, isTruncated: false };
}
