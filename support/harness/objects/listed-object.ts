import type { Answer } from '../../client/exchange.ts';
import { headerValue } from '../../client/request.ts';
import { childrenOf, textAt, type XmlElement } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';

/** The Size that a listing with percent-encoded names states for an object; `null` if it does not list the object. */
export function listedSize(listing: Answer, key: string): string | null {
  const entry = entryOf(listing, key);
  return entry === undefined ? null : (textAt(entry, 'Size') ?? 'none');
}

/** How a listing describes an object differently than its head; `null` if it does not. */
export function listedDeparture(
  listing: Answer,
  key: string,
  { headers }: Answer,
): { readonly expected: string; readonly got: string } | null {
  const entry = entryOf(listing, key);
  if (entry === undefined) return { expected: 'the object in the listing', got: 'a listing without it' };
  const facts = [
    ['Size', headerValue(headers, 'Content-Length'), textAt(entry, 'Size')],
    ['ETag', headerValue(headers, 'ETag'), textAt(entry, 'ETag')],
    ['LastModified', secondOf(headerValue(headers, 'Last-Modified')), secondOf(textAt(entry, 'LastModified'))],
  ] as const;
  const other = facts.find(([, wanted, got]) => got === undefined || got !== wanted);
  if (other === undefined) return null;
  const [name, wanted, got] = other;
  // A time differs from run to run, so it is in no reason.
  const [value, shown] = typeof got === 'string' ? [` (${wanted ?? 'none'})`, got] : ['', 'another one'];
  return { expected: `the ${name} of HeadObject${value} in the listing`, got: got === undefined ? 'none' : shown };
}

function entryOf({ body }: Answer, key: string): XmlElement | undefined {
  const xml = readXml(body);
  if (!('root' in xml)) return undefined;
  return childrenOf(xml.root, 'Contents').find((contents) => textAt(contents, 'Key') === encodeURIComponent(key));
}

/** A header has whole seconds. */
function secondOf(date: string | undefined): number | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : Math.floor(time / 1_000);
}
