import type { Refusal } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { Span } from '../../object-encryption/segment-layout.ts';
import { invalidRange } from '../refusals.ts';

/**
 * The part of the object a GetObject asks for; `null` for all of it.
 *
 * OSS ignores an invalid range, and one that reaches beyond the end, and sends the whole object. With `x-oss-range-behavior: standard`, it still ignores an invalid range, cuts one at the end, and refuses one that begins beyond the end. Of several ranges, the first counts.
 */
export function readRange(headers: readonly HeaderPair[], size: number): Span | Refusal | null {
  const range = parse(headerValue(headers, 'range') ?? '');
  if (range === null) return null;
  const first = range.kind === 'suffix' ? size - range.length : range.first;
  const last = range.kind === 'from' && range.last !== null ? range.last : size - 1;
  if (first >= 0 && first <= last && last < size) return { offset: first, length: last - first + 1 };
  if (headerValue(headers, 'x-oss-range-behavior') !== 'standard') return null;
  if (first >= size) return invalidRange(size);
  const offset = Math.max(first, 0);
  return { offset, length: size - offset };
}

/** `bytes=0-499` and `bytes=500-`, or `bytes=-500`. */
type Range =
  | { readonly kind: 'from'; readonly first: number; readonly last: number | null }
  | { readonly kind: 'suffix'; readonly length: number };

function parse(text: string): Range | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})(,.*)?$/.exec(text.replaceAll(' ', '')) ?? [];
  if (first === '') return Number(last) === 0 ? null : { kind: 'suffix', length: Number(last) };
  if (last !== '' && Number(last) < Number(first)) return null;
  return { kind: 'from', first: Number(first), last: last === '' ? null : Number(last) };
}

/** `x-oss-copy-source-range: bytes=0-99`; `null` for all of the source, which is also copied if the range is not within it. */
export function readCopyRange(headers: readonly HeaderPair[], size: number): Span | null {
  const range = parse(headerValue(headers, 'x-oss-copy-source-range') ?? '');
  if (range?.kind !== 'from') return null;
  const last = range.last ?? size - 1;
  if (range.first > last || last >= size) return null;
  return { offset: range.first, length: last - range.first + 1 };
}
